import Redpipe
import RedpipeRESP
import RedpipeSyntax

/// The keys of a server that match a pattern, or the ids of a keyspace, by SCAN: some at a time; one
/// may come twice.
///
/// Reference: https://redis.io/docs/latest/commands/scan/
struct ScanSource: ItemSource {
    /// What is walked.
    enum Walk {
        case keys(KeyPatternScan)
        case ids(KeyScan)
    }

    private var walk: Walk
    private let connection: ConnectionName
    private let connections: Connections
    private let origin: DeferredOrigin
    /// The items of the last reply, in reverse.
    private var items: [Value] = []

    init(_ walk: Walk, on connection: ConnectionName, of connections: Connections, span: SourceSpan)
    {
        self.walk = walk
        self.connection = connection
        self.connections = connections
        origin = DeferredOrigin(name: nil, span: span, block: nil, connection: connection)
    }

    mutating func next() throws(EvaluationError) -> Value? {
        while items.isEmpty {
            guard let command = walk.command else { return nil }
            let reply = try reply(to: command)
            do throws(ReplyDecodingError) {
                items = try walk.take(reply).reversed().map { Value.string($0) }
            } catch {
                throw .raised(Diagnostic("E0501", error.description, at: origin.span))
            }
        }
        return items.popLast()
    }

    private func reply(to command: [[UInt8]]) throws(EvaluationError) -> RESPValue {
        var pipeline = Pipeline(on: connection)
        var arguments = ArgumentList()
        for word in command { arguments.append(word) }
        let deferred = DeferredValue(origin)
        pipeline.enqueue(arguments, into: deferred, onLane: pipeline.lane(for: connection))
        let lanes = pipeline.send(on: connections)
        if let reply = deferred.reply { return reply }
        var failures = FailureDescriber(BlockSummary(lanes, on: connections, batch: nil))
        throw .failed(failures.describe(deferred.problem ?? .abandoned, at: origin.span))
    }
}

extension ScanSource.Walk {
    fileprivate var command: [[UInt8]]? {
        switch self {
        case .keys(let scan): scan.command
        case .ids(let scan): scan.command
        }
    }

    fileprivate mutating func take(_ reply: RESPValue) throws(ReplyDecodingError) -> [[UInt8]] {
        switch self {
        case .keys(var scan):
            let keys = try scan.take(reply)
            self = .keys(scan)
            return keys
        case .ids(var scan):
            let ids = try scan.take(reply)
            self = .ids(scan)
            return ids
        }
    }
}

/// A walk over the keys that match a pattern, cursor by cursor.
struct KeyPatternScan {
    private let pattern: [UInt8]
    /// Where to go on; `nil` at the end.
    private var cursor: [UInt8]? = Self.start

    private static let start = Array("0".utf8)
    /// How many keys the server looks at for one reply.
    private static let count = 1000

    init(_ pattern: [UInt8]) {
        self.pattern = pattern
    }

    var command: [[UInt8]]? {
        guard let cursor else { return nil }
        return [Array("SCAN".utf8), cursor, Array("MATCH".utf8), pattern]
            + ["COUNT", String(Self.count)].map { Array($0.utf8) }
    }

    mutating func take(_ reply: RESPValue) throws(ReplyDecodingError) -> [[UInt8]] {
        guard case .array(let parts) = reply, parts.count == 2,
            case .bulkString(let next) = parts[0]
        else { throw ReplyDecodingError(expected: "a cursor with keys", found: reply) }
        let keys = try [[UInt8]](reply: parts[1])
        cursor = next == Self.start ? nil : next
        return keys
    }
}
