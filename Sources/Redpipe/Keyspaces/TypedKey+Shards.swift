import RedpipeCommands

extension TypedKey {
    /// A command on a string that is a field of a shared hash: the counterpart on hashes.
    ///
    ///     // GET on id a of shard 3: HGET sess{3} a
    ///
    /// - Parameters:
    ///   - command: A command on strings, or a generic one.
    ///   - words: The whole command as it would be sent to a string of its own.
    /// - Returns: A command on the hash.
    /// - Throws: ``KeyspaceError/notSharded(_:)`` if there is none.
    func shardedCommand(
        _ command: Command,
        _ words: [[UInt8]]
    ) throws(KeyspaceError) -> TypedCommand {
        guard
            let (name, rest) = ShardedString.counterpart(
                of: command.name,
                Array(words.dropFirst(2))
            )
        else {
            throw .notSharded(command.displayName)
        }
        let whole = [Array(name.utf8), bytes, id] + rest
        let isValue = name == "HGET" || name == "HINCRBYFLOAT"
        return TypedCommand(keyspace: keyspace, words: whole, contents: isValue ? .value : .plain)
    }
}
