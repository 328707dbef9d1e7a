/// The form `left operator right`.
package struct BinaryExpression: Sendable {
    package let operation: BinaryOperator
    package let left: Expression
    package let right: Expression
    package let operatorSpan: SourceSpan
}

/// The operators between two operands, loosest first.
package enum BinaryOperator: String, Sendable {
    case or
    case and
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case contains = "in"
    case halfOpenRange = "..<"
    case closedRange = "..."
    case orElse = "??"
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case floorDivide = "//"
    case remainder = "%"
}

/// The operators before one operand.
package enum UnaryOperator: String, Sendable {
    case not
    case negate = "-"
}
