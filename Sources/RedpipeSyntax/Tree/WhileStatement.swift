/// The form `while condition { … }`.
package struct WhileStatement: Sendable {
    package let condition: Expression
    package let body: Block
    package let span: SourceSpan
}
