import Redpipe
import RedpipeCompiler
import RedpipeSyntax

extension Executor {
    /// Runs a body between MULTI and EXEC on the connection of bare commands.
    mutating func inTransaction(
        at span: SourceSpan,
        _ body: (inout Executor) throws(EvaluationError) -> Flow
    ) throws(EvaluationError) -> Flow {
        let target = standIn(for: connection)
        try checkTransaction(target, at: span)
        let outer = exchange(&transactionConnection, with: target)
        defer { transactionConnection = outer }
        let lane = pipeline.lane(for: connection)
        let home = pipeline.enterLane(lane)
        let first = (events.count, pipeline.commandCount(ofLane: lane))
        let multi = marker(
            onLane: lane,
            of: target,
            at: span,
            reportsLoss: false,
            note: "the commands were no transaction: each was sent, and answered, by itself"
        )
        let open = pipeline.beginTransaction()
        let flow = try uncut(body)
        pipeline.endTransaction(open)
        pipeline.enterLane(home)
        let isSent = pipeline.commandCount(ofLane: lane) > first.1
        if outer == nil, isSent { events.insert(multi, at: first.0) }
        return flow
    }

    /// Lets an error to MULTI or WATCH, the next command, be reported: they have no value.
    private func marker(
        onLane lane: Int,
        of connection: ConnectionName,
        at span: SourceSpan,
        reportsLoss: Bool,
        note: String? = nil
    ) -> BlockEvent {
        let position = Int32(clamping: pipeline.commandCount(ofLane: lane))
        let origin = DeferredOrigin(
            name: nil,
            span: span,
            block: openBlock?.header,
            connection: connection
        )
        return .silent(
            SilentCommand(
                origin: origin,
                tryScope: tryScope,
                position: position,
                reportsLoss: reportsLoss,
                note: note
            )
        )
    }

    /// Everything of a transaction goes to one connection.
    func checkTransaction(
        _ target: ConnectionName,
        at span: SourceSpan
    ) throws(EvaluationError) {
        guard var own = transactionConnection, own != target else { return }
        if let standIn = pipeline.standIn, standIn.name == own { own = standIn.of }
        throw .raised(
            Diagnostic(
                "E0304",
                "a transaction runs on one connection, this one on `\(own)`, not on `\(target)`",
                at: span
            )
        )
    }

    // MARK: Watching

    /// Runs a transaction that watches: WATCH and its reads, then MULTI … EXEC; anew if a watched key
    /// has changed in between.
    mutating func runWatching(
        _ step: PipelineStep,
        _ transaction: TransactionPlan
    ) throws(EvaluationError) -> Flow {
        let outer = (connection, showsReplies)
        defer { (connection, showsReplies) = outer }
        if let name = step.connection { connection = ConnectionName(name) }
        if step.isQuiet { showsReplies = false }
        try checkReply(to: [Array("MULTI".utf8)], on: connection, at: step.span)
        let watched = WatchedConnection(to: connection, of: connections)
        watching = Watching(connection: watched, retriesLeft: transaction.retryCount)
        defer { watching = nil }
        while true {
            try checkInterruption(at: step.span)
            let shown = try read(step, transaction, over: watched)
            let failure = batchFailure.error
            guard failure == nil, !isStopped else {
                watched.unwatch()
                for event in shown { run(event) }
                if let failure { lastValue = .failure(failure) }
                return isStopped ? .stopped : .next
            }
            watched.hold()
            let flow = try decide(step, over: watched, showing: shown)
            guard watching?.hasChanged == true else { return flow }
            watching?.retriesLeft -= 1
            watching?.hasChanged = false
        }
    }

    /// Sends WATCH and the reads.
    ///
    /// - Returns: What the reads show, which is shown when the transaction has run.
    private mutating func read(
        _ step: PipelineStep,
        _ transaction: TransactionPlan,
        over watched: WatchedConnection
    ) throws(EvaluationError) -> [BlockEvent] {
        try beginBlock(step, over: watched)
        do throws(EvaluationError) {
            let outer = exchange(&transactionConnection, with: watched.name)
            defer { transactionConnection = outer }
            try queueWatch(transaction, over: watched, at: step.span)
            _ = try run(transaction.reads ?? [])
        } catch {
            throw takeBack(error, isPrint: false)
        }
        // What a `try` around the transaction keeps ends it too: nothing may be written on reads that
        // have failed.
        let outer = exchange(&tryAroundBatches, with: tryScope)
        defer { tryAroundBatches = outer }
        batchFailure = BatchFailure()
        return execute(holdingShown: true)
    }

