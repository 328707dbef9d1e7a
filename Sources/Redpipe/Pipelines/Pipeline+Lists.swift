extension Pipeline {
    /// `LPUSH`: puts elements before the first one, each before the last; the new length.
    @discardableResult
    public mutating func lpush(
        _ key: some RedisArgument,
        _ elements: any RedisArgument...,
        on connection: ConnectionName? = nil
    ) -> Deferred<Int> {
        call("LPUSH", on: connection) { arguments in
            arguments.append(value: key)
            for element in elements { arguments.append(value: element) }
        }
    }

    /// `RPUSH`: puts elements behind the last one; the new length.
    @discardableResult
    public mutating func rpush(
        _ key: some RedisArgument,
        _ elements: any RedisArgument...,
        on connection: ConnectionName? = nil
    ) -> Deferred<Int> {
        call("RPUSH", on: connection) { arguments in
            arguments.append(value: key)
            for element in elements { arguments.append(value: element) }
        }
    }

    /// `LRANGE`: the elements from one position to another, both included; -1 is the last.
    @discardableResult
    public mutating func lrange<Value: ReplyDecodable>(
        _ key: some RedisArgument,
        _ start: Int = 0,
        _ stop: Int = -1,
        on connection: ConnectionName? = nil,
        as type: Value.Type = String.self
    ) -> Deferred<[Value]> {
        call("LRANGE", on: connection) { arguments in
            arguments.append(value: key, start)
            arguments.append(value: stop)
        }
    }

    /// `LPOP`: takes the first element; `nil` if there is none.
    @discardableResult
    public mutating func lpop<Value: ReplyDecodable>(
        _ key: some RedisArgument,
        on connection: ConnectionName? = nil,
        as type: Value.Type = String.self
    ) -> Deferred<Value?> {
        call("LPOP", on: connection) { $0.append(value: key) }
    }

    /// `RPOP`: takes the last element; `nil` if there is none.
    @discardableResult
    public mutating func rpop<Value: ReplyDecodable>(
        _ key: some RedisArgument,
        on connection: ConnectionName? = nil,
        as type: Value.Type = String.self
    ) -> Deferred<Value?> {
        call("RPOP", on: connection) { $0.append(value: key) }
    }

    /// `LLEN`: the number of elements.
    @discardableResult
    public mutating func llen(
        _ key: some RedisArgument,
        on connection: ConnectionName? = nil
    ) -> Deferred<Int> {
        call("LLEN", on: connection) { $0.append(value: key) }
    }
}
