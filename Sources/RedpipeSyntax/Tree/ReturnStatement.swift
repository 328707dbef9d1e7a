/// The form `return expression`.
package struct ReturnStatement: Sendable {
    package let value: Expression?
    package let span: SourceSpan
}
