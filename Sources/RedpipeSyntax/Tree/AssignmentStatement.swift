/// `NAME = expression`, if `NAME` is in scope; otherwise a command whose second word is `=`.
///
/// Scopes are the checker's, so the parser keeps both readings and the checker takes one.
package struct AssignmentStatement: Sendable {
    package let name: Identifier
    package let value: Result<Expression, Diagnostic>
    package let command: Result<CommandStatement, Diagnostic>
    package let span: SourceSpan
}
