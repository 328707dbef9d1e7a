import RedpipeCommands
import RedpipeCompiler
import RedpipeSyntax

extension Executor {
    /// The form `value[index]`: an item of a list, a value of a map, a slice by a range.
    mutating func evaluate(
        _ value: PlannedExpression,
        at index: PlannedExpression,
        _ span: SourceSpan
    ) throws(EvaluationError) -> Value {
        let whole = try known(value)
        if let slice = try slice(of: whole, index) { return slice }
        let key = try known(index)
        switch (whole, key) {
        case (.list(let items), .integer(let position)):
            guard let offset = offset(position, in: items.count) else {
                throw .raised(.outOfRange("E0604", position, items.count, at: index.span))
            }
            return items[offset]
        case (.range(let items), .integer(let position)):
            guard let offset = offset(position, in: Int(items.count)) else {
                throw .raised(.outOfRange("E0604", position, Int(items.count), at: index.span))
            }
            return .integer(items.lower + Int64(offset))
        case (_, .range(let range)) where whole.itemCount != nil:
            return whole.items(in: ints(of: range, in: whole.itemCount ?? 0))
        case (.record(let record), .text(let name)), (.record(let record), .bytes(let name)):
            return try self.field(name, of: record, at: index.span)
        case (.map(let map), _):
            guard let mapKey = MapKey(key) else { break }
            if let value = map[mapKey] { return value }
            guard let columns = map.columns else { return .null }
            throw .raised(.noColumn(try key.shown(at: index.span), columns, at: index.span))
        default: break
        }
        throw .raised(.notIndexable("E0605", whole.kind, key.kind, at: span))
    }

    /// The form `value[a..<b]`, with the bounds as they stand there: as a range `0..<-1` is empty.
    private mutating func slice(
        of whole: Value,
        _ index: PlannedExpression
    ) throws(EvaluationError) -> Value? {
        guard case .binary(let operation, let left, let right, _) = index.kind,
            operation == .halfOpenRange || operation == .closedRange, let count = whole.itemCount,
            case .integer(let lower) = try known(left), case .integer(let upper) = try known(right)
        else { return nil }
        let start = bound(lower, in: count)
        var end = bound(upper, in: count)
        if operation == .closedRange, upper >= -Int64(count) { end = min(count, end + 1) }
        return whole.items(in: start..<max(start, end))
    }

    /// A bound of a slice: a negative one counts from the end, all are moved into the value.
    private func bound(_ position: Int64, in count: Int) -> Int {
        let offset = position < 0 ? position + Int64(count) : position
        return Int(min(max(offset, 0), Int64(count)))
    }

    private func offset(_ position: Int64, in count: Int) -> Int? {
        let offset = position < 0 ? position + Int64(count) : position
        return (0..<Int64(count)).contains(offset) ? Int(offset) : nil
    }

    /// What the ints of a range that came through a name stand for.
    private func ints(of range: IntegerRange, in count: Int) -> Range<Int> {
        guard range.count > 0 else { return 0..<0 }
        let (last, overflow) = range.lower.addingReportingOverflow(range.count - 1)
        let start = bound(range.lower, in: count)
        guard !overflow, last >= -Int64(count) else { return start..<(overflow ? count : start) }
        return start..<max(start, min(count, bound(last, in: count) + 1))
    }

    /// The form `value.field`.
    mutating func evaluate(
        _ value: PlannedExpression,
        _ field: PlannedField
    ) throws(EvaluationError) -> Value {
        switch try known(value) {
        case .map(let map):
            if let value = map[name: field.bytes] { return value }
            guard let columns = map.columns else { return .null }
            throw .raised(.noColumn(field.bytes, columns, at: field.name.span))
        case .failure(let error): return try property(field.name, of: error)
        case .record(let record): return try property(field, of: record)
        case .key(let key): return try property(field, of: key)
        case let other: throw .raised(.noField(field.name, of: other))
        }
    }

    private func property(
        _ field: Identifier,
        of error: ScriptError
    ) throws(EvaluationError) -> Value {
        switch field.name {
        case "code": return .text(error.code)
        case "message": return .text(error.message)
        case "outcome": return .text(error.outcome.rawValue)
        default:
            let names = ["code", "message", "outcome"]
            let nearest = Suggestion.nearest(to: field.name, in: names)
            throw .raised(
                Diagnostic("E0604", "an error has no field `\(field.name)`", at: field.span)
                    .help(
                        nearest.map { "did you mean `.\($0)`?" }
                            ?? "it has `.code`, `.message` and `.outcome`"
                    )
            )
        }
    }
}

extension Value {
    /// How many items a slice can be taken of; `nil` for what has no slices.
    fileprivate var itemCount: Int? {
        switch self {
        case .list(let items): items.count
        case .range(let range): Int(range.count)
        case .text(let bytes): String(decoding: bytes, as: UTF8.self).unicodeScalars.count
        case .bytes(let bytes): bytes.count
        default: nil
        }
    }

    fileprivate func items(in part: Range<Int>) -> Value {
        switch self {
        case .list(let items): return .list(Array(items[part]))
        case .range(let range):
            let lower = range.lower + Int64(part.lowerBound)
            return .range(IntegerRange(lower: lower, count: Int64(part.count)))
        case .text(let bytes):
            let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[part])
            return .text(String(text))
        case .bytes(let bytes): return .bytes(Array(bytes[part]))
        default: preconditionFailure("what has no count has no slices")
        }
    }
}

extension Diagnostic {
    fileprivate static func noColumn(
        _ name: [UInt8],
        _ columns: TableColumns,
        at span: SourceSpan
    ) -> Diagnostic {
        let name = String(decoding: name, as: UTF8.self)
        let known = columns.names.sorted()
        let list = known.map { "`\($0.printable)`" }.joined(separator: ", ")
        return Diagnostic("E0604", "there is no column `\(name.printable)`", at: span)
            .help(
                Suggestion.nearest(to: name, in: known).map { "did you mean `\($0)`?" }
                    ?? "the columns are \(list)"
            )
    }

    fileprivate static func noField(_ field: Identifier, of value: Value) -> Diagnostic {
        Diagnostic("E0605", "\(value.kindName) has no field `\(field.name)`", at: field.span)
    }
}
