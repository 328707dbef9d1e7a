public import RedpipeFields

extension ModelRecord {
    /// Adds to a counter, which starts at 0; its new value.
    ///
    /// - Parameters:
    ///   - name: A declared field of type int, time or float.
    ///   - amount: An integer; for a float also a float.
    /// - Returns: The operation, which brings the new value.
    /// - Throws: ``ModelError`` for a field that is no counter, or an amount of another type.
    public func increment(
        _ name: [UInt8],
        by amount: FieldValue = 1
    ) throws(ModelError) -> ModelOperation {
        guard let field = definition.field(name) else { throw definition.unknownField(name) }
        let command: String
        switch field.type {
        case .int, .time: command = "HINCRBY"
        case .float: command = "HINCRBYFLOAT"
        default: throw .noNumber(String(decoding: name, as: UTF8.self), field.type)
        }
        // A time is increased by seconds, not by a moment.
        let type: FieldType = field.type == .float ? .float : .int
        let stored: [UInt8]
        do throws(FieldError) {
            stored = try type.encode(amount)
        } catch {
            throw .value(error.inField(name))
        }
        var operation = ModelOperation(on: self)
        operation.append(command, [name, stored], .counted(name))
        operation.renewLifetime()
        return operation
    }

    /// Subtracts from a counter, which starts at 0; its new value.
    ///
    /// - Throws: ``ModelError`` as for `increment(_:by:)`, and if the amount has no opposite.
    public func decrement(
        _ name: [UInt8],
        by amount: FieldValue = 1
    ) throws(ModelError) -> ModelOperation {
        switch amount {
        case .integer(.min): throw .overflow(String(decoding: name, as: UTF8.self))
        case .integer(let number): return try increment(name, by: .integer(-number))
        case .float(let number): return try increment(name, by: .float(-number))
        default: return try increment(name, by: amount)
        }
    }

    /// Reads a field and removes it, in one script, so that nobody else gets the same value; its
    /// value, null if it had none.
    ///
    /// - Throws: ``ModelError/requiredField(_:of:)`` for a field that must stay.
    public func pop(_ name: [UInt8]) throws(ModelError) -> ModelOperation {
        try checkRemovable([name])
        var operation = ModelOperation(on: self)
        let head = ["EVAL", Self.popping, "1"].map { Array($0.utf8) }
        operation.append(words: head + [key, name], .popped(name))
        operation.renewLifetime()
        return operation
    }

    private static let popping = """
        local value = redis.call('HGET', KEYS[1], ARGV[1])
        redis.call('HDEL', KEYS[1], ARGV[1])
        return value
        """

    /// Removes fields; how many there were.
    ///
    /// - Throws: ``ModelError/requiredField(_:of:)`` for a field that must stay,
    ///   ``ModelError/noFieldNamed`` if none is named.
    public func remove(_ names: [[UInt8]]) throws(ModelError) -> ModelOperation {
        guard !names.isEmpty else { throw .noFieldNamed }
        try checkRemovable(names)
        var operation = ModelOperation(on: self)
        operation.append("HDEL", names, .removed(names, isCounted: true))
        operation.renewLifetime()
        return operation
    }
}
