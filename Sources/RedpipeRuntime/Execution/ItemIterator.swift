import RedpipeCompiler
import RedpipeSyntax

/// Walks a list, a map, a range or a stream, one item at a time; several names take an item apart.
struct ItemIterator {
    private enum Items {
        case list([Value])
        case range(IntegerRange)
        case map(ValueMap)
        case stream(ItemStream)
    }

    private let items: Items
    private let nameCount: Int
    private let span: SourceSpan
    private var position = 0

    init(_ value: Value, count: Int, at span: SourceSpan) throws(EvaluationError) {
        switch value {
        case .list(let values): items = .list(values)
        case .range(let range): items = .range(range)
        case .map(let map): items = .map(map)
        case .stream(let stream):
            try stream.start(at: span)
            items = .stream(stream)
        default: throw .raised(.notASequence("E0605", value.kind, at: span))
        }
        nameCount = count
        self.span = span
    }

    /// The next item may cost a round trip.
    var asksServer: Bool {
        if case .stream(let stream) = items { stream.asksServer } else { false }
    }

    mutating func next() throws(EvaluationError) -> [Value]? {
        defer { position += 1 }
        switch items {
        case .stream(let stream):
            guard let item = try stream.next() else { return nil }
            return try split(item)
        case .range(let range):
            guard position < range.count else { return nil }
            return try split(.integer(range.lower + Int64(position)))
        case .list(let values):
            guard position < values.count else { return nil }
            return try split(values[position])
        case .map(let map):
            guard position < map.count else { return nil }
            let entry = map[position]
            return nameCount == 1 ? [entry.key.value] : try fitted([entry.key.value, entry.value])
        }
    }

    private func split(_ item: Value) throws(EvaluationError) -> [Value] {
        guard nameCount > 1 else { return [item] }
        guard case .list(let parts) = try item.known(at: span) else {
            throw .raised(.notSplittable(item, into: nameCount, at: span))
        }
        return try fitted(parts)
    }

    private func fitted(_ parts: [Value]) throws(EvaluationError) -> [Value] {
        guard parts.count == nameCount else {
            throw .raised(.wrongPartCount(parts.count, nameCount, at: span))
        }
        return parts
    }
}

extension Diagnostic {
    fileprivate static func notSplittable(
        _ item: Value,
        into count: Int,
        at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic("E0605", "an item is \(item.kindName), not a list of \(count)", at: span)
    }

    fileprivate static func wrongPartCount(
        _ found: Int,
        _ wanted: Int,
        at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic("E0605", "an item has \(found) parts for \(wanted) names", at: span)
    }
}
