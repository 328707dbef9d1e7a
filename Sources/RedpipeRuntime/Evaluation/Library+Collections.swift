import RedpipeCompiler

extension Library {
    func callOnCollection(_ arguments: [Value]) throws(EvaluationError) -> Value {
        switch function {
        case .keys: return .list(try map(arguments[0]).keys)
        case .values: return .list(try map(arguments[0]).values)
        case .contains:
            return .boolean(
                try Operations.contains(arguments[0], known(arguments[1]), at: span)
            )
        default: return .map(try mapOfPairs(arguments[0]))
        }
    }

    // `map([["a", 1], ["b", 2]])` or `map(["a", 1, "b", 2])`
    private func mapOfPairs(_ value: Value) throws(EvaluationError) -> ValueMap {
        var pairs: [Value] = try known(list(value))
        if case .list? = pairs.first {
            var flat: [Value] = []
            for pair in pairs {
                guard case .list(let items) = pair, items.count == 2 else {
                    throw invalid("`map` takes pairs: lists of a key and a value")
                }
                flat += items
            }
            pairs = flat
        }
        guard pairs.count.isMultiple(of: 2) else {
            throw invalid("`map` takes a value for each key, but the list has an odd length")
        }
        var map = ValueMap()
        for index in stride(from: 0, to: pairs.count, by: 2) {
            let key = try known(pairs[index])
            guard let mapKey = MapKey(key) else { throw wrong(key, "single values as keys") }
            map[mapKey] = pairs[index + 1]
        }
        return map
    }
}
