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
        guard let (name, rest) = Self.counterpart(of: command.name, Array(words.dropFirst(2)))
        else {
            throw .notSharded(command.displayName)
        }
        let whole = [Array(name.utf8), bytes, id] + rest
        let isValue = name == "HGET" || name == "HINCRBYFLOAT"
        return TypedCommand(keyspace: keyspace, words: whole, contents: isValue ? .value : .plain)
    }

    /// The command on hashes, and the words behind the field.
    private static func counterpart(
        of name: String,
        _ rest: [[UInt8]]
    ) -> (name: String, rest: [[UInt8]])? {
        switch name {
        case "get": ("HGET", rest)
        case "set" where rest.count == 1: ("HSET", rest)
        case "set" where rest.count == 2 && isNX(rest[1]): ("HSETNX", [rest[0]])
        case "setnx": ("HSETNX", rest)
        case "strlen": ("HSTRLEN", rest)
        case "incr": ("HINCRBY", [Array("1".utf8)])
        case "decr": ("HINCRBY", [Array("-1".utf8)])
        case "incrby": ("HINCRBY", rest)
        case "decrby": negated(rest).map { ("HINCRBY", [$0]) }
        case "incrbyfloat": ("HINCRBYFLOAT", rest)
        case "del" where rest.isEmpty, "unlink" where rest.isEmpty: ("HDEL", [])
        case "exists" where rest.isEmpty: ("HEXISTS", [])
        default: nil
        }
    }

    private static func isNX(_ word: [UInt8]) -> Bool {
        String(decoding: word, as: UTF8.self).uppercased() == "NX"
    }

    private static func negated(_ rest: [[UInt8]]) -> [UInt8]? {
        guard let word = rest.first, let number = Int64(decimal: word.span), number != .min else {
            return nil
        }
        return Array(String(-number).utf8)
    }
}
