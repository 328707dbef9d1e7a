package import RedpipeSyntax

/// Decides everything that can be decided before the first byte is sent.
///
/// Three walks: ``Resolver`` gives each name its place and each command its rules,
/// ``DeferralChecker`` follows the deferred values and finds what reads one too early, and
/// ``KindChecker`` finds values that can be of no use where they stand.
package enum Checker {
    package static let maximumDiagnostics = 20

    /// Checks a script.
    ///
    /// - Parameters:
    ///   - script: The script with what it includes.
    ///   - connections: Names that are declared outside the script, as by `--connect`.
    ///   - earlier: What it goes on from, if it is a line of a session; such a line may bind names
    ///     anew, and change the state of its connection as redis-cli's lines do.
    /// - Returns: A script fit to run, or what is wrong with it, in the order of the text.
    package static func check(
        _ script: LoadedScript,
        connections: Set<String> = [],
        after earlier: EarlierLines? = nil
    ) -> Result<CheckedScript, DiagnosticList> {
        var resolver = Resolver(script, connections: connections, after: earlier)
        let plan = resolver.resolve()
        var diagnostics = resolver.diagnostics
        if !diagnostics.contains(where: { $0.severity == .error }) {
            var deferrals = DeferralChecker(plan)
            diagnostics += deferrals.check()
            diagnostics += KindChecker.check(plan)
        }
        if !diagnostics.contains(where: { $0.severity == .error }) {
            diagnostics += resolver.idleLines
        }
        diagnostics.sort {
            ($0.span.source.rawValue, $0.span.start) < ($1.span.source.rawValue, $1.span.start)
        }
        guard diagnostics.contains(where: { $0.severity == .error }) else {
            let shown = Array(diagnostics.prefix(maximumDiagnostics))
            return .success(CheckedScript(plan: plan, warnings: shown))
        }
        return .failure(DiagnosticList(Array(diagnostics.prefix(maximumDiagnostics))))
    }
}

/// What is wrong with a script; never empty.
package struct DiagnosticList: Error, Sendable {
    package let diagnostics: [Diagnostic]

    package init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }
}
