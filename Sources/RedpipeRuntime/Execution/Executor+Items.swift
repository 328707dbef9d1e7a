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
        let key = try known(index)
        switch (whole, key) {
        case (.list(let items), .integer(let position)):
            guard let offset = offset(position, in: items.count) else {
                throw .raised(.outOfRange("E0604", position, items.count, at: index.span))
            }
            return items[offset]
        case (.list(let items), .range(let range)):
            return .list(Array(items[clamped(range, to: items.count)]))
        case (.range(let items), .integer(let position)):
            guard let offset = offset(position, in: Int(items.count)) else {
                throw .raised(.outOfRange("E0604", position, Int(items.count), at: index.span))
            }
            return .integer(items.lower + Int64(offset))
        case (.range(let items), .range(let range)):
            let part = clamped(range, to: Int(items.count))
            let lower = items.lower + Int64(part.lowerBound)
            return .range(IntegerRange(lower: lower, count: Int64(part.count)))
        case (.text(let bytes), .range(let range)):
            let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[clamped(range, to: scalars.count)])
            return .text(String(text))
        case (.bytes(let bytes), .range(let range)):
            return .bytes(Array(bytes[clamped(range, to: bytes.count)]))
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

    private func offset(_ position: Int64, in count: Int) -> Int? {
        let offset = position < 0 ? position + Int64(count) : position
        return (0..<Int64(count)).contains(offset) ? Int(offset) : nil
    }

    private func clamped(_ range: IntegerRange, to count: Int) -> Range<Int> {
        let lower = Int(min(max(range.lower, 0), Int64(count)))
        let (upper, overflow) = range.lower.addingReportingOverflow(range.count)
        return lower..<max(lower, overflow ? count : Int(min(max(upper, 0), Int64(count))))
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
