/// The form `param NAME [= default]` or `param NAME...`.
package struct ParameterStatement: Sendable {
    package let name: Identifier
    package let defaultValue: Expression?
    /// `param NAME...` takes all remaining arguments.
    package let isRest: Bool
    package let span: SourceSpan
}
