/// The form `expect condition, message`.
package struct ExpectStatement: Sendable {
    package let condition: Expression
    package let message: Expression?
    package let span: SourceSpan
}
