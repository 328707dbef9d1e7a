/// Finds the elements of one reply after the other in bytes that somebody else holds.
///
/// All positions count from the start of the reply, so the bytes may move between two calls. An
/// explicit stack holds the open aggregates: a reply that has not arrived whole goes on where it
/// stopped, and its depth takes no stack of ours.
struct ReplyParser: Sendable {
    let limits: RESPLimits
    /// The elements found so far.
    var nodes: [RESPNode] = []
    /// The aggregates that are open, the outermost first.
    var frames: [Frame] = []
    /// What comes next.
    var state = State.element
    /// Where the line, the payload or the chunk starts that comes next.
    var position = 0
    /// How long the payload or the chunk is that comes next.
    var awaited = 0
    /// Up to where the line at `position` was searched for its end.
    var scanned = 0
    /// How many bytes were looked at in search of a line's end, or moved to join chunks.
    var examinedByteCount = 0

    init(limits: RESPLimits) {
        self.limits = limits
    }

    var isComplete: Bool { state == .complete }

    /// Gives up the elements of a whole reply, and gets ready for the next one.
    mutating func begin() {
        if nodes.count == 1 {
            nodes.removeLast()
        } else {
            let keepsMemory = nodes.capacity <= Self.retainedNodeCount
            nodes.removeAll(keepingCapacity: keepsMemory)
        }
        position = 0
        scanned = 0
        state = .element
    }

    /// Goes on with the reply.
    ///
    /// - Parameter bytes: What has arrived from the start of the reply on.
    /// - Returns: Why it stopped; a whole reply ends at `position`.
    /// - Throws: What is wrong with the bytes; the parser is of no more use then.
    mutating func parse(_ bytes: Span<UInt8>) throws(Failure) -> Progress {
        while true {
            switch state {
            case .element: guard try parseElement(bytes) else { return .starved }
            case .payload: guard try parsePayload(bytes) else { return .starved }
            case .chunkHeader: guard try parseChunkHeader(bytes) else { return .starved }
            case .chunk: return try hasPayload(bytes) ? finishChunk() : .starved
            case .complete: return .complete
            }
        }
    }

    /// The number of nodes whose memory is kept for the next reply.
    private static let retainedNodeCount = 32 << 10
}

extension ReplyParser {
    /// What is wrong, and where.
    struct Failure: Error {
        let problem: RESPError.Problem
        let position: Int
    }

    /// Why the parser stopped.
    enum Progress {
        /// The rest has not arrived.
        case starved
        /// The reply is whole.
        case complete
        /// These bytes belong to the payload that ends at `target`, and must be moved there.
        case chunk(Range<Int>, target: Int)
    }

    /// What the next bytes are.
    enum State {
        /// A value, or the end of a streamed aggregate.
        case element
        /// The payload of the last node, of the length `awaited`.
        case payload
        /// The header of a chunk of the last node.
        case chunkHeader
        /// A chunk of the last node, of the length `awaited`.
        case chunk
        /// Something else: the reply is whole.
        case complete
    }

    /// An aggregate that waits for children.
    struct Frame {
        /// Its position in `nodes`.
        let node: Int
        /// How many values are still to come, or ``streamed``.
        ///
        /// An attribute also waits for its value, so that chains of attributes count as depth.
        var remaining: Int

        static let streamed = -1
    }
}
