import Redpipe
import RedpipeCompiler
import RedpipeRESP
import RedpipeSyntax

extension Executor {
    /// Runs a body inside the open block, or opens one for it and executes that.
    ///
    /// An error while a block is built takes all of it back: nothing of it is sent.
    mutating func inBlock<Result>(
        at header: SourceSpan,
        timeout: Duration? = nil,
        isPrint: Bool = false,
        _ body: (inout Executor) throws(EvaluationError) -> Result
    ) throws(EvaluationError) -> Result {
        guard openBlock == nil else { return try body(&self) }
        openBlock = OpenBlock(header: header, timeout: timeout)
        let result: Result
        do throws(EvaluationError) {
            result = try body(&self)
        } catch {
            let commandCount = pipeline.commandCount
            var failure = error.scriptError
            if !isPrint || commandCount > 0 {
                failure = failure.sayingNothingSent(of: commandCount)
            }
            _ = exchange(&pipeline, with: Pipeline())
            discardEvents(from: 0, because: failure)
            openBlock = nil
            throw .failed(failure)
        }
        execute()
        return result
    }

    /// Takes back what was queued since a place; names that were bound to it stand for the failure.
    mutating func discardEvents(from start: Int, because failure: ScriptError) {
        for event in events[start...] { event.result?.fail(failure) }
        events.removeSubrange(start...)
    }

    /// Sends the block that was built, then runs its events in program order.
    private mutating func execute() {
        let queued = exchange(&pipeline, with: Pipeline())
        let due = exchange(&events, with: [])
        let timeout = openBlock?.timeout
        openBlock = nil
        var sending = queued
        let lanes = sending.send(on: connections, timeout: timeout)
        settle(due, BlockSummary(lanes, on: connections))
        let outer = (connection, tryScope, showsReplies, callDepth)
        tryScope = .nothing
        callDepth = 0
        for event in due { run(event) }
        (connection, tryScope, showsReplies, callDepth) = outer
        for summary in reports.takeSummaries() { output.report(summary) }
        output.finishBlock()
    }

    /// Gives every command its value or its error, before anything else runs.
    private mutating func settle(_ due: [BlockEvent], _ summary: BlockSummary) {
        var failures = FailureDescriber(summary)
        for case .command(let command) in due {
            do throws(DeferredError) {
                command.deferred.fill(Value(try command.reply.reply))
            } catch {
                let failure = failures.describe(error, of: command)
                command.deferred.fail(failure)
                guard !keep(failure, under: command.tryScope) else { continue }
                severity = max(severity ?? failure.severity, failure.severity)
                if failure.isInterruption { wasInterrupted = true }
            }
        }
    }

    // MARK: Events

    private mutating func run(_ event: BlockEvent) {
        switch event {
        case .command(let command): show(command)
        case .value(let value): show(value)
        case .print(let print): self.print(print)
        case .compute(let computation): run(computation)
        case .then(let callback): run(callback)
        case .settleTry(let event): settle(event)
        }
    }

    private mutating func show(_ command: CommandEvent) {
        switch command.deferred.reading {
        case .failed(let error):
            if command.isShown { output.show(command.shown(.failure(error))) }
            handle(error, under: command.tryScope)
        case .known where command.isShown:
            guard let reply = try? command.reply.reply else { return }
            output.show(command.shown(.success(reply)))
        case .known, .pending: break
        }
    }

    private mutating func show(_ event: ValueEvent) {
        attempt(under: event.tryScope) { (executor) throws(EvaluationError) in
            let known = try event.value.known(at: event.span)
            if event.name == nil, !executor.settings.showsNull, case .null = known { return }
            let text = try known.shown(at: event.span)
            executor.output.show(
                ShownValue(name: event.name, value: known, text: text, span: event.span)
            )
        }
    }

    private mutating func print(_ event: PrintEvent) {
        attempt(under: event.tryScope) { (executor) throws(EvaluationError) in
            var text: [UInt8] = []
            for (index, value) in event.values.enumerated() {
                if index > 0 { text.append(UInt8(ascii: " ")) }
                text += try value.shown(at: event.span)
            }
            executor.output.print(text, at: event.span)
        }
    }

    private mutating func run(_ computation: Computation) {
        do throws(EvaluationError) {
            let value = try inFrame(computation.frame) { (executor) throws(EvaluationError) in
                try executor.known(computation.expression)
            }
            computation.result.fill(value)
        } catch {
            let failure = error.scriptError
            computation.result.fail(failure)
            handle(failure, under: computation.tryScope)
        }
    }

    /// The body of a `then` runs like lines outside of blocks, on the connection of its block.
    private mutating func run(_ callback: Callback) {
        connection = callback.connection
        showsReplies = callback.showsReplies
        tryScope = callback.tryScope
        defer { tryScope = .nothing }
        do throws(EvaluationError) {
            let value = try inFrame(callback.frame) { (executor) throws(EvaluationError) in
                try executor.runLines(callback.closure.steps)
            }
            callback.result.fill(value)
        } catch {
            let failure = error.scriptError
            callback.result.fail(failure)
            handle(failure, under: callback.tryScope)
        }
    }

    /// - Returns: The value of the last line.
    private mutating func runLines(_ steps: [Step]) throws(EvaluationError) -> Value {
        callDepth += 1
        defer { callDepth -= 1 }
        _ = try run(steps)
        return try lastValue.known(at: openBlock?.header ?? plan.nowhere)
    }

    /// The first failure that this `try` kept counts, else what the source gave.
    private mutating func settle(_ event: TryEvent) {
        if let failure = keptFailures.removeValue(forKey: event.identity) {
            return event.result.fill(.failure(failure))
        }
        do throws(EvaluationError) {
            event.result.fill(try event.source.known(at: event.span))
        } catch {
            event.result.fill(.failure(error.scriptError))
        }
    }

    // MARK: Failures

    /// Leaves a failure to the `try` around it.
    ///
    /// - Returns: Whether there is one.
    private mutating func keep(_ failure: ScriptError, under scope: TryScope) -> Bool {
        guard let keeper = scope.keeper(of: failure) else { return false }
        if keptFailures[keeper] == nil { keptFailures[keeper] = failure }
        return true
    }

    private mutating func handle(_ failure: ScriptError, under scope: TryScope) {
        if !keep(failure, under: scope) { report(failure) }
    }

    private mutating func attempt(
        under scope: TryScope,
        _ body: (inout Executor) throws(EvaluationError) -> Void
    ) {
        do throws(EvaluationError) {
            try body(&self)
        } catch {
            handle(error.scriptError, under: scope)
        }
    }
}

extension CommandEvent {
    fileprivate func shown(_ result: Result<RESPValue, ScriptError>) -> ShownReply {
        ShownReply(
            name: isNamed ? deferred.name : nil,
            result: result,
            connection: connection,
            words: words,
            span: span
        )
    }
}

extension Plan {
    var nowhere: SourceSpan { SourceSpan(source: SourceID(rawValue: 0), range: 0..<0) }
}

extension ScriptError {
    /// A block that could not be built was not sent, and says so.
    fileprivate func sayingNothingSent(of count: Int) -> ScriptError {
        let note =
            count == 0
            ? "nothing was sent"
            : "nothing was sent of this block, in which \(count) \(count == 1 ? "command was" : "commands were") queued"
        guard !diagnostic.notes.contains(where: { $0.hasPrefix("nothing was sent") }) else {
            return self
        }
        return ScriptError(
            diagnostic.note(note),
            code: code,
            message: message,
            outcome: outcome,
            severity: severity,
            isInterruption: isInterruption
        )
    }
}
