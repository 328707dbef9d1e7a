/// The form `fail message`.
package struct FailStatement: Sendable {
    package let message: Expression
    package let span: SourceSpan
}
