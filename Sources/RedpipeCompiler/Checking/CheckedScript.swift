package import RedpipeSyntax

/// A script in which nothing is wrong that can be known before it runs.
///
/// Its initializer is internal: only the checker says that a script is checked.
package struct CheckedScript: Sendable {
    package let plan: Plan
    package let warnings: [Diagnostic]

    /// Notes on callbacks whose commands are round trips of their own.
    package var callbackNotes: [Diagnostic] {
        HintFinder(plan).callbackNotes.map(\.asNote)
    }

    /// Lines outside of blocks that could share a round trip.
    package var pipelineHints: [Diagnostic] {
        HintFinder(plan).pipelineHints.map(\.asNote)
    }
}
