/// The form `callee(a, b, name: c)`.
package struct CallExpression: Sendable {
    package struct Argument: Sendable {
        /// `name:` before the value.
        package let name: Identifier?
        package let value: Expression
    }

    package let callee: Expression
    package let arguments: [Argument]
    /// From the opening to the closing parenthesis.
    package let parentheses: SourceSpan
}
