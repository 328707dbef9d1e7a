/// A name as it stands in the source.
package struct Identifier: Hashable, Sendable {
    package let name: String
    package let span: SourceSpan

    package init(name: String, span: SourceSpan) {
        self.name = name
        self.span = span
    }
}