    private mutating func queueWatch(
        _ transaction: TransactionPlan,
        over watched: WatchedConnection,
        at span: SourceSpan
    ) throws(EvaluationError) {
        let words = transaction.watched ?? []
        for (key, span) in try typedKeys(in: words) {
            try checkTransaction(standIn(for: key.keyspace.connection ?? connection), at: span)
        }
        arguments.removeAll()
        arguments.append(Array("WATCH".utf8))
        for word in words { try append(word) }
        guard arguments.count > 1 else {
            throw .raised(
                Diagnostic("E0106", "`watch` needs a key; there is none to watch", at: span)
            )
        }
        let lane = pipeline.lane(for: watched.name)
        events.append(
            marker(
                onLane: lane,
                of: watched.name,
                at: span,
                reportsLoss: transaction.reads?.isEmpty ?? true
            )
        )
        watched.release()
        pipeline.enqueue(arguments, into: nil, onLane: lane)
    }

    /// Builds the transaction with the replies known, and sends it if there is anything to send.
    private mutating func decide(
        _ step: PipelineStep,
        over watched: WatchedConnection,
        showing shown: [BlockEvent]
    ) throws(EvaluationError) -> Flow {
        try beginBlock(step, over: watched)
        let flow: Flow
        do throws(EvaluationError) {
            flow = try inTransaction(at: step.span) { (executor) throws(EvaluationError) in
                try executor.run(step.steps)
            }
        } catch {
            watched.unwatch()
            for event in shown { run(event) }
            throw takeBack(error, isPrint: false)
        }
        guard pipeline.commandCount > 0 else {
            watched.unwatch()
            events = shown + events
            execute()
            return flow
        }
        defer { watched.release() }
        events = shown + events
        execute()
        return flow
    }

    private mutating func beginBlock(
        _ step: PipelineStep,
        over watched: WatchedConnection
    ) throws(EvaluationError) {
        open(step.span, BlockSettings(step))
        pipeline = watched.pipeline()
    }

    // MARK: Bindings

    /// `let x <- [try] transaction watch … { … }`: it opens its blocks itself.
    mutating func bindWatching(
        _ step: BindStep,
        _ pipeline: PipelineStep,
        _ transaction: TransactionPlan
    ) throws(EvaluationError) {
        lastTry += 1
        let identity = lastTry
        let outer = (tryScope, wantsLastValue, showsReplies)
        defer { (tryScope, wantsLastValue, showsReplies) = outer }
        if step.source.isTried {
            tryScope = tryScope.inSource(identity)
            showsReplies = false
        }
        wantsLastValue = true
        var value: Value
        do throws(EvaluationError) {
            _ = try runWatching(pipeline, transaction)
            value = try lastValue.known(at: pipeline.span)
        } catch {
            guard step.source.isTried, isCatchable(error.scriptError) else { throw error }
            value = .failure(error.scriptError)
        }
        if let failure = keptFailures.removeValue(forKey: identity) { value = .failure(failure) }
        set(step.place, to: value)
        lastValue = value
        guard outer.2, let text = try? value.shown(at: step.name.span) else { return }
        output.show(
            ShownValue(
                name: step.name.name,
                value: value,
                text: text,
                span: step.name.span,
                call: nil
            )
        )
        output.finishBlock()
    }

    /// A transaction that watched, and a key has changed: whether it is run again.
    mutating func takesAnotherTry(_ lanes: [LaneReport]) -> Bool {
        guard let watching, watching.retriesLeft > 0,
            lanes.contains(where: { $0.firstErrors.first?.error.code == .watch })
        else { return false }
        self.watching?.hasChanged = true
        return true
    }
}

/// The watching transaction that is being run.
struct Watching {
    let connection: WatchedConnection
    var retriesLeft: Int
    /// Somebody changed a watched key before EXEC.
    var hasChanged = false

    init(connection: WatchedConnection, retriesLeft: Int) {
        self.connection = connection
        self.retriesLeft = retriesLeft
    }
}
