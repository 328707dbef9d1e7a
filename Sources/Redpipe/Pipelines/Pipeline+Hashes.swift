extension Pipeline {
    /// `HGET`: the value of a field, `nil` if it is missing.
    @discardableResult
    public mutating func hget<Value: ReplyDecodable>(
        _ key: some RedisArgument,
        _ field: some RedisArgument,
        on connection: ConnectionName? = nil,
        as type: Value.Type = String.self
    ) -> Deferred<Value?> {
        call("HGET", on: connection) { $0.append(value: key, field) }
    }

    /// `HSET`: gives a field a value; how many fields are new, 1 or 0.
    @discardableResult
    public mutating func hset(
        _ key: some RedisArgument,
        _ field: some RedisArgument,
        _ value: some RedisArgument,
        on connection: ConnectionName? = nil
    ) -> Deferred<Int> {
        call("HSET", on: connection) { arguments in
            arguments.append(value: key, field)
            arguments.append(value: value)
        }
    }

    /// `HSET`: gives fields values; how many fields are new.
    @discardableResult
    public mutating func hset(
        _ key: some RedisArgument,
        _ fields: KeyValuePairs<String, any RedisArgument>,
        on connection: ConnectionName? = nil
    ) -> Deferred<Int> {
        call("HSET", on: connection) { arguments in
            arguments.append(value: key)
            for (field, value) in fields {
                arguments.append(value: field)
                arguments.append(value: value)
            }
        }
    }

    /// `HGETALL`: all fields with their values; empty if the key is missing.
    @discardableResult
    public mutating func hgetall<Value: ReplyDecodable>(
        _ key: some RedisArgument,
        on connection: ConnectionName? = nil,
        as type: Value.Type = String.self
    ) -> Deferred<[String: Value]> {
        call("HGETALL", on: connection) { $0.append(value: key) }
    }

    /// `HINCRBY`: adds to a field that is a counter; its new value.
    @discardableResult
    public mutating func hincrBy(
        _ key: some RedisArgument,
        _ field: some RedisArgument,
        _ increment: Int,
        on connection: ConnectionName? = nil
    ) -> Deferred<Int> {
        call("HINCRBY", on: connection) { arguments in
            arguments.append(value: key, field)
            arguments.append(value: increment)
        }
    }

    /// `HDEL`: removes fields; how many there were.
    @discardableResult
    public mutating func hdel(
        _ key: some RedisArgument,
        _ fields: [some RedisArgument],
        on connection: ConnectionName? = nil
    ) -> Deferred<Int> {
        call("HDEL", on: connection) { arguments in
            arguments.append(value: key)
            arguments.append(values: fields)
        }
    }
}
