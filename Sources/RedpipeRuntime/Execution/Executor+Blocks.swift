import Redpipe
import RedpipeCompiler
import RedpipeSyntax

extension Executor {
    /// Runs a body inside the open block, or opens one for it and executes that.
    ///
    /// An error while a block is built takes all of it back: nothing of it is sent.
    mutating func inBlock<Result>(
        at header: SourceSpan,
        options: BlockSettings = BlockSettings(),
        isPrint: Bool = false,
        _ body: (inout Executor) throws(EvaluationError) -> Result
    ) throws(EvaluationError) -> Result {
        guard openBlock == nil else { return try body(&self) }
        open(header, options)
        let result: Result
        do throws(EvaluationError) {
            result = try body(&self)
        } catch {
            throw takeBack(error, isPrint: isPrint)
        }
        execute()
        return result
    }

    mutating func open(_ header: SourceSpan, _ options: BlockSettings) {
        let batch = options.batchSize.map {
            BatchProgress(size: $0, in: tryScope, endsAtErrors: !settings.keepsGoing)
        }
        openBlock = OpenBlock(
            header: header,
            timeout: options.timeout,
            isExplicit: options.isExplicit,
            batch: batch
        )
        batchLimit = batch?.size ?? .max
    }

    /// Gives up what the open block holds.
    ///
    /// - Returns: The error with what it means for the block.
    mutating func takeBack(_ error: EvaluationError, isPrint: Bool) -> EvaluationError {
        let commandCount = pipeline.commandCount - pipeline.markerCount
        let block = exchange(&openBlock, with: nil)
        batchLimit = .max
        _ = exchange(&pipeline, with: Pipeline())
        var failure = error.scriptError
        guard !error.isKnown else {
            discardEvents(from: 0, because: failure)
            return error
        }
        if !isPrint || commandCount > 0 {
            failure = failure.sayingNothingSent(of: commandCount, batch: block?.batch)
        }
        discardEvents(from: 0, because: failure)
        return .failed(failure)
    }

    /// Takes back what was queued since a place; names that were bound to it stand for the failure.
    mutating func discardEvents(from start: Int, because failure: ScriptError) {
        guard start < events.count else { return }
        for event in events[start...] {
            event.result?.fail(failure)
            if case .operation(let event) = event { event.record.endOperation(.handled) }
        }
        events.removeSubrange(start...)
    }

    /// Sends the block that was built, then runs its events in program order.
    ///
    /// - Parameter holdsShown: What only shows something is not run.
    /// - Returns: What was not run.
    @discardableResult
    mutating func execute(holdingShown holdsShown: Bool = false) -> [BlockEvent] {
        let queued = exchange(&pipeline, with: Pipeline())
        var due = exchange(&events, with: [])
        let block = exchange(&openBlock, with: nil)
        batchLimit = .max
        var sending = queued
        let lanes = sending.send(on: connections, timeout: block?.timeout)
        if takesAnotherTry(lanes) { return [] }
        settle(&due, BlockSummary(lanes, on: connections, batch: block?.batch))
        let outer = (connection, tryScope, showsReplies, callDepth, wantsLastValue, lastValue)
        let outerTry = tryAroundBatches
        tryAroundBatches = block?.batch?.surroundingTry ?? outerTry
        tryScope = .nothing
        callDepth = 0
        var held: [BlockEvent] = []
        for event in due {
            if holdsShown, event.isShown { held.append(event) } else { run(event) }
        }
        (connection, tryScope, showsReplies, callDepth, wantsLastValue, lastValue) = outer
        tryAroundBatches = outerTry
        for summary in reports.takeSummaries() { output.report(summary) }
        output.finishBlock()
        return held
    }

    /// Gives every command its value or its error, before anything else runs.
    private mutating func settle(_ due: inout [BlockEvent], _ summary: BlockSummary) {
        var failures = FailureDescriber(summary)
        for index in due.indices {
            switch due[index] {
            case .command(let command):
                guard let problem = command.deferred.problem else { continue }
                let failure = failures.describe(problem, at: command.deferred.origin.command)
                command.deferred.fail(failure)
                weigh(failure, under: command.tryScope)
            case .silent(let command):
                guard let problem = summary.problem(of: command) else { continue }
                var failure = failures.describe(problem, at: command.origin.command)
                if let note = command.note, !problem.isTemporary { failure = failure.noting(note) }
                due[index] = .failure(failure, command.tryScope)
                weigh(failure, under: command.tryScope)
            case .operation(let event):
                guard let failure = settle(event, &failures) else { continue }
                due[index] = .failure(failure, event.tryScope)
                weigh(failure, under: event.tryScope)
            case .decode(let event):
                guard let failure = settle(event) else { continue }
                due[index] = .failure(failure, event.tryScope)
                weigh(failure, under: event.tryScope)
            default: break
            }
        }
    }

    private mutating func weigh(_ failure: ScriptError, under scope: TryScope) {
        if failure.severity > .script, batchFailure.loss == nil { batchFailure.loss = failure }
        guard !keep(failure, under: scope) else { return }
        severity = max(severity ?? failure.severity, failure.severity)
        if failure.isInterruption { wasInterrupted = true }
    }

    // MARK: Batches

    /// Sends what is queued if that is a batch of the open block.
    ///
    /// - Throws: ``EvaluationError/ended`` if something failed in it that ends the block.
    mutating func sendBatchIfFull() throws(EvaluationError) {
        guard batchLimit != .max, var block = openBlock, var batch = block.batch else { return }
        let commandCount = pipeline.commandCount
        guard commandCount >= batchLimit || events.count >= batch.eventLimit else { return }
        let limit = batchLimit
        let outer = exchange(&batchFailure, with: BatchFailure())
        execute()
        let failed = exchange(&batchFailure, with: outer)
        batch.noteSent(commandCount: commandCount)
        block.batch = batch
        openBlock = block
        batchLimit = limit
        if let error = settings.keepsGoing ? failed.loss : failed.error ?? failed.loss {
            throw .ended(because: error)
        }
        try checkInterruption(at: block.header)
    }

    /// Runs what cannot be cut by the end of a batch.
    mutating func uncut<Result>(
        _ body: (inout Executor) throws(EvaluationError) -> Result
    ) throws(EvaluationError) -> Result {
        let limit = exchange(&batchLimit, with: .max)
        defer { batchLimit = limit }
        return try body(&self)
    }
}

extension Plan {
    var nowhere: SourceSpan { SourceSpan(source: SourceID(rawValue: 0), range: 0..<0) }
}

extension ScriptError {
    /// A block that could not be built was not sent, and says so.
    fileprivate func sayingNothingSent(of count: Int, batch: BatchProgress?) -> ScriptError {
        let what = batch == nil ? "block" : "batch"
        let queued = count == 1 ? "1 command was" : "\(count) commands were"
        let note =
            count == 0
            ? "nothing was sent of this " + (batch == nil ? "statement" : "batch")
            : "nothing was sent of this \(what), in which \(queued) queued"
        guard !diagnostic.notes.contains(where: { $0.hasPrefix("nothing was sent") }) else {
            return self
        }
        let noted = noting(note)
        return batch.map { noted.noting($0.note) } ?? noted
    }

    fileprivate func noting(_ note: String) -> ScriptError {
        ScriptError(
            diagnostic.note(note),
            code: code,
            message: message,
            outcome: outcome,
            severity: severity,
            isInterruption: isInterruption
        )
    }
}

extension DeferredError {
    /// The server has run nothing of what was sent.
    fileprivate var isTemporary: Bool {
        guard case .server(let error) = self else { return true }
        return error.code.isTemporaryRefusal
    }
}
