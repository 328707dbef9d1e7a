import Redpipe
import RedpipeCompiler
import RedpipeRESP
import RedpipeSyntax

/// What happens in program order once the replies of a block are there.
extension Executor {
    mutating func run(_ event: BlockEvent) {
        switch event {
        case .command(let command): show(command)
        case .silent, .operation, .decode: break
        case .failure(let failure, let scope): handle(failure, under: scope)
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
            pass(command, .failure(error))
            handle(error, under: command.tryScope)
        case .known where command.isShown || output.notesReplies:
            guard let reply = command.deferred.reply else { return }
            pass(command, .success(reply))
        case .known, .pending: break
        }
    }

    private func pass(_ command: CommandEvent, _ result: Result<RESPValue, ScriptError>) {
        if command.isShown {
            output.show(command.shown(result))
        } else if output.notesReplies {
            output.note(command.shown(result))
        }
    }

    private mutating func show(_ event: ValueEvent) {
        attempt(under: event.tryScope) { (executor) throws(EvaluationError) in
            let known = try executor.shownValue(of: event)
            let isIdle = event.name == nil && event.call == nil
            if isIdle, !executor.settings.showsNull, case .null = known { return }
            let text = try known.shown(at: event.span)
            executor.output.show(
                ShownValue(
                    name: event.name,
                    value: known,
                    text: text,
                    span: event.span,
                    call: event.call?.shown
                )
            )
        }
    }

    private func shownValue(of event: ValueEvent) throws(EvaluationError) -> Value {
        do throws(EvaluationError) {
            return try event.value.known(at: event.span)
        } catch {
            if let call = event.call {
                output.show(
                    ShownFailure(
                        name: event.name,
                        error: error.scriptError,
                        span: event.span,
                        call: call.shown
                    )
                )
            }
            throw error
        }
    }

    private mutating func print(_ event: PrintEvent) {
        do throws(EvaluationError) {
            output.print(try text(of: event), at: event.span)
        } catch {
            guard let line = event.line else {
                return handle(error.scriptError, under: event.tryScope)
            }
            line.fail(error.scriptError)
        }
    }

    private func text(of event: PrintEvent) throws(EvaluationError) -> [UInt8] {
        var text: [UInt8] = []
        for (index, value) in event.values.enumerated() {
            if index > 0 { text.append(UInt8(ascii: " ")) }
            text += try value.shown(at: event.span)
        }
        return text
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
            if !error.isKnown { handle(failure, under: callback.tryScope) }
        }
    }

    /// - Returns: The value of the last line.
    private mutating func runLines(_ steps: [Step]) throws(EvaluationError) -> Value {
        callDepth += 1
        let wanted = exchange(&wantsLastValue, with: true)
        defer {
            callDepth -= 1
            wantsLastValue = wanted
        }
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
    mutating func keep(_ failure: ScriptError, under scope: TryScope) -> Bool {
        let keeper = scope.keeper(of: failure)
        let isKeptInside = keeper != nil && keeper != tryAroundBatches.keeper(of: failure)
        if !isKeptInside, batchFailure.error == nil { batchFailure.error = failure }
        guard let keeper else { return false }
        let kept = keptFailures[keeper]
        if kept == nil || kept?.isEcho == true && !failure.isEcho { keptFailures[keeper] = failure }
        return true
    }

    mutating func handle(_ failure: ScriptError, under scope: TryScope) {
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
            connection: deferred.origin.connection,
            words: words,
            span: deferred.origin.command
        )
    }
}

extension ScriptError {
    /// It only says that another command was the cause.
    fileprivate var isEcho: Bool {
        Array(code.utf8) == ServerErrorCode.transactionAborted.rawValue
    }
}
