/// The form `exit code`.
package struct ExitStatement: Sendable {
    package let code: Expression?
    package let span: SourceSpan
}
