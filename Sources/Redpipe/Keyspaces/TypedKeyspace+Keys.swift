extension TypedKeyspace {
    /// `DEL`: removes a key; whether it was there.
    @discardableResult
    public func delete(
        _ id: some RedisArgument,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Bool> {
        try queue("del", id, in: &pipeline)
    }

    /// `EXISTS`: whether a key is there.
    @discardableResult
    public func exists(
        _ id: some RedisArgument,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Bool> {
        try queue("exists", id, in: &pipeline)
    }

    /// `EXPIRE`: lets a key vanish after a time; whether it is there.
    @discardableResult
    public func expire(
        _ id: some RedisArgument,
        seconds: Int,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Bool> {
        try queue("expire", id, [.integer(Int64(seconds))], in: &pipeline)
    }

    /// `TTL`: the seconds until it expires; -1 if it does not, -2 if it is missing.
    @discardableResult
    public func timeToLive(
        _ id: some RedisArgument,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Int> {
        try queue("ttl", id, in: &pipeline)
    }

    /// `DUMP`: the whole value in the server's own form, `nil` if it is missing.
    @discardableResult
    public func dump(
        _ id: some RedisArgument,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<[UInt8]?> {
        try queue("dump", id, in: &pipeline)
    }

    /// Restores what `dump` gave, unless the key is there; whether it was restored.
    @discardableResult
    public func restoreNew(
        _ id: some RedisArgument,
        _ dump: [UInt8],
        lifetimeMilliseconds: Int64 = 0,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Bool> {
        let command = try key(id).restoreNew(dump, lifetimeMilliseconds: lifetimeMilliseconds)
        return pipeline.enqueue(command).map { try Bool($0) }
    }

    /// The ids of all keys, fetched as they are asked for.
    ///
    /// - Parameters:
    ///   - connections: Where the keyspace's connection leads; `default` if it names none.
    ///   - count: How many keys the server looks at for each reply, roughly.
    /// - Returns: What can be asked for the next id; as with SCAN one may come twice.
    public func ids(on connections: Connections, count: Int = 1000) -> KeyIDs {
        KeyIDs(KeyScan(of: definition, count: count), on: connections)
    }
}

extension TypedKey {
    /// `RESTORE` unless the key is there: 1 if it was restored, else 0.
    ///
    /// - Parameters:
    ///   - dump: What DUMP gave.
    ///   - lifetimeMilliseconds: After how long it expires; 0 for never.
    /// - Returns: The command, a script; nothing is queued.
    /// - Throws: ``KeyspaceError/notSharded(_:)`` for a string that is a field of a hash.
    public func restoreNew(
        _ dump: [UInt8],
        lifetimeMilliseconds: Int64 = 0
    ) throws(KeyspaceError) -> TypedCommand {
        guard keyspace.shardCount == nil else { throw .notSharded("RESTORE") }
        let head = ["EVAL", Self.restoration, "1"].map { Array($0.utf8) }
        let words = head + [bytes, Array(String(lifetimeMilliseconds).utf8), dump]
        return TypedCommand(keyspace: keyspace, words: words, contents: .plain)
    }

    private static let restoration = """
        if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
        redis.call('RESTORE', KEYS[1], ARGV[1], ARGV[2])
        return 1
        """
}
