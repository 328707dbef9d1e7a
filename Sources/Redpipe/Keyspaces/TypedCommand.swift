public import RedpipeCommands
public import RedpipeFields
public import RedpipeRESP

/// A command on a typed key, ready to be queued, and how to read its reply.
public struct TypedCommand: Hashable, Sendable {
    public let keyspace: KeyspaceDefinition
    /// The command, its name first.
    public let words: [[UInt8]]
    /// What in the reply is stored by the keyspace's types.
    public let contents: ReplyContents

    /// A command whose words are known.
    init(keyspace: KeyspaceDefinition, words: [[UInt8]], contents: ReplyContents) {
        self.keyspace = keyspace
        self.words = words
        self.contents = contents
    }

    /// A command line in which a key of the keyspace stands.
    public init(_ words: [[UInt8]], on keyspace: KeyspaceDefinition) {
        let command = CommandTable.command(for: words)
        self.init(
            keyspace: keyspace,
            words: words,
            contents: command?.replyContents(in: words) ?? .plain
        )
    }

    /// The reply as a value: RESP3's shapes, what is typed decoded.
    ///
    /// - Parameter reply: What the server sent, over RESP2 or RESP3; no error.
    /// - Returns: Null for what is missing.
    /// - Throws: ``FieldError`` for stored bytes that do not fit their type.
    public func decode(_ reply: RESPValue) throws(FieldError) -> FieldValue {
        let shaped = CommandTable.replyShape(for: words)?.converted(reply) ?? reply
        return try ReplyReader(keyspace: keyspace, words: words).read(shaped, contents)
    }
}

extension Pipeline {
    /// Queues a command on a typed key, on the keyspace's connection.
    ///
    /// - Returns: The decoded reply.
    @discardableResult
    public mutating func enqueue(_ command: TypedCommand) -> Deferred<FieldValue> {
        let reply = enqueue(command.words, on: command.keyspace.connection)
        return reply.map { try command.decode($0) }
    }
}
