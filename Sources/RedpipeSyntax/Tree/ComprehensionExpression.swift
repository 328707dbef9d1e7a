/// The form `[element for names in sequence if condition]`.
package struct ComprehensionExpression: Sendable {
    package let element: Expression
    package let names: [Identifier]
    package let sequence: Expression
    package let condition: Expression?
}
