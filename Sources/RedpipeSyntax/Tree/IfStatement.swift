/// The form `if c { … } elif d { … } else { … }`.
package struct IfStatement: Sendable {
    package struct Branch: Sendable {
        package let condition: Expression
        package let body: Block
    }

    package let branches: [Branch]
    package let otherwise: Block?
    package let span: SourceSpan
}
