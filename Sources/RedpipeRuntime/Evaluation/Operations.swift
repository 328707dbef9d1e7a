import RedpipeCompiler
import RedpipeSyntax

/// What the operators do with values that are there.
enum Operations {
    static func apply(
        _ operation: BinaryOperator,
        _ left: Value,
        _ right: Value,
        at span: SourceSpan
    ) throws(EvaluationError) -> Value {
        switch operation {
        case .add: try add(left, right, at: span)
        case .subtract, .multiply: try arithmetic(operation, left, right, at: span)
        case .divide: try divide(left, right, at: span)
        case .floorDivide, .remainder: try floorDivide(operation, left, right, at: span)
        case .equal: .boolean(try equals(left, right, at: span))
        case .notEqual: .boolean(try !equals(left, right, at: span))
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            .boolean(try compare(operation, left, right, at: span))
        case .contains: .boolean(try contains(right, left, at: span))
        case .halfOpenRange, .closedRange: try range(operation, left, right, at: span)
        case .or, .and, .orElse:
            preconditionFailure("the evaluator computes only the operands that count")
        }
    }

    // MARK: Arithmetic

    private static func add(
        _ left: Value,
        _ right: Value,
        at span: SourceSpan
    ) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.text(let a), .text(let b)): .text(a + b)
        case (.text(let a), .bytes(let b)), (.bytes(let a), .text(let b)),
            (.bytes(let a), .bytes(let b)):
            .bytes(a + b)
        case (.list(let a), .list(let b)): .list(a + b)
        case (.list, .range), (.range, .list), (.range, .range):
            .list(try items(of: left, at: span) + items(of: right, at: span))
        default: try arithmetic(.add, left, right, at: span)
        }
    }

    private static func items(
        of value: Value,
        at span: SourceSpan
    ) throws(EvaluationError) -> [Value] {
        switch value {
        case .list(let items): return items
        case .range(let range):
            if let items = range.items { return items }
            throw .raised(.tooLongForList(at: span))
        default: preconditionFailure("only lists and ranges have items")
        }
    }

    private static func arithmetic(
        _ operation: BinaryOperator,
        _ left: Value,
        _ right: Value,
        at span: SourceSpan
    ) throws(EvaluationError) -> Value {
        if case .integer(let a) = left, case .integer(let b) = right {
            let (result, overflow) =
                switch operation {
                case .add: a.addingReportingOverflow(b)
                case .subtract: a.subtractingReportingOverflow(b)
                default: a.multipliedReportingOverflow(by: b)
                }
            guard !overflow else { throw .raised(.overflow(operation.rawValue, at: span)) }
            return .integer(result)
        }
        let (a, b) = try numbers(operation, left, right, at: span)
        switch operation {
        case .add: return .float(a + b)
        case .subtract: return .float(a - b)
        default: return .float(a * b)
        }
    }

    private static func divide(
        _ left: Value,
        _ right: Value,
        at span: SourceSpan
    ) throws(EvaluationError) -> Value {
        let (a, b) = try numbers(.divide, left, right, at: span)
        guard b != 0 else { throw .raised(.divisionByZero("E0603", at: span)) }
        return .float(a / b)
    }

    /// `//` and `%` round down, so that `a == a // b * b + a % b` and the sign is that of `b`.
    private static func floorDivide(
        _ operation: BinaryOperator,
        _ left: Value,
        _ right: Value,
        at span: SourceSpan
    ) throws(EvaluationError) -> Value {
        guard case .integer(let a) = left, case .integer(let b) = right else {
            let (a, b) = try numbers(operation, left, right, at: span)
            guard b != 0 else { throw .raised(.divisionByZero("E0603", at: span)) }
            let quotient = (a / b).rounded(.down)
            return .float(operation == .floorDivide ? quotient : a - quotient * b)
        }
        guard b != 0 else { throw .raised(.divisionByZero("E0603", at: span)) }
        guard a != .min || b != -1 else {
            if operation == .remainder { return .integer(0) }
            throw .raised(.overflow(operation.rawValue, at: span))
        }
        let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
        let isBelow = remainder != 0 && (remainder < 0) != (b < 0)
        return .integer(
            operation == .floorDivide
                ? quotient - (isBelow ? 1 : 0) : remainder + (isBelow ? b : 0)
        )
    }

    private static func numbers(
        _ operation: BinaryOperator,
        _ left: Value,
        _ right: Value,
        at span: SourceSpan
    ) throws(EvaluationError) -> (Double, Double) {
        guard let a = left.number, let b = right.number else {
            throw .raised(.mismatch("E0605", operation, left.kind, right.kind, at: span))
        }
        return (a, b)
    }

    // MARK: Comparison

    static func equals(
        _ left: Value,
        _ right: Value,
        at span: SourceSpan
    ) throws(EvaluationError) -> Bool {
        switch (left, right) {
        case (.null, .null): return true
        case (.null, _), (_, .null): return false
        case (.boolean(let a), .boolean(let b)): return a == b
        case (.integer(let a), .integer(let b)): return a == b
        case (.text(let a), .text(let b)), (.text(let a), .bytes(let b)),
            (.bytes(let a), .text(let b)), (.bytes(let a), .bytes(let b)):
            return a == b
        case (.list(let a), .list(let b)): return try equals(a, b, at: span)
        case (.range(let a), .range(let b)): return a == b || (a.count == 0 && b.count == 0)
        case (.list(let a), .range(let b)), (.range(let b), .list(let a)):
            guard Int64(a.count) == b.count, let b = b.items else { return false }
            return try equals(a, b, at: span)
        case (.map(let a), .map(let b)): return try equals(a, b, at: span)
        default:
            if let equal = areEqual(left, right) { return equal }
            throw .raised(.mismatch("E0605", .equal, left.kind, right.kind, at: span))
        }
    }

    private static func equals(
        _ left: [Value],
        _ right: [Value],
        at span: SourceSpan
    ) throws(EvaluationError) -> Bool {
        guard left.count == right.count else { return false }
        for (a, b) in zip(left, right) {
            let (a, b) = (try a.known(at: span), try b.known(at: span))
            if try !equals(a, b, at: span) { return false }
        }
        return true
    }

    private static func equals(
        _ left: ValueMap,
        _ right: ValueMap,
        at span: SourceSpan
    ) throws(EvaluationError) -> Bool {
        guard left.count == right.count else { return false }
        for (key, value) in left {
            guard let other = right[key] else { return false }
            if try !equals(value.known(at: span), other.known(at: span), at: span) { return false }
        }
        return true
    }

    private static func compare(
        _ operation: BinaryOperator,
        _ left: Value,
        _ right: Value,
        at span: SourceSpan
    ) throws(EvaluationError) -> Bool {
        if case .integer(let a) = left, case .integer(let b) = right {
            return ordered(operation, a, b)
        }
        if let ordered = compareMixed(operation, left, right) { return ordered }
        guard let a = left.bytes, let b = right.bytes else {
            throw .raised(.mismatch("E0605", operation, left.kind, right.kind, at: span))
        }
        switch operation {
        case .less: return a.lexicographicallyPrecedes(b)
        case .lessOrEqual: return !b.lexicographicallyPrecedes(a)
        case .greater: return b.lexicographicallyPrecedes(a)
        default: return !a.lexicographicallyPrecedes(b)
        }
    }

    /// An int and a float, exactly: as a float the int might be rounded onto the other.
    private static func areEqual(_ left: Value, _ right: Value) -> Bool? {
        switch (left, right) {
        case (.integer(let a), .float(let b)), (.float(let b), .integer(let a)):
            Int64(exactly: b) == a
        case (.float(let a), .float(let b)): a == b
        default: nil
        }
    }

    private static func compareMixed(
        _ operation: BinaryOperator,
        _ left: Value,
        _ right: Value
    ) -> Bool? {
        switch (left, right) {
        case (.float(let a), .float(let b)): ordered(operation, a, b)
        case (.integer(let a), .float(let b)): ordered(operation, difference(a, b), 0)
        case (.float(let a), .integer(let b)): ordered(operation, 0, difference(b, a))
        default: nil
        }
    }

    /// A number with the sign of `integer - float`, which has none if the float is none.
    private static func difference(_ integer: Int64, _ float: Double) -> Double {
        guard let whole = Int64(exactly: float.rounded(.towardZero)) else { return -float }
        if integer != whole { return integer < whole ? -1 : 1 }
        return Double(whole) - float
    }

    private static func ordered<Number: Comparable>(
        _ operation: BinaryOperator,
        _ left: Number,
        _ right: Number
    ) -> Bool {
        switch operation {
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        default: left >= right
        }
    }

    // MARK: Membership and ranges

    static func contains(
        _ whole: Value,
        _ part: Value,
        at span: SourceSpan
    ) throws(EvaluationError) -> Bool {
        switch whole {
        case .list(let items):
            for item in items where try equals(item.known(at: span), part, at: span) { return true }
            return false
        case .map(let map): return MapKey(part).map { map[$0] != nil } ?? false
        case .range(let range):
            guard case .integer(let number) = part else { break }
            guard number >= range.lower else { return false }
            let (distance, overflow) = number.subtractingReportingOverflow(range.lower)
            return !overflow && distance < range.count
        case .text(let bytes), .bytes(let bytes):
            guard let part = part.bytes else { break }
            return bytes.firstRange(of: part, from: 0) != nil
        default: break
        }
        throw .raised(.mismatch("E0605", .contains, part.kind, whole.kind, at: span))
    }

    private static func range(
        _ operation: BinaryOperator,
        _ left: Value,
        _ right: Value,
        at span: SourceSpan
    ) throws(EvaluationError) -> Value {
        guard case .integer(let lower) = left, case .integer(let upper) = right else {
            throw .raised(.mismatch("E0605", operation, left.kind, right.kind, at: span))
        }
        let (distance, overflow) = upper.subtractingReportingOverflow(lower)
        let (count, overflow2) = distance.addingReportingOverflow(
            operation == .closedRange ? 1 : 0
        )
        guard !overflow, !overflow2 else {
            throw .raised(.overflow(operation.rawValue, at: span))
        }
        return .range(IntegerRange(lower: lower, count: max(0, count)))
    }
}

extension Value {
    /// An int or a float as a float.
    var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .float(let number): number
        default: nil
        }
    }

    /// The bytes of text or bytes.
    var bytes: [UInt8]? {
        switch self {
        case .text(let bytes), .bytes(let bytes): bytes
        default: nil
        }
    }

    /// The value itself, once it is there.
    func known(at span: SourceSpan) throws(EvaluationError) -> Value {
        guard case .deferred(let deferred) = self else { return self }
        switch deferred.reading {
        case .known(let value): return try value.known(at: span)
        case .failed(let error): throw .failed(error)
        case .pending: throw .pending(deferred.pendingRead, at: span)
        }
    }
}

extension [UInt8] {
    /// Where a part stands in these bytes, from an offset on.
    func firstRange(of part: [UInt8], from start: Int) -> Range<Int>? {
        guard count - start >= part.count else { return nil }
        for offset in start...(count - part.count)
        where self[offset..<offset + part.count].elementsEqual(part) {
            return offset..<offset + part.count
        }
        return nil
    }
}

extension Diagnostic {
    static func overflow(_ operation: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0603", "the result of `\(operation)` does not fit into 64 bits", at: span)
    }
}
