extension Pipeline {
    /// `ZADD`: adds a member, or changes its score; how many members are new, 1 or 0.
    @discardableResult
    public mutating func zadd(
        _ key: some RedisArgument,
        _ member: some RedisArgument,
        score: Double,
        on connection: ConnectionName? = nil
    ) -> Deferred<Int> {
        call("ZADD", on: connection) { arguments in
            arguments.append(value: key, score)
            arguments.append(value: member)
        }
    }

    /// `ZRANGE`: the members from one rank to another, both included; -1 is the last.
    @discardableResult
    public mutating func zrange<Value: ReplyDecodable>(
        _ key: some RedisArgument,
        _ start: Int = 0,
        _ stop: Int = -1,
        on connection: ConnectionName? = nil,
        as type: Value.Type = String.self
    ) -> Deferred<[Value]> {
        call("ZRANGE", on: connection) { arguments in
            arguments.append(value: key, start)
            arguments.append(value: stop)
        }
    }

    /// `ZRANGE … WITHSCORES`: the members from one rank to another, with their scores.
    @discardableResult
    public mutating func zrangeWithScores(
        _ key: some RedisArgument,
        _ start: Int = 0,
        _ stop: Int = -1,
        on connection: ConnectionName? = nil
    ) -> Deferred<[ScoredMember]> {
        call("ZRANGE", on: connection) { arguments in
            arguments.append(value: key, start)
            arguments.append(value: stop, "WITHSCORES")
        }
    }

    /// `ZSCORE`: the score of a member, `nil` if there is none.
    @discardableResult
    public mutating func zscore(
        _ key: some RedisArgument,
        _ member: some RedisArgument,
        on connection: ConnectionName? = nil
    ) -> Deferred<Double?> {
        call("ZSCORE", on: connection) { $0.append(value: key, member) }
    }

    /// `ZREM`: removes members; how many there were.
    @discardableResult
    public mutating func zrem(
        _ key: some RedisArgument,
        _ members: any RedisArgument...,
        on connection: ConnectionName? = nil
    ) -> Deferred<Int> {
        call("ZREM", on: connection) { arguments in
            arguments.append(value: key)
            for member in members { arguments.append(value: member) }
        }
    }
}
