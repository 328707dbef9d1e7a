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
        case map([PlannedEntry])
        case call(FunctionCall)
        case library(LibraryFunction, [PlannedExpression])
        case scan(PlannedScan)
        case index(PlannedExpression, PlannedExpression)
        case member(PlannedExpression, PlannedField)
        case unary(UnaryOperator, PlannedExpression)
        case binary(BinaryOperator, PlannedExpression, PlannedExpression, SourceSpan)
        case conditional(PlannedConditional)
        case comprehension(PlannedComprehension)
    }

    package let kind: Kind
    package let span: SourceSpan
    /// Computing it queues commands.
    package let queues: Bool
}

/// The field of a `value.field`.
package struct PlannedField: Sendable {
    package let name: Identifier
    /// The name as the keys of maps are compared.
    package let bytes: [UInt8]

    init(_ name: Identifier) {
        self.name = name
        bytes = Array(name.name.utf8)
    }
}

/// `key: value` of a map literal.
package struct PlannedEntry: Sendable {
    package let key: PlannedExpression
    package let value: PlannedExpression
}

/// A call of a function of the script: arguments in the order of the parameters, `nil` for those left
/// to their defaults.
package struct FunctionCall: Sendable {
    package let function: Int
    package let arguments: [PlannedExpression?]
}

/// A walk over the keys of a server.
package struct PlannedScan: Sendable {
    package let pattern: PlannedExpression
    /// `nil`: where a bare command goes.
    package let connection: String?
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

extension PlannedExpression {
    /// Makes an expression that queues if it calls a function that does, or any operand queues.
    init(_ kind: Kind, at span: SourceSpan, calls queueing: Set<Int>) {
        self.kind = kind
        self.span = span
        if case .call(let call) = kind, queueing.contains(call.function) {
            queues = true
        } else {
            queues = kind.operands.contains(where: \.queues)
        }
    }

    /// The expressions that this one is made of.
    package var operands: [PlannedExpression] { kind.operands }
}

extension PlannedExpression.Kind {
    var operands: [PlannedExpression] {
        switch self {
        case .null, .boolean, .integer, .float, .text, .bytes, .variable: []
        case .interpolation(let pieces):
            pieces.compactMap { if case .hole(let hole) = $0 { hole } else { nil } }
        case .list(let items), .library(_, let items): items
        case .map(let entries): entries.flatMap { [$0.key, $0.value] }
        case .call(let call): call.arguments.compactMap(\.self)
        case .scan(let scan): [scan.pattern]
        case .index(let value, let index): [value, index]
        case .member(let value, _), .unary(_, let value): [value]
        case .binary(_, let left, let right, _): [left, right]
        case .conditional(let conditional):
            [conditional.condition, conditional.value, conditional.otherwise]
        case .comprehension(let comprehension):
            [comprehension.sequence, comprehension.condition, comprehension.element]
                .compactMap(\.self)
        }
    }
}
