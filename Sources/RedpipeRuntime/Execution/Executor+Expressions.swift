import RedpipeCompiler
import RedpipeSyntax

extension Executor {
    /// The value of an expression, needed here and now.
    mutating func known(_ expression: PlannedExpression) throws(EvaluationError) -> Value {
        try evaluate(expression).known(at: expression.span)
    }

    mutating func isTrue(_ condition: PlannedExpression) throws(EvaluationError) -> Bool {
        let value = try known(condition)
        guard case .boolean(let flag) = value else {
            throw .raised(.notABool("E0605", value.kind, at: condition.span))
        }
        return flag
    }

    /// The value of an expression that queues nothing; it may be a deferred that is still pending.
    mutating func evaluate(_ expression: PlannedExpression) throws(EvaluationError) -> Value {
        switch expression.kind {
        case .null: return .null
        case .boolean(let flag): return .boolean(flag)
        case .integer(let number): return .integer(number)
        case .float(let number): return .float(number)
        case .text(let bytes): return .text(bytes)
        case .bytes(let bytes): return .bytes(bytes)
        case .variable(let place, let name):
            return try bound(value(at: place), name, at: expression.span)
        case .interpolation(let pieces): return try .string(text(of: pieces))
        case .list(let items): return .list(try evaluate(items))
        case .map(let entries): return .map(try evaluate(entries))
        case .call(let call): return try self.call(call, at: expression.span) ?? .null
        case .library(let function, let arguments):
            return try evaluate(function, arguments, at: expression.span)
        case .scan(let scan): return .stream(try stream(scan, at: expression.span))
        case .index(let value, let index): return try evaluate(value, at: index, expression.span)
        case .member(let value, let field): return try evaluate(value, field)
        case .unary(let operation, let operand):
            return try evaluate(operation, operand, at: expression.span)
        case .binary(let operation, let left, let right, let span):
            return try evaluate(operation, left, right, at: span)
        case .conditional(let conditional):
            let isTrue = try isTrue(conditional.condition)
            return try evaluate(isTrue ? conditional.value : conditional.otherwise)
        case .comprehension(let comprehension): return try evaluate(comprehension)
        }
    }

    private func bound(
        _ value: Value,
        _ name: String,
        at span: SourceSpan
    ) throws(EvaluationError) -> Value {
        if case .deferred(let deferred) = value, deferred === unbound {
            throw .raised(.notBoundYet(name, at: span))
        }
        return value
    }

    private mutating func evaluate(
        _ items: [PlannedExpression]
    ) throws(EvaluationError) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(items.count)
        for item in items { values.append(try evaluate(item)) }
        return values
    }

    private mutating func evaluate(
        _ entries: [PlannedEntry]
    ) throws(EvaluationError) -> ValueMap {
        var map = ValueMap()
        for entry in entries {
            let key = try known(entry.key)
            guard let mapKey = MapKey(key) else { throw .raised(.badKey(key, at: entry.key.span)) }
            map[mapKey] = try evaluate(entry.value)
        }
        return map
    }

    mutating func text(of pieces: [PlannedText]) throws(EvaluationError) -> [UInt8] {
        var text: [UInt8] = []
        for piece in pieces {
            switch piece {
            case .literal(let bytes): text += bytes
            case .hole(let hole): text += try known(hole).shown(at: hole.span)
            }
        }
        return text
    }

    private mutating func evaluate(
        _ function: LibraryFunction,
        _ arguments: [PlannedExpression],
        at span: SourceSpan
    ) throws(EvaluationError) -> Value {
        var values: [Value] = []
        for argument in arguments { values.append(try known(argument)) }
        if let stream = try stream(function, values, at: span) { return .stream(stream) }
        return try Library(span: span, function: function).call(values)
    }

    private mutating func evaluate(
        _ operation: UnaryOperator,
        _ operand: PlannedExpression,
        at span: SourceSpan
    ) throws(EvaluationError) -> Value {
        guard operation == .negate else { return .boolean(try !isTrue(operand)) }
        switch try known(operand) {
        case .float(let number): return .float(-number)
        case .integer(let number):
            guard number != .min else { throw .raised(.overflow("-", at: span)) }
            return .integer(-number)
        case let other: throw .raised(.notNegatable("E0605", other.kind, at: operand.span))
        }
    }

    private mutating func evaluate(
        _ operation: BinaryOperator,
        _ left: PlannedExpression,
        _ right: PlannedExpression,
        at span: SourceSpan
    ) throws(EvaluationError) -> Value {
        switch operation {
        case .and: return .boolean(try isTrue(left) ? try isTrue(right) : false)
        case .or: return .boolean(try isTrue(left) ? true : try isTrue(right))
        case .orElse:
            let value = try known(left)
            if case .null = value { return try evaluate(right) }
            return value
        default:
            let first = try known(left)
            return try Operations.apply(operation, first, known(right), at: span)
        }
    }

    private mutating func evaluate(
        _ comprehension: PlannedComprehension
    ) throws(EvaluationError) -> Value {
        var values: [Value] = []
        _ = try forEach(of: comprehension.sequence, into: comprehension.places) {
            (executor) throws(EvaluationError) in
            if let condition = comprehension.condition, try !executor.isTrue(condition) {
                return .next
            }
            values.append(try executor.evaluate(comprehension.element))
            return .next
        }
        return .list(values)
    }
}

extension Diagnostic {
    fileprivate static func notBoundYet(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0608", "`\(name)` has no value yet: its line has not run", at: span)
            .help("that line comes later, or an error kept it from running")
    }

    fileprivate static func badKey(_ value: Value, at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0605", "\(value.kindName) cannot be a key of a map", at: span)
    }
}
