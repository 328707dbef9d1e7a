package import RedpipeSyntax

/// A script in which nothing is wrong that can be known before it runs.
///
/// Its initializer is internal: only the checker says that a script is checked.
package struct CheckedScript: Sendable {
    package let plan: Plan
    package let warnings: [Diagnostic]
}
