package import RedpipeSyntax

/// An expression whose names are places.
package struct PlannedExpression: Sendable {
    package indirect enum Kind: Sendable {
        case null
        case boolean(Bool)
        case integer(Int64)
        case float(Double)
        /// Valid UTF-8.
        case text([UInt8])
        case bytes([UInt8])
        case interpolation([PlannedText])
        case variable(Place, name: String)
        case list([PlannedExpression])
        case map([(key: PlannedExpression, value: PlannedExpression)])
        case call(FunctionCall)
        case library(LibraryFunction, [PlannedExpression])
        case index(PlannedExpression, PlannedExpression)
        case member(PlannedExpression, Identifier)
        case unary(UnaryOperator, PlannedExpression)
        case binary(BinaryOperator, PlannedExpression, PlannedExpression, SourceSpan)
        case conditional(PlannedConditional)
        case comprehension(PlannedComprehension)
    }

    package let kind: Kind
    package let span: SourceSpan
    /// Computing it queues commands.
    package let queues: Bool
    /// What it reads from the frame where it stands, so that a callback can take it along.
    package let reads: [Place]
}

/// A call of a function of the script: arguments in the order of the parameters, `nil` for those left
/// to their defaults.
package struct FunctionCall: Sendable {
    package let function: Int
    package let arguments: [PlannedExpression?]
}

package struct PlannedConditional: Sendable {
    package let condition: PlannedExpression
    package let value: PlannedExpression
    package let otherwise: PlannedExpression
}

package struct PlannedComprehension: Sendable {
    package let element: PlannedExpression
    package let places: [Place]
    package let sequence: PlannedExpression
    package let condition: PlannedExpression?
}
