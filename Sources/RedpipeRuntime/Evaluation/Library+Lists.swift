import RedpipeCompiler
import RedpipeSyntax

extension Library {
    func callOnList(_ arguments: [Value]) throws(EvaluationError) -> Value {
        let first = arguments[0]
        switch function {
        case .len: return .integer(Int64(try length(of: first)))
        case .sum: return try sum(known(list(first)))
        case .min, .max: return try extreme(arguments)
        case .sorted: return .list(try sorted(known(list(first))))
        case .reversed: return .list(try list(first).reversed())
        case .unique: return .list(try unique(known(list(first))))
        case .zip:
            let pairs = Swift.zip(try list(first), try list(known(arguments[1])))
            return .list(pairs.map { .list([$0, $1]) })
        case .enumerate:
            let items = try list(first)
            return .list(items.indices.map { .list([.integer(Int64($0)), items[$0]]) })
        default: return .list(try chunks(list(first), of: integer(arguments[1])))
        }
    }

    /// Code points of text, bytes of bytes, items of the rest.
    private func length(of value: Value) throws(EvaluationError) -> Int {
        switch value {
        case .text(let bytes): String(decoding: bytes, as: UTF8.self).unicodeScalars.count
        case .bytes(let bytes): bytes.count
        case .list(let items): items.count
        case .map(let map): map.count
        case .range(let range): Int(range.count)
        default: throw wrong(value, "a text, bytes, a list or a map")
        }
    }

    private func sum(_ items: [Value]) throws(EvaluationError) -> Value {
        var total = Value.integer(0)
        for item in items {
            guard item.number != nil else { throw wrong(item, "numbers") }
            total = try sum(total, item)
        }
        return total
    }

    private func sum(_ total: Value, _ item: Value) throws(EvaluationError) -> Value {
        if case .integer(let a) = total, case .integer(let b) = item {
            let (result, overflow) = a.addingReportingOverflow(b)
            guard !overflow else { throw .raised(.overflow("sum", at: span)) }
            return .integer(result)
        }
        return try Operations.apply(.add, total, item, at: span)
    }

    /// Whether a value stands before another one; what cannot be compared names this function.
    private func isLess(_ one: Value, _ other: Value) throws(EvaluationError) -> Bool {
        guard one.number != nil && other.number != nil || one.bytes != nil && other.bytes != nil
        else {
            let kinds = "\(one.kindName) with \(other.kindName)"
            throw invalid("`\(function.rawValue)` cannot compare \(kinds)")
        }
        if case .boolean(true) = try Operations.apply(.less, one, other, at: span) { return true }
        return false
    }

    private func extreme(_ arguments: [Value]) throws(EvaluationError) -> Value {
        let values = try known(arguments.count == 1 ? list(arguments[0]) : arguments)
        guard var best = values.first else { throw invalid("`\(function.rawValue)` of nothing") }
        for value in values.dropFirst() {
            let isBetter = try function == .min ? isLess(value, best) : isLess(best, value)
            if isBetter { best = value }
        }
        return best
    }

    private func sorted(_ items: [Value]) throws(EvaluationError) -> [Value] {
        do {
            return try items.sorted { (a, b) throws in try isLess(a, b) }
        } catch {
            throw error as? EvaluationError ?? invalid("the items cannot be sorted")
        }
    }

    private func unique(_ items: [Value]) throws(EvaluationError) -> [Value] {
        var seen: Set<MapKey> = []
        var result: [Value] = []
        for item in items {
            guard let key = MapKey(item) else {
                throw invalid("`unique` compares single values, and an item is \(item.kindName)")
            }
            if seen.insert(key).inserted { result.append(item) }
        }
        return result
    }

    private func chunks(_ items: [Value], of size: Int64) throws(EvaluationError) -> [Value] {
        guard size > 0 else { throw invalid("`chunks` needs a size of at least 1") }
        let step = Int(clamping: size)
        return stride(from: 0, to: items.count, by: step).map { start in
            .list(Array(items[start..<Swift.min(items.count, start + step)]))
        }
    }
}
