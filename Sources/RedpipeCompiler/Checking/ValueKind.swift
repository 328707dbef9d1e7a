import RedpipeSyntax

/// What a value is.
package enum ValueKind: Hashable, Sendable {
    case null, boolean, integer, float, text, bytes, list, map, range, deferred, error, stream

    /// What messages call it.
    package var name: String {
        switch self {
        case .null: "null"
        case .boolean: "a bool"
        case .integer: "an int"
        case .float: "a float"
        case .text: "a text"
        case .bytes: "bytes"
        case .list: "a list"
        case .map: "a map"
        case .range: "a range"
        case .deferred: "a deferred value"
        case .error: "an error"
        case .stream: "a stream"
        }
    }

    package var isNumber: Bool { self == .integer || self == .float }

    /// Text or bytes.
    package var isString: Bool { self == .text || self == .bytes }

    /// A list, or a range, which stands for one.
    package var isList: Bool { self == .list || self == .range }
}

extension ValueKind {
    /// The kind that an expression has whatever the run does; `nil` if that is not certain.
    package init?(_ expression: PlannedExpression) {
        switch expression.kind {
        case .null: self = .null
        case .boolean: self = .boolean
        case .integer: self = .integer
        case .float: self = .float
        case .text: self = .text
        case .bytes: self = .bytes
        case .list, .comprehension: self = .list
        case .map: self = .map
        case .scan: self = .stream
        case .unary(.not, _): self = .boolean
        case .unary(.negate, let operand): self.init(operand)
        case .binary(let operation, let left, let right, _):
            self.init(operation, Self(left), Self(right))
        case .library(let function, let arguments): self.init(function, arguments)
        case .conditional(let conditional):
            guard let kind = Self(conditional.value), kind == Self(conditional.otherwise) else {
                return nil
            }
            self = kind
        // The text may turn out not to be UTF-8.
        case .interpolation, .variable, .call, .index, .member: return nil
        }
    }

    private init?(_ operation: BinaryOperator, _ left: Self?, _ right: Self?) {
        switch operation {
        case .or, .and, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
            .contains:
            self = .boolean
        case .divide: self = .float
        case .halfOpenRange, .closedRange: self = .range
        case .orElse:
            guard let left, left == right else { return nil }
            self = left
        case .add, .subtract, .multiply, .floorDivide, .remainder:
            guard let left, let right else { return nil }
            if left.isNumber, right.isNumber {
                self = left == .float ? left : right
            } else if operation == .add, left.isList, right.isList {
                self = .list
            } else if operation == .add, left == .text, right == .text {
                self = .text
            } else {
                return nil
            }
        }
    }

    private init?(_ function: LibraryFunction, _ arguments: [PlannedExpression]) {
        switch function {
        case .len, .int, .now, .nowMilliseconds, .slot: self = .integer
        case .float: self = .float
        case .bool, .contains, .startsWith, .isError: self = .boolean
        case .hex, .base64, .randomHex, .json: self = .text
        case .sorted, .reversed, .unique, .keys, .values, .zip, .enumerate, .split: self = .list
        case .map: self = .map
        case .lines, .csv, .ndjson, .stdin, .scan: self = .stream
        case .abs:
            guard let first = arguments.first else { return nil }
            self.init(first)
        case .sum, .min, .max, .round, .parseJSON, .chunks, .join, .upper, .lower, .trim, .replace,
            .text, .bytes, .env, .file:
            return nil
        }
    }
}
