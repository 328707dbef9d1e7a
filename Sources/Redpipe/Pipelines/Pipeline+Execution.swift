extension Pipeline {
    /// Sends everything, waits for the replies and runs the callbacks, wave after wave.
    ///
    /// A wave sends what is queued on all connections in parallel, and ends when every connection
    /// has answered or failed. Then all deferreds have their values or errors, and the callbacks
    /// run in the order of the program. What they queue is the next wave.
    ///
    /// An error reply fails its own deferred and is no reason to throw; the report counts them.
    ///
    /// - Parameters:
    ///   - connections: Where the names of the commands' connections lead.
    ///   - timeout: How long each wave may take; `nil` for as long as the connections allow.
    /// - Returns: What became of the commands.
    /// - Throws: ``ExecutionError`` if a connection failed or a callback threw, after everything
    ///   else has been done.
    @discardableResult
    public consuming func execute(
        on connections: Connections,
        timeout: Duration? = nil
    ) throws(ExecutionError) -> ExecutionReport {
        var execution = Execution()
        var isFirst = true
        while !isEmpty {
            let lanes = send(on: connections, timeout: timeout, reopening: isFirst)
            execution.note(lanes)
            runCallbacks(&execution)
            isFirst = false
        }
        if let error = execution.error { throw error }
        return execution.report
    }

    /// Sends everything and waits for the replies, but runs no callback and keeps them.
    ///
    /// Afterwards the pipeline has no commands and can be used on.
    ///
    /// - Parameters:
    ///   - connections: Where the names of the commands' connections lead.
    ///   - timeout: How long all of it may take; `nil` for as long as the connections allow.
    ///   - reopening: Whether connections may be opened anew that were lost earlier.
    /// - Returns: What became of the commands, by connection; nothing if there were none.
    package mutating func send(
        on connections: Connections,
        timeout: Duration? = nil,
        reopening: Bool = false
    ) -> [LaneReport] {
        let queued = lanes.filter { !$0.isEmpty }
        for lane in lanes.indices { lanes[lane] = Lane(connection: lanes[lane].connection) }
        guard !queued.isEmpty else { return [] }
        let reopens = reopening && connections.reopensLostConnections
        var wave = Wave(queued, on: connections, timeout: timeout, reopensLost: reopens)
        return wave.run()
    }

    /// Runs the callbacks, each like a nested block: what it queued stays only if it succeeds.
    private mutating func runCallbacks(_ execution: inout Execution) {
        let due = exchange(&callbacks, with: [])
        let home = currentLane
        for callback in due {
            let savepoint = savepoint()
            currentLane = callback.lane
            do {
                try callback.run(&self)
            } catch {
                rollBack(to: savepoint)
                execution.failures.append(error)
            }
        }
        currentLane = home
    }
}

/// What an execution has seen so far.
private struct Execution {
    var report = ExecutionReport()
    /// The failures in the order in which they came.
    var failures: [any Error] = []

    mutating func note(_ lanes: [LaneReport]) {
        report.waveCount += lanes.isEmpty ? 0 : 1
        report.lanes += lanes
        for lane in lanes {
            guard let reason = lane.failure else { continue }
            failures.append(ConnectionLoss(connection: lane.connection, reason: reason))
        }
    }

    /// What to throw, if anything failed.
    var error: ExecutionError? {
        guard let first = failures.first else { return nil }
        return ExecutionError(first: first, others: Array(failures.dropFirst()), report: report)
    }
}
