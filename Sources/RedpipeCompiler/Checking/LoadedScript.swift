package import RedpipeSyntax

/// A script with the scripts that it includes, all parsed.
package struct LoadedScript: Sendable {
    package let main: Script
    /// By the place of the `include` statement; a second `include` of the same file has no entry,
    /// since a file is included once.
    package var included: [SourceSpan: Script] = [:]

    package init(main: Script) {
        self.main = main
    }
}
