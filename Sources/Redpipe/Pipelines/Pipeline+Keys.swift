extension Pipeline {
    /// `PING`: the status `PONG`.
    @discardableResult
    public mutating func ping(on connection: ConnectionName? = nil) -> Deferred<String> {
        call("PING", on: connection)
    }

    /// `DEL`: removes keys; how many there were.
    @discardableResult
    public mutating func del(
        _ keys: [some RedisArgument],
        on connection: ConnectionName? = nil
    ) -> Deferred<Int> {
        call("DEL", on: connection) { $0.append(values: keys) }
    }

    /// `DEL`: removes a key; whether there was one.
    @discardableResult
    public mutating func del(
        _ key: some RedisArgument,
        on connection: ConnectionName? = nil
    ) -> Deferred<Bool> {
        call("DEL", on: connection) { $0.append(value: key) }
    }

    /// `EXISTS`: whether there is a key.
    @discardableResult
    public mutating func exists(
        _ key: some RedisArgument,
        on connection: ConnectionName? = nil
    ) -> Deferred<Bool> {
        call("EXISTS", on: connection) { $0.append(value: key) }
    }

    /// `EXPIRE`: removes a key after some seconds; whether there was one.
    @discardableResult
    public mutating func expire(
        _ key: some RedisArgument,
        seconds: Int,
        on connection: ConnectionName? = nil
    ) -> Deferred<Bool> {
        call("EXPIRE", on: connection) { $0.append(value: key, seconds) }
    }

    /// `TTL`: for how many seconds a key stays; -1 for ever, -2 if it is missing.
    @discardableResult
    public mutating func ttl(
        _ key: some RedisArgument,
        on connection: ConnectionName? = nil
    ) -> Deferred<Int> {
        call("TTL", on: connection) { $0.append(value: key) }
    }
}
