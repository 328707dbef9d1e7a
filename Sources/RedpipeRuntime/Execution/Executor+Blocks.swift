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
        _ body: (inout Executor) throws(EvaluationError) -> Result
    ) throws(EvaluationError) -> Result {
        guard openBlock == nil else { return try body(&self) }
        openBlock = OpenBlock(header: header, timeout: timeout)
        let result: Result
        do throws(EvaluationError) {
            result = try body(&self)
        } catch {
            _ = exchange(&pipeline, with: Pipeline())
            let queued = exchange(&events, with: [])
            openBlock = nil
            throw .failed(error.scriptError.sayingNothingSent(of: queued))
        }
        execute()
        return result
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
        for event in due { run(event, of: due) }
        (connection, tryScope, showsReplies, callDepth) = outer
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
                guard !command.keeps(failure) else { continue }
                severity = max(severity ?? failure.severity, failure.severity)
                if failure.isInterruption { wasInterrupted = true }
            }
        }
    }

    // MARK: Events

    private mutating func run(_ event: BlockEvent, of due: [BlockEvent]) {
        switch event {
        case .command(let command): show(command)
        case .value(let value, let name, let span): show(value, name, at: span)
        case .print(let values, let span): print(values, at: span)
        case .compute(let computation): run(computation)
        case .then(let callback): run(callback)
        case .settleTry(let result, let source, let start, let span):
            settleTry(result, source, due[start...], at: span)
        }
    }

    private mutating func show(_ command: CommandEvent) {
        switch command.deferred.reading {
        case .failed(let error):
            if command.isShown { output.show(command.shown(.failure(error))) }
            if !command.keeps(error) { report(error) }
        case .known where command.isShown:
            guard let reply = try? command.reply.reply else { return }
            output.show(command.shown(.success(reply)))
        case .known, .pending: break
        }
    }

    private mutating func show(_ value: Value, _ name: String?, at span: SourceSpan) {
        attempt { (executor) throws(EvaluationError) in
            let known = try value.known(at: span)
            if name == nil, case .null = known { return }
            let text = try known.shown(at: span)
            executor.output.show(ShownValue(name: name, value: known, text: text, span: span))
        }
    }

    private mutating func print(_ values: [Value], at span: SourceSpan) {
        attempt { (executor) throws(EvaluationError) in
            var text: [UInt8] = []
            for (index, value) in values.enumerated() {
                if index > 0 { text.append(UInt8(ascii: " ")) }
                text += try value.shown(at: span)
            }
            executor.output.print(text, at: span)
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
            if !computation.isTried { report(failure) }
        }
    }

    /// The body of a `then` runs like lines outside of blocks, on the connection of its block.
    private mutating func run(_ callback: Callback) {
        connection = callback.connection
        showsReplies = callback.showsReplies
        do throws(EvaluationError) {
            let value = try inFrame(callback.frame) { (executor) throws(EvaluationError) in
                try executor.runLines(callback.closure.steps)
            }
            callback.result?.fill(value)
        } catch {
            let failure = error.scriptError
            callback.result?.fail(failure)
            if !callback.isTried { report(failure) }
        }
    }

    /// - Returns: The value of the last line.
    private mutating func runLines(_ steps: [Step]) throws(EvaluationError) -> Value {
        callDepth += 1
        defer { callDepth -= 1 }
        _ = try run(steps)
        return try lastValue.known(at: openBlock?.header ?? plan.nowhere)
    }

    /// The first command of the source that failed counts, else what its value says.
    private mutating func settleTry(
        _ result: DeferredValue,
        _ source: Value,
        _ events: ArraySlice<BlockEvent>,
        at span: SourceSpan
    ) {
        for case .command(let command) in events {
            if case .failed(let error) = command.deferred.reading, command.keeps(error) {
                return result.fill(.failure(error))
            }
        }
        do throws(EvaluationError) {
            result.fill(try source.known(at: span))
        } catch {
            result.fill(.failure(error.scriptError))
        }
    }

    private mutating func attempt(_ body: (inout Executor) throws(EvaluationError) -> Void) {
        do throws(EvaluationError) {
            try body(&self)
        } catch {
            report(error.scriptError)
        }
    }
}

extension CommandEvent {
    /// Whether the `try` around it keeps an error.
    func keeps(_ error: ScriptError) -> Bool {
        switch tryScope {
        case .nothing: false
        case .errorReplies: error.outcome == .answered
        case .everything: !error.isInterruption
        }
    }

    fileprivate func shown(_ result: Result<RESPValue, ScriptError>) -> ShownReply {
        ShownReply(
            name: name,
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
    fileprivate func sayingNothingSent(of events: [BlockEvent]) -> ScriptError {
        let count = events.count { if case .command = $0 { true } else { false } }
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
