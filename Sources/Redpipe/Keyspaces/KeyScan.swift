public import RedpipeRESP

/// A walk over the ids of a keyspace, cursor by cursor: what to send next, and what came.
///
///     var scan = KeyScan(of: followers)
///     while let command = scan.command {
///         ids += try scan.take(reply)   // the reply to that command
///     }
///
/// It holds one cursor, however many keys there are. As with SCAN an id may come twice. The strings
/// of a sharded keyspace are the fields of its hashes, which are walked one after the other.
public struct KeyScan: Sendable {
    public let keyspace: KeyspaceDefinition
    /// How many keys the server looks at for each reply, roughly.
    public let count: Int
    /// Where to go on; `nil` behind the last.
    private var cursor: [UInt8]? = KeyScan.start
    private var shard = 0

    private static let start = Array("0".utf8)

    /// A walk from the beginning.
    public init(of keyspace: KeyspaceDefinition, count: Int = 1000) {
        self.keyspace = keyspace
        self.count = max(1, count)
    }

    /// What to send next; `nil` when all is done.
    public var command: [[UInt8]]? {
        guard let cursor else { return nil }
        let count = ["COUNT", String(count)].map { Array($0.utf8) }
        guard keyspace.shardCount != nil else {
            let match = [Array("MATCH".utf8), keyspace.template.pattern]
            return [Array("SCAN".utf8), cursor] + match + count
        }
        let template = keyspace.template
        let key = template.prefix + Array(String(shard).utf8) + template.suffix
        return [Array("HSCAN".utf8), key, cursor] + count
    }

    /// Takes the reply to ``command`` and goes on.
    ///
    /// - Returns: The ids that came; there may be none before the end.
    public mutating func take(_ reply: RESPValue) throws(ReplyDecodingError) -> [[UInt8]] {
        guard let parts = reply.withoutAttributes.elements, parts.count == 2,
            let cursor = parts[0].stringBytes
        else { throw ReplyDecodingError(expected: "a cursor with keys", found: reply) }
        let found = try [[UInt8]](reply: parts[1])
        advance(to: cursor)
        guard keyspace.shardCount == nil else {
            return stride(from: 0, to: found.count, by: 2).map { found[$0] }
        }
        return found.compactMap(keyspace.template.id)
    }

    private mutating func advance(to cursor: [UInt8]) {
        guard cursor == Self.start else {
            self.cursor = cursor
            return
        }
        shard += 1
        self.cursor = shard < keyspace.shardCount ?? 0 ? Self.start : nil
    }
}
