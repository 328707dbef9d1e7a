public import RedpipeRESP

extension Pipeline {
    /// Queues a command, its name first.
    ///
    ///     let reply = pipeline.enqueue(["OBJECT", "ENCODING", key].map { Array($0.utf8) })
    ///
    /// - Parameters:
    ///   - words: The command; bytes that need not be UTF-8.
    ///   - connection: Where it goes; to the block's connection if none is named.
    /// - Returns: Its reply. An empty command, and one that would change what the connection
    ///   answers later, are not queued: their deferreds say ``DeferredError/invalidCommand(_:)``.
    @discardableResult
    public mutating func enqueue(
        _ words: [[UInt8]],
        on connection: ConnectionName? = nil
    ) -> Deferred<RESPValue> {
        Deferred(enqueueChecked(words, on: connection))
    }

    /// Queues a command by its name and arguments of any kind.
    ///
    ///     let length = pipeline.enqueue("APPEND", "log", "line\n", as: Int.self)
    ///
    /// - Returns: Its reply, read as `type`; otherwise as for `enqueue(_:on:)`.
    @discardableResult
    public mutating func enqueue<Value: ReplyDecodable>(
        _ name: String,
        _ arguments: any RedisArgument...,
        on connection: ConnectionName? = nil,
        as type: Value.Type = RESPValue.self
    ) -> Deferred<Value> {
        let words = arguments.map { argument in
            var bytes: [UInt8] = []
            argument.append(to: &bytes)
            return bytes
        }
        return Deferred(enqueueChecked([Array(name.utf8)] + words, on: connection))
    }

    /// Queues a command whose reply nobody will read; an error reply is still counted.
    ///
    /// - Throws: ``InvalidCommand`` where `enqueue(_:on:)` would fail the deferred.
    public mutating func enqueueIgnoringReply(
        _ words: [[UInt8]],
        on connection: ConnectionName? = nil
    ) throws(InvalidCommand) {
        if let problem = InvalidCommand(words) { throw problem }
        enqueue(words, into: nil, on: connection)
    }

    private mutating func enqueueChecked(
        _ words: [[UInt8]],
        on connection: ConnectionName?
    ) -> ReplySlot {
        let slot = ReplySlot()
        if let problem = InvalidCommand(words) {
            slot.fail(with: .invalidCommand(problem))
        } else {
            enqueue(words, into: slot, on: connection)
        }
        return slot
    }

    private mutating func enqueue(
        _ words: [[UInt8]],
        into slot: ReplySlot?,
        on connection: ConnectionName?
    ) {
        arguments.removeAll()
        for word in words { arguments.append(word) }
        lanes[lane(for: connection)].append(arguments, to: slot)
    }
}

extension Pipeline {
    /// Queues a command as it stands, whatever it does to the connection.
    ///
    /// - Parameters:
    ///   - arguments: The command, its name first; at least one.
    ///   - slot: Where the reply goes; `nil` if it is only counted.
    ///   - lane: A position from `lane(for:)`.
    package mutating func enqueue(
        _ arguments: borrowing ArgumentList,
        into slot: (any ReplySink)?,
        onLane lane: Int
    ) {
        lanes[lane].append(arguments, to: slot)
    }

    /// Queues a command that lies among others and does not block.
    mutating func enqueue(
        _ arguments: borrowing ArgumentList,
        _ range: Range<Int>,
        into slot: any ReplySink,
        onLane lane: Int
    ) {
        lanes[lane].append(arguments, range, to: slot)
    }

    /// Queues a command of a known name, of which the caller writes the arguments.
    mutating func call<Value: ReplyDecodable>(
        _ name: String,
        on connection: ConnectionName?,
        _ addArguments: (inout ArgumentList) -> Void = { _ in }
    ) -> Deferred<Value> {
        Deferred(queueCall(name, on: connection, addArguments))
    }

    /// Queues a command of a known name, of which the caller writes the arguments.
    mutating func queueCall(
        _ name: String,
        on connection: ConnectionName?,
        _ addArguments: (inout ArgumentList) -> Void
    ) -> ReplySlot {
        let slot = ReplySlot()
        arguments.removeAll()
        arguments.append(name.utf8)
        addArguments(&arguments)
        lanes[lane(for: connection)].append(arguments, to: slot)
        return slot
    }
}
