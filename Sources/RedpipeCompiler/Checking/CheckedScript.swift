package import RedpipeSyntax

/// A script in which nothing is wrong that can be known before it runs.
package struct CheckedScript: Sendable {
    package let plan: Plan
    package let warnings: [Diagnostic]

    /// Only the checker says that a script is checked.
    init(plan: Plan, warnings: [Diagnostic]) {
        self.plan = plan
        self.warnings = warnings
    }
}
