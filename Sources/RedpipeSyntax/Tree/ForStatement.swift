/// The form `for NAME {, NAME} in expression { … }`.
package struct ForStatement: Sendable {
    package let names: [Identifier]
    package let sequence: Expression
    package let body: Block
    package let span: SourceSpan
}
