extension Pipeline {
    /// `SADD`: adds members; how many are new.
    @discardableResult
    public mutating func sadd(
        _ key: some RedisArgument,
        _ members: any RedisArgument...,
        on connection: ConnectionName? = nil
    ) -> Deferred<Int> {
        call("SADD", on: connection) { arguments in
            arguments.append(value: key)
            for member in members { arguments.append(value: member) }
        }
    }

    /// `SREM`: removes members; how many there were.
    @discardableResult
    public mutating func srem(
        _ key: some RedisArgument,
        _ members: any RedisArgument...,
        on connection: ConnectionName? = nil
    ) -> Deferred<Int> {
        call("SREM", on: connection) { arguments in
            arguments.append(value: key)
            for member in members { arguments.append(value: member) }
        }
    }

    /// `SMEMBERS`: all members, in no order.
    ///
    /// They come as an array because two of them may be equal as texts and different as bytes.
    @discardableResult
    public mutating func smembers<Value: ReplyDecodable>(
        _ key: some RedisArgument,
        on connection: ConnectionName? = nil,
        as type: Value.Type = String.self
    ) -> Deferred<[Value]> {
        call("SMEMBERS", on: connection) { $0.append(value: key) }
    }

    /// `SISMEMBER`: whether something is a member.
    @discardableResult
    public mutating func sismember(
        _ key: some RedisArgument,
        _ member: some RedisArgument,
        on connection: ConnectionName? = nil
    ) -> Deferred<Bool> {
        call("SISMEMBER", on: connection) { $0.append(value: key, member) }
    }
}
