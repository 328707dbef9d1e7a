import RedpipeRESP

extension Pipeline {
    /// Queues what `body` queues between MULTI and EXEC: the server runs all of it without
    /// anything in between, or nothing.
    ///
    ///     try pipeline.transaction { pipeline in
    ///         pipeline.decr("stock:1")
    ///         pipeline.rpush("orders", order)
    ///     }
    ///
    /// A transaction inside another one joins it. If the server did not run it, all its deferreds
    /// say why; a command that was refused while the transaction was queued has its own error.
    ///
    /// - Throws: What `body` threw; nothing of the transaction is sent then.
    public mutating func transaction<Result, Failure>(
        on connection: ConnectionName? = nil,
        _ body: (inout Pipeline) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try nest(on: connection) { (pipeline: inout Pipeline) throws(Failure) in
            let start = pipeline.beginTransaction()
            let result = try body(&pipeline)
            pipeline.endTransaction(start)
            return result
        }
    }

    /// Queues the MULTI of a transaction on the current connection.
    ///
    /// - Returns: What `endTransaction(_:)` wants to know.
    package mutating func beginTransaction() -> OpenTransaction {
        let lane = currentLane
        defer { openTransactions.append(lane) }
        guard !openTransactions.contains(lane) else {
            return OpenTransaction(lane: lane, start: nil)
        }
        let start = lanes[lane].commandCount
        enqueueBare("MULTI", onLane: lane)
        return OpenTransaction(lane: lane, start: start)
    }

    /// Queues the EXEC of a transaction; one without commands is taken back.
    package mutating func endTransaction(_ transaction: OpenTransaction) {
        openTransactions.removeLast()
        guard let start = transaction.start else { return }
        let lane = transaction.lane
        guard lanes[lane].commandCount > start + 1 else { return lanes[lane].truncate(to: start) }
        enqueueBare("EXEC", onLane: lane)
        lanes[lane].noteTransaction(from: start)
    }

    private mutating func enqueueBare(_ name: String, onLane lane: Int) {
        arguments.removeAll()
        arguments.append(name.utf8)
        lanes[lane].append(arguments, to: nil)
    }
}

/// A transaction whose EXEC is still to come.
package struct OpenTransaction {
    let lane: Int
    /// The position of its MULTI; `nil` if it joins the one around it.
    let start: Int?
}
