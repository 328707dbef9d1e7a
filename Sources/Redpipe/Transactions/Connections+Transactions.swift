extension Connections {
    /// Runs a transaction that depends on what it has read: if somebody changes a watched key in
    /// between, nothing of it is run, and it is tried again.
    ///
    ///     try connections.transaction(watching: ["stock:1"], retries: 10) { pipeline in
    ///         pipeline.hget("stock:1", "count", as: Int.self)
    ///     } run: { count, pipeline in
    ///         guard let have = try count.value, have > 0 else { throw StockError.empty }
    ///         return pipeline.hincrBy("stock:1", "count", -1)
    ///     }
    ///
    /// WATCH and what `read` queues are one round trip, MULTI … EXEC is the second one. Both go over
    /// a socket that nothing else uses meanwhile. If `run` queues nothing or throws, nothing is run.
    ///
    /// - Parameters:
    ///   - keys: What must not change.
    ///   - name: Where all of it happens; commands on other connections are an error.
    ///   - retries: How often it is tried again.
    ///   - timeout: How long each round trip may take.
    ///   - read: Queues the reads; gives what `run` needs of them.
    ///   - run: Queues the commands of the transaction, with the replies to the reads known.
    /// - Returns: What `run` returned; its deferreds have their values.
    /// - Throws: What `read` or `run` threw, ``ExecutionError``, and a ``ServerError`` of code
    ///   ``ServerErrorCode/watch`` if it was tried as often as it may be.
    @discardableResult
    public func transaction<Reads, Result>(
        watching keys: [any RedisArgument],
        on name: ConnectionName = .default,
        retries: Int = 0,
        timeout: Duration? = nil,
        _ read: (inout Pipeline) throws -> Reads,
        run: (Reads, inout Pipeline) throws -> Result
    ) throws -> Result {
        let watched = WatchedConnection(to: name, of: self)
        let words = keys.map { key in
            var word: [UInt8] = []
            key.append(to: &word)
            return word
        }
        var attempt = 0
        while true {
            let reads = try watch(words, over: watched, timeout, read)
            switch try self.run(reads, over: watched, timeout, run) {
            case .success(let result): return result
            case .failure(let error):
                guard attempt < retries else { throw error }
                attempt += 1
            }
        }
    }

    private func watch<Reads>(
        _ keys: [[UInt8]],
        over watched: WatchedConnection,
        _ timeout: Duration?,
        _ read: (inout Pipeline) throws -> Reads
    ) throws -> Reads {
        var pipeline = watched.pipeline()
        let watch = watched.queueWatch(keys, in: &pipeline)
        let reads = try read(&pipeline)
        try pipeline.execute(on: self, timeout: timeout)
        _ = try watch.value
        watched.hold()
        return reads
    }

    /// Sends the transaction; a failure says that a watched key had changed.
    private func run<Reads, Result>(
        _ reads: Reads,
        over watched: WatchedConnection,
        _ timeout: Duration?,
        _ run: (Reads, inout Pipeline) throws -> Result
    ) throws -> Swift.Result<Result, ServerError> {
        var pipeline = watched.pipeline()
        let result: Result
        do {
            result = try pipeline.transaction { try run(reads, &$0) }
            guard pipeline.commandCount == pipeline.commandCount(ofLane: 0) else {
                throw TransactionError.otherConnection
            }
        } catch {
            watched.unwatch()
            throw error
        }
        guard pipeline.commandCount > 0 else {
            watched.unwatch()
            return .success(result)
        }
        defer { watched.release() }
        let report = try pipeline.execute(on: self, timeout: timeout)
        let changed = report.lanes.first?.firstErrors.first { $0.error.code == .watch }
        return changed.map { .failure($0.error) } ?? .success(result)
    }
}

/// Why a transaction cannot be sent.
@nonexhaustive
public enum TransactionError: Error, Hashable, Sendable {
    /// It queued commands on another connection than its own.
    case otherConnection
}

extension TransactionError: CustomStringConvertible {
    /// Lower case and without a full stop.
    public var description: String {
        switch self {
        case .otherConnection: "a transaction runs on one connection; a command names another one"
        }
    }
}
