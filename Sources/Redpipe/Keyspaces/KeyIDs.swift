/// The ids of a keyspace, one at a time; a round trip whenever none is left.
///
///     var ids = followers.ids(on: connections)
///     while let id = try ids.next() { … }
///
/// It holds the ids of one reply, however many there are.
public struct KeyIDs {
    private var scan: KeyScan
    private let connections: Connections
    private var found: ArraySlice<[UInt8]> = []

    init(_ scan: KeyScan, on connections: Connections) {
        self.scan = scan
        self.connections = connections
    }

    /// The next id, `nil` behind the last.
    ///
    /// - Throws: What executing a pipeline throws, and ``DeferredError`` for an error reply.
    public mutating func next() throws -> [UInt8]? {
        while found.isEmpty, let command = scan.command {
            var pipeline = Pipeline(on: scan.keyspace.connection ?? .default)
            let reply = pipeline.enqueue(command)
            try pipeline.execute(on: connections)
            found = try scan.take(reply.value)[...]
        }
        return found.popFirst()
    }
}
