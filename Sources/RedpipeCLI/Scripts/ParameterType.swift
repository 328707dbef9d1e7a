import RedpipeCompiler
import RedpipeSyntax

/// What the command line gives for a parameter of a script: the type of its default.
enum ParameterType {
    case integer
    case float
    case boolean
    case text
    case collection
}

extension ScriptParameter {
    var type: ParameterType { defaultValue.flatMap(ParameterType.init) ?? .text }
}

extension ParameterType {
    /// The type that an expression has whatever the run does; `nil` if that is not certain.
    init?(_ expression: PlannedExpression) {
        switch expression.kind {
        case .integer: self = .integer
        case .float: self = .float
        case .boolean: self = .boolean
        case .text, .bytes, .interpolation: self = .text
        case .list, .map, .comprehension: self = .collection
        case .unary(.not, _): self = .boolean
        case .unary(.negate, let operand): self.init(operand)
        case .binary(let operation, let left, let right, _):
            self.init(operation, Self(left), Self(right))
        case .library(let function, let arguments): self.init(function, arguments)
        case .conditional(let conditional): self.init(conditional.value)
        case .null, .variable, .call, .index, .member, .scan: return nil
        }
    }

    private init?(_ operation: BinaryOperator, _ left: Self?, _ right: Self?) {
        switch operation {
        case .or, .and, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
            .contains:
            self = .boolean
        case .divide: self = .float
        case .halfOpenRange, .closedRange: self = .collection
        case .orElse:
            guard let type = left ?? right else { return nil }
            self = type
        case .add, .subtract, .multiply, .floorDivide, .remainder:
            guard let type = left == .float || right == .float ? .float : left ?? right else {
                return nil
            }
            self = type
        }
    }

    private init?(_ function: LibraryFunction, _ arguments: [PlannedExpression]) {
        switch function {
        case .len, .int, .now, .nowMilliseconds, .slot: self = .integer
        case .float: self = .float
        case .bool, .contains, .startsWith, .isError: self = .boolean
        case .text, .upper, .lower, .trim, .replace, .join, .hex, .base64, .bytes, .randomHex,
            .json, .env, .file:
            self = .text
        case .sorted, .reversed, .unique, .keys, .values, .zip, .enumerate, .chunks, .map, .split:
            self = .collection
        case .abs:
            guard let first = arguments.first else { return nil }
            self.init(first)
        case .sum, .min, .max, .round, .parseJSON, .lines, .csv, .ndjson, .stdin, .scan:
            return nil
        }
    }
}
