public import RedpipeCommands
public import RedpipeFields

/// One key of a keyspace.
public struct TypedKey: Hashable, Sendable {
    public let keyspace: KeyspaceDefinition
    /// The id that the key was made of.
    public let id: [UInt8]
    /// The key itself; of a sharded string the hash in which it is a field.
    public let bytes: [UInt8]
}

extension TypedKey {
    /// A command on this key.
    ///
    ///     try key.command("zadd", ["a"], named: [("score", 1)])
    ///
    /// - Parameters:
    ///   - method: Any command of the key's families or a generic one, in any case.
    ///   - positional: Redis' words in order without the key; the subcommand first.
    ///   - named: Arguments by the names or tokens of the command table; a token alone is given as
    ///     a boolean, several words as a list.
    /// - Returns: The command; nothing is queued.
    /// - Throws: ``KeyspaceError`` for a call that does not fit, or a value of another type.
    public func command(
        _ method: String,
        _ positional: [FieldValue] = [],
        named: [(name: String, value: FieldValue)] = []
    ) throws(KeyspaceError) -> TypedCommand {
        let call: CommandCall
        do throws(CallError) {
            call = try CommandCall(
                method,
                on: keyspace.type,
                positional.map(\.callArgument),
                named: named.map { ($0.name, $0.value.callArgument) }
            )
        } catch {
            throw .call(error)
        }
        return try command(call, positional, named: named.map(\.value))
    }

    /// A command on this key that was laid out before.
    ///
    /// - Parameters:
    ///   - call: Laid out for a key of this type.
    ///   - positional: As many values as it was laid out for.
    ///   - named: As many values as it was laid out for.
    /// - Returns: The command; nothing is queued.
    /// - Throws: ``KeyspaceError`` for a value of another type.
    public func command(
        _ call: CommandCall,
        _ positional: [FieldValue],
        named: [FieldValue] = []
    ) throws(KeyspaceError) -> TypedCommand {
        var builder = WordBuilder(self, positional: positional, named: named)
        for word in call.words { try builder.append(word) }
        guard keyspace.shardCount != nil else {
            let contents = call.command.replyContents(in: builder.words)
            return TypedCommand(keyspace: keyspace, words: builder.words, contents: contents)
        }
        return try shardedCommand(call.command, builder.words)
    }
}

extension FieldValue {
    /// What is known of it when a call is laid out.
    var callArgument: CallArgument {
        switch self {
        case .text(let bytes), .bytes(let bytes): .word(bytes)
        case .integer(let number): .word(Array(String(number).utf8))
        default: .unknown
        }
    }
}
