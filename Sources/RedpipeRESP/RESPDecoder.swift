/// Turns received bytes into replies, one after the other, however the bytes were cut on their way.
///
///     decoder.append(bytes.span)
///     while try decoder.next() {
///         handle(decoder.value)
///     }
///
/// It owns its receive buffer and remembers where it stopped: no byte is examined twice, so the
/// cost of a reply is linear in its size. Nothing is allocated from a length that the wire
/// announces, only for bytes that have arrived; in the steady state nothing is allocated at all.
///
/// RESP2 and RESP3 are read alike, with streamed strings and streamed aggregates.
///
/// Reference: https://redis.io/docs/latest/develop/reference/protocol-spec/
/// Reference: https://github.com/redis/redis-specifications/blob/master/protocol/RESP3.md
public struct RESPDecoder: ~Copyable, Sendable {
    private var buffer = ReceiveBuffer()
    private var parser: ReplyParser
    /// What ended the stream.
    private var failure: RESPError?

    /// A decoder at the start of a stream.
    public init(limits: RESPLimits = RESPLimits()) {
        parser = ReplyParser(limits: limits)
    }

    /// What a wire may ask for at most.
    public var limits: RESPLimits { parser.limits }

    /// Takes received bytes.
    public mutating func append(_ bytes: Span<UInt8>) {
        buffer.append(bytes)
    }

    /// Lets a socket read straight into the buffer.
    ///
    /// - Parameters:
    ///   - byteCount: The size of the room that is offered.
    ///   - read: Fills the room from its start; returns how many bytes it wrote, or, as `read(2)`
    ///     does, 0 or a negative number for none.
    /// - Returns: What `read` returned.
    @discardableResult
    public mutating func append(
        upTo byteCount: Int,
        from read: (UnsafeMutableRawBufferPointer) -> Int
    ) -> Int {
        unsafe buffer.append(upTo: byteCount, from: read)
    }

    /// Decodes the next reply, as far as its bytes have arrived.
    ///
    /// The reply stays current until the next call, also while bytes are appended. After an error
    /// every call throws it again.
    ///
    /// - Returns: Whether the reply is whole; if not, append more bytes and call again.
    /// - Throws: An error if the bytes are not RESP, or exceed a limit.
    public mutating func next() throws(RESPError) -> Bool {
        if let failure { throw failure }
        if parser.isComplete {
            buffer.consume(parser.position)
            parser.begin()
        }
        do throws(ReplyParser.Failure) {
            return try parse()
        } catch {
            throw fail(error)
        }
    }

    private mutating func parse() throws(ReplyParser.Failure) -> Bool {
        while true {
            switch try advance() {
            case .complete: return true
            case .starved: return false
            case .chunk(let chunk, let target): buffer.move(chunk, to: target)
            }
        }
    }

    private mutating func advance() throws(ReplyParser.Failure) -> ReplyParser.Progress {
        try buffer.withReceived { bytes throws(ReplyParser.Failure) in try parser.parse(bytes) }
    }

    /// Forgets all bytes, the current reply and a failure; the next byte starts a new stream.
    public mutating func reset() {
        self = RESPDecoder(limits: limits)
    }

    /// Ends decoding: what is behind a broken reply cannot be told apart.
    private mutating func fail(_ failure: ReplyParser.Failure) -> RESPError {
        let error = RESPError(
            failure.problem,
            offset: buffer.streamOffset + failure.position,
            found: buffer.line(at: failure.position, upTo: RESPError.foundByteCount)
        )
        self.failure = error
        return error
    }
}

extension RESPDecoder {
    /// Shows the current reply where it lies.
    ///
    /// - Parameter body: Gets the elements of the reply in preorder, and the bytes that they point
    ///   into. Neither outlives the call.
    /// - Returns: What `body` returned.
    /// - Throws: What `body` threw.
    public func withReply<Result, Failure: Error>(
        _ body: (Span<RESPNode>, Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        checkReply()
        return try buffer.withReceived { bytes throws(Failure) in
            try body(parser.nodes.span, bytes.extracting(first: parser.position))
        }
    }

    /// The type of the current reply, behind its attributes if it has any.
    public var replyType: RESPType {
        checkReply()
        let nodes = parser.nodes.span
        var index = 0
        while nodes[index].type == .attribute { index = nodes.valueOfAttribute(at: index) }
        return nodes[index].type
    }

    /// Whether the current reply answers no command.
    public var isPush: Bool { replyType == .push }

    /// Whether the current reply is an error; one with errors inside is not.
    public var isError: Bool { replyType.isError }

    /// The current reply, copied out of the buffer.
    public var value: RESPValue {
        withReply { nodes, bytes in RESPValue(nodes: nodes, bytes: bytes) }
    }

    /// How long the current reply was on the wire.
    public var replyByteCount: Int {
        checkReply()
        return parser.position
    }

    /// How many bytes were received that belong to no decoded reply, the current one included.
    public var bufferedByteCount: Int {
        buffer.received.count - (parser.isComplete ? parser.position : 0)
    }

    private func checkReply() {
        precondition(parser.isComplete, "there is no current reply")
    }
}

extension RESPDecoder {
    /// How many bytes were looked at or moved so far: the work that tests hold against the input.
    package var workByteCount: Int { parser.examinedByteCount + buffer.movedByteCount }

    /// How many bytes of memory are held for replies.
    package var reservedByteCount: Int {
        buffer.capacity + parser.nodes.capacity * MemoryLayout<RESPNode>.stride
            + parser.frames.capacity * MemoryLayout<ReplyParser.Frame>.stride
    }
}
