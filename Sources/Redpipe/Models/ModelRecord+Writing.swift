public import RedpipeFields

extension ModelRecord {
    /// Writes a new record or over an old one: given fields, and defaults where there is no value.
    ///
    /// - Parameter values: Values by field; a null removes one.
    /// - Returns: The operation, which brings the record.
    /// - Throws: ``ModelError`` if one does not fit or a required one is missing.
    public func write(_ values: FieldMap) throws(ModelError) -> ModelOperation {
        try checkRequired(values)
        var operation = ModelOperation(on: self)
        try appendChanges(values, to: &operation)
        for field in definition.fields where values[field.name] == nil {
            guard let stored = field.storedDefault else { continue }
            operation.append("HSETNX", [field.name, stored], .filled)
        }
        operation.renewLifetime()
        return operation
    }

    /// As `write(_:)`, and reads all fields behind it.
    ///
    /// - Parameter values: Values by field; a null removes one.
    /// - Returns: The operation, which brings the record.
    /// - Throws: ``ModelError`` if one does not fit or a required one is missing.
    public func writeAndLoad(_ values: FieldMap) throws(ModelError) -> ModelOperation {
        var operation = try write(values)
        operation.append("HGETALL", .loadedAll)
        return operation
    }

    /// Gives some fields values.
    ///
    /// - Parameter values: Values by field; a null removes one.
    /// - Returns: The operation, which brings the record.
    /// - Throws: ``ModelError`` if one does not fit, or if a required one is null.
    public func save(_ values: FieldMap) throws(ModelError) -> ModelOperation {
        var operation = ModelOperation(on: self)
        try appendChanges(values, to: &operation)
        operation.renewLifetime()
        return operation
    }

    /// Makes the record, defaults included, unless one exists: one script, so nobody comes between.
    ///
    /// - Throws: ``ModelError`` if a value does not fit or a required one is missing. That the record
    ///   exists is found when the reply is applied.
    public func create(_ values: FieldMap) throws(ModelError) -> ModelOperation {
        try checkRequired(values)
        var fields = values
        for field in definition.fields where values[field.name] == nil {
            fields[field.name] = field.defaultValue
        }
        guard !fields.isEmpty else { throw .emptyRecord(of: definition.name) }
        let seconds = definition.lifetimeSeconds.map { Array(String($0).utf8) } ?? []
        let head = ["EVAL", Self.creation, "1"].map { Array($0.utf8) }
        var operation = ModelOperation(on: self)
        let changes = try changes(fields)
        operation.append(words: head + [key, seconds] + changes.words, .created(changes.values))
        return operation
    }

    /// Gives fields values that have none, and reads what they have then.
    ///
    /// - Throws: ``ModelError`` if a value does not fit or is null.
    public func fill(_ values: FieldMap) throws(ModelError) -> ModelOperation {
        var operation = ModelOperation(on: self)
        let words = try changes(values).words
        for place in stride(from: 0, to: words.count, by: 2) {
            operation.append("HSETNX", [words[place], words[place + 1]], .filled)
        }
        operation.renewLifetime()
        if !values.isEmpty {
            operation.append("HMGET", values.names, .loaded(values.names))
            operation.append("EXISTS", .checked)
        }
        return operation
    }

    /// Arguments: the seconds to live or nothing, then fields and values in turn.
    private static let creation = """
        if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
        for i = 2, #ARGV, 2 do redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1]) end
        if ARGV[1] ~= '' then redis.call('EXPIRE', KEYS[1], ARGV[1]) end
        return 1
        """

    private func checkRequired(_ values: FieldMap) throws(ModelError) {
        let missing = definition.fields.filter { field in
            field.isRequired && values[field.name] ?? .null == .null
        }
        if !missing.isEmpty {
            let names = missing.map { String(decoding: $0.name, as: UTF8.self) }
            throw .missingFields(names, of: definition.name)
        }
    }

    /// Names and stored forms in turn, and the values as they will be read.
    private func changes(
        _ values: FieldMap
    ) throws(ModelError) -> (words: [[UInt8]], values: FieldMap) {
        var words: [[UInt8]] = []
        for (name, value) in values { words += [name, try definition.encode(value, of: name)] }
        return (words, normalized(values))
    }

    /// One HSET for the values, one HDEL for the nulls.
    private func appendChanges(
        _ values: FieldMap,
        to operation: inout ModelOperation
    ) throws(ModelError) {
        var shown = values
        var removed: [[UInt8]] = []
        for (name, value) in values where value == .null {
            guard definition.field(name) != nil else { throw definition.unknownField(name) }
            removed.append(name)
            shown[name] = nil
        }
        try checkRemovable(removed)
        if !shown.isEmpty {
            operation.begin("HSET")
            for (name, value) in shown {
                operation.add(name)
                operation.add(try definition.encode(value, of: name))
            }
            operation.end(.assigned(normalized(shown)))
        }
        if !removed.isEmpty {
            operation.append("HDEL", removed, .removed(removed, isCounted: false))
        }
    }

    /// The values as they will be read.
    private func normalized(_ values: FieldMap) -> FieldMap {
        var result = values
        for (name, value) in values {
            guard let type = definition.field(name)?.type, type.changesKinds else { continue }
            result[name] = type.normalized(value)
        }
        return result
    }

    /// A required field stays.
    func checkRemovable(_ names: [[UInt8]]) throws(ModelError) {
        guard let name = names.first(where: { definition.field($0)?.isRequired == true }) else {
            return
        }
        throw .requiredField(String(decoding: name, as: UTF8.self), of: definition.name)
    }
}
