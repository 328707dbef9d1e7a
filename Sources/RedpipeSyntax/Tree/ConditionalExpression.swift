/// The form `value if condition else otherwise`.
package struct ConditionalExpression: Sendable {
    package let condition: Expression
    package let value: Expression
    package let otherwise: Expression
}
