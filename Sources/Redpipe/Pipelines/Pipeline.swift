/// Commands that are sent together, and the values that they will bring.
///
///     var pipeline = Pipeline()
///     let hits = pipeline.incr("hits")
///     let name = pipeline.hget("user:1", "name", on: "users")
///     try pipeline.execute(on: connections)
///     print(try hits.value, try name.value ?? "nobody")
///
/// Executing consumes the pipeline: doing it twice does not compile. What was queued on a pipeline
/// that is dropped instead is never sent, and its deferreds say ``DeferredError/abandoned``; so do
/// those of a block that threw.
///
/// A pipeline belongs to one thread.
public struct Pipeline: ~Copyable {
    /// What is queued, by connection, in the order of their first use.
    var lanes: [Lane]
    /// The position of the lane that takes commands which name no connection.
    var currentLane = 0
    /// What runs when the replies are there, in program order.
    var callbacks: [Callback] = []
    /// The lanes of the transactions that are being queued, the outermost first.
    var openTransactions: [Int] = []
    /// A connection whose commands go over another one: a transaction with a socket of its own.
    package var standIn: (of: ConnectionName, name: ConnectionName)?
    /// The arguments of the command that is being queued; kept for its memory.
    var arguments = ArgumentList()

    /// An empty pipeline.
    ///
    /// - Parameter connection: Where commands go that name no connection.
    public init(on connection: ConnectionName = .default) {
        lanes = [Lane(connection: connection)]
    }

    deinit {
        for lane in lanes { lane.abandonSlots(from: 0) }
        for callback in callbacks { callback.abandon?() }
    }
}

extension Pipeline {
    /// How many commands are queued, on all connections.
    public var commandCount: Int { lanes.reduce(0) { $0 + $1.commandCount } }

    /// Whether neither commands nor callbacks are queued.
    public var isEmpty: Bool { commandCount == 0 && callbacks.isEmpty }

    /// Where commands go that name no connection.
    public var connection: ConnectionName { lanes[currentLane].connection }

    /// How many of the queued commands are the MULTI and EXEC of transactions.
    package var markerCount: Int {
        lanes.reduce(Set(openTransactions).count) { $0 + 2 * $1.transactions.count }
    }

    /// How many commands are queued for one connection.
    ///
    /// - Parameter lane: A position from `lane(for:)`.
    /// - Returns: The number of its commands.
    package func commandCount(ofLane lane: Int) -> Int { lanes[lane].commandCount }

    /// The position of a connection's lane, which is made if need be.
    package mutating func lane(for connection: ConnectionName?) -> Int {
        guard var connection else { return currentLane }
        if let standIn, standIn.of == connection { connection = standIn.name }
        if lanes[currentLane].connection == connection { return currentLane }
        if let lane = lanes.firstIndex(where: { $0.connection == connection }) { return lane }
        lanes.append(Lane(connection: connection))
        return lanes.count - 1
    }
}

/// Work that waits for the replies.
struct Callback {
    /// The lane that was current where it was registered.
    let lane: Int
    let run: (inout Pipeline) throws -> Void
    /// What else to do if it will never run.
    let abandon: (() -> Void)?
}
