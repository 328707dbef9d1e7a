/// The form `def NAME(parameter {, parameter}) { … }`.
package struct FunctionStatement: Sendable {
    package struct Parameter: Sendable {
        package let name: Identifier
        /// Computed at each call that leaves the argument out.
        package let defaultValue: Expression?
    }

    package let name: Identifier
    package let parameters: [Parameter]
    package let body: Block
    /// From `def` to the closing parenthesis.
    package let span: SourceSpan
}
