package import RedpipeFields

extension Value {
    /// A value that was read from a field.
    package init(_ value: FieldValue) {
        switch value {
        case .null: self = .null
        case .boolean(let flag): self = .boolean(flag)
        case .integer(let number): self = .integer(number)
        case .float(let number): self = .float(number)
        case .text(let bytes): self = .text(bytes)
        case .bytes(let bytes): self = .bytes(bytes)
        case .list(let items): self = .list(items.map(Value.init))
        case .map(let map): self = .map(ValueMap(map))
        }
    }

    /// What no field can hold.
    enum Unstorable: Error {
        case pending(PendingRead)
        case failed(ScriptError)
        case tooDeep
        case tooLong
        case stream(String)
    }

    /// The value as a field can hold it: a range is a list, a kept error its message.
    func fieldValue(depth: Int = 0) throws(Unstorable) -> FieldValue {
        guard depth < JSONWriter.depthLimit else { throw .tooDeep }
        switch self {
        case .null: return .null
        case .boolean(let flag): return .boolean(flag)
        case .integer(let number): return .integer(number)
        case .float(let number): return .float(number)
        case .text(let bytes): return .text(bytes)
        case .bytes(let bytes): return .bytes(bytes)
        case .list(let items): return .list(try Self.fieldValues(items, depth: depth))
        case .map(let map): return .map(try map.fieldMap(depth: depth))
        case .range(let range):
            guard let items = range.items else { throw .tooLong }
            return .list(try Self.fieldValues(items, depth: depth))
        case .failure(let error): return .text(error.message)
        case .stream(let stream): throw .stream(stream.name)
        case .deferred(let deferred):
            switch deferred.reading {
            case .pending: throw .pending(deferred.pendingRead)
            case .failed(let error): throw .failed(error)
            case .known(let value): return try value.fieldValue(depth: depth)
            }
        }
    }

    private static func fieldValues(
        _ items: [Value],
        depth: Int
    ) throws(Unstorable) -> [FieldValue] {
        var values: [FieldValue] = []
        values.reserveCapacity(items.count)
        for item in items { values.append(try item.fieldValue(depth: depth + 1)) }
        return values
    }
}

extension ValueMap {
    fileprivate init(_ map: FieldMap) {
        self.init()
        for (name, value) in map { self[.text(name)] = Value(value) }
    }

    fileprivate func fieldMap(depth: Int) throws(Value.Unstorable) -> FieldMap {
        var map = FieldMap()
        for (key, value) in self { map[key.name] = try value.fieldValue(depth: depth + 1) }
        return map
    }
}

extension MapKey {
    /// The key as JSON spells it in quotes.
    fileprivate var name: [UInt8] {
        switch self {
        case .null: Array("null".utf8)
        case .boolean(let flag): Array((flag ? "true" : "false").utf8)
        case .integer(let number): Array(String(number).utf8)
        case .float(let number): Array(JSONWriter.number(number).utf8)
        case .text(let bytes): bytes
        }
    }
}
