import Redpipe
import RedpipeRESP
import RedpipeSyntax

/// The keys of a server that match a pattern, by SCAN: some at a time, a key may come twice.
///
/// Reference: https://redis.io/docs/latest/commands/scan/
struct ScanSource: ItemSource {
    private let pattern: [UInt8]
    private let connection: ConnectionName
    private let connections: Connections
    private let origin: DeferredOrigin
    private var cursor = Array("0".utf8)
    private var isOver = false
    /// The keys of the last reply, in reverse.
    private var keys: [Value] = []

    init(
        pattern: [UInt8],
        connection: ConnectionName,
        connections: Connections,
        span: SourceSpan
    ) {
        self.pattern = pattern
        self.connection = connection
        self.connections = connections
        origin = DeferredOrigin(name: nil, span: span, block: nil, connection: connection)
    }

    mutating func next() throws(EvaluationError) -> Value? {
        while true {
            if let key = keys.popLast() { return key }
            guard !isOver else { return nil }
            try ask()
        }
    }

    /// How many keys the server looks at for one reply.
    private static let count = 1000

    /// Asks for the next keys.
    private mutating func ask() throws(EvaluationError) {
        var arguments = ArgumentList()
        for word in ["SCAN", String(decoding: cursor, as: UTF8.self), "MATCH"] {
            arguments.append(word.utf8)
        }
        arguments.append(pattern)
        arguments.append("COUNT".utf8)
        arguments.append(String(Self.count).utf8)
        try take(reply(to: arguments))
    }

    private func reply(to arguments: borrowing ArgumentList) throws(EvaluationError) -> RESPValue {
        var pipeline = Pipeline(on: connection)
        let deferred = DeferredValue(origin)
        pipeline.enqueue(arguments, into: deferred, onLane: pipeline.lane(for: connection))
        let lanes = pipeline.send(on: connections)
        if let reply = deferred.reply { return reply }
        var failures = FailureDescriber(BlockSummary(lanes, on: connections, batch: nil))
        throw .failed(failures.describe(deferred.problem ?? .abandoned, at: origin.span))
    }

    private mutating func take(_ reply: RESPValue) throws(EvaluationError) {
        guard case .array(let parts) = reply, parts.count == 2,
            case .bulkString(let next) = parts[0], case .array(let found) = parts[1]
        else {
            throw .raised(Diagnostic("E0501", "the reply to SCAN is malformed", at: origin.span))
        }
        cursor = next
        isOver = next == Array("0".utf8)
        keys = found.reversed().map { Value($0) }
    }
}
