import RedpipeFields

extension ModelRecord {
    /// Reads all fields; a record that is missing has none and does not exist.
    public func load() -> ModelOperation {
        var operation = ModelOperation(on: self)
        operation.append("HGETALL", .loadedAll)
        return operation
    }

    /// Reads some fields, and whether the record exists.
    public func load(_ names: [[UInt8]]) -> ModelOperation {
        var operation = ModelOperation(on: self)
        if !names.isEmpty { operation.append("HMGET", names, .loaded(names)) }
        operation.append("EXISTS", .checked)
        return operation
    }

    /// `TTL`: the seconds until it expires; -1 if it does not, -2 if it is missing.
    public func timeToLive() -> ModelOperation {
        var operation = ModelOperation(on: self)
        operation.append("TTL", .number)
        return operation
    }

    /// `EXPIRE`: 1, or 0 if the record is missing.
    public func expire(seconds: Int64) -> ModelOperation {
        var operation = ModelOperation(on: self)
        operation.append("EXPIRE", [Array(String(seconds).utf8)], .number)
        return operation
    }

    /// `DEL`: 1, or 0 if the record was missing.
    public func delete() -> ModelOperation {
        var operation = ModelOperation(on: self)
        operation.append("DEL", .deleted)
        return operation
    }
}
