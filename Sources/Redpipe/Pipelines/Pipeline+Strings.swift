extension Pipeline {
    /// `GET`: the value of a key, `nil` if it is missing.
    @discardableResult
    public mutating func get<Value: ReplyDecodable>(
        _ key: some RedisArgument,
        on connection: ConnectionName? = nil,
        as type: Value.Type = String.self
    ) -> Deferred<Value?> {
        call("GET", on: connection) { $0.append(value: key) }
    }

    /// `SET`: gives a key a value; `false` if a condition kept it from doing so.
    ///
    ///     pipeline.set("lock", owner, "NX", "EX", 60)
    @discardableResult
    public mutating func set(
        _ key: some RedisArgument,
        _ value: some RedisArgument,
        _ options: any RedisArgument...,
        on connection: ConnectionName? = nil
    ) -> Deferred<Bool> {
        let slot = queueCall("SET", on: connection) { arguments in
            arguments.append(value: key)
            arguments.append(value: value)
            for option in options { arguments.append(value: option) }
        }
        return Deferred(slot) { reply throws(ReplyDecodingError) in
            try Bool?(reply: reply) ?? false
        }
    }

    /// `MGET`: the values of several keys, `nil` for those that are missing.
    @discardableResult
    public mutating func mget<Value: ReplyDecodable>(
        _ keys: [some RedisArgument],
        on connection: ConnectionName? = nil,
        as type: Value.Type = String.self
    ) -> Deferred<[Value?]> {
        call("MGET", on: connection) { $0.append(values: keys) }
    }

    /// `INCR`: adds 1 to a counter, which starts at 0; its new value.
    @discardableResult
    public mutating func incr(
        _ key: some RedisArgument,
        on connection: ConnectionName? = nil
    ) -> Deferred<Int> {
        call("INCR", on: connection) { $0.append(value: key) }
    }

    /// `INCRBY`: adds to a counter, which starts at 0; its new value.
    @discardableResult
    public mutating func incrBy(
        _ key: some RedisArgument,
        _ increment: Int,
        on connection: ConnectionName? = nil
    ) -> Deferred<Int> {
        call("INCRBY", on: connection) { $0.append(value: key, increment) }
    }

    /// `DECR`: subtracts 1 from a counter, which starts at 0; its new value.
    @discardableResult
    public mutating func decr(
        _ key: some RedisArgument,
        on connection: ConnectionName? = nil
    ) -> Deferred<Int> {
        call("DECR", on: connection) { $0.append(value: key) }
    }

    /// `DECRBY`: subtracts from a counter, which starts at 0; its new value.
    @discardableResult
    public mutating func decrBy(
        _ key: some RedisArgument,
        _ decrement: Int,
        on connection: ConnectionName? = nil
    ) -> Deferred<Int> {
        call("DECRBY", on: connection) { $0.append(value: key, decrement) }
    }
}
