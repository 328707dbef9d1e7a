import Glibc
import Redpipe
import RedpipeCommands
import RedpipeCompiler
import RedpipeRuntime
import RedpipeSyntax

extension Repl {
    /// Runs the text of an input, or of a file.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - bytes: Its bytes, where they are no UTF-8.
    ///   - firstLine: The number of its first line.
    ///   - name: What diagnostics call it.
    /// - Returns: Whether all of it has run, without an error.
    @discardableResult
    func run(
        _ text: String,
        bytes: [UInt8]? = nil,
        firstLine: Int = 1,
        name: String = SessionScript.lineName
    ) -> Bool {
        defer { screen.finishBlock() }
        outcome = InputOutcome()
        watched = .nothing
        let isTyped = name == SessionScript.lineName
        let (count, line) = (isTyped ? RepeatPrefix.split(text) : nil) ?? (1, text)
        if isTyped { lastText = text }
        let place = current
        saved.endTransactions(besides: openTransactions)
        guard let input = check(line, bytes, name, firstLine) else {
            noteRefusal(on: targets(of: line))
            return false
        }
        let used = usedConnections(of: input.script.plan)
        guard prepare(input, isTyped: isTyped), prepareForSending(on: used) else {
            noteRefusal(on: used)
            return false
        }
        lastInput = (line, input)
        watched = .input
        let isSaved = saved.canFollow(openTransactions, on: used)
        let doneCount = execute(input, count: count)
        if doneCount > 0, isSaved {
            if bytes == nil {
                saved.add(line, input, count: doneCount, on: place)
            } else {
                saved.addUnreadable(on: place)
            }
            saved.noteTransactions(openTransactions)
        }
        return doneCount == count
    }

    /// The connections on which MULTI was typed and is open.
    var openTransactions: Set<ConnectionName> {
        Set(notes.filter { $0.value.isInTransaction }.map(\.key))
    }

    /// Runs the last input again.
    ///
    /// - Returns: Whether it could be sent.
    func runAgain() -> Bool {
        defer { screen.finishBlock() }
        outcome = InputOutcome()
        guard let input = lastInput?.checked,
            prepareForSending(on: usedConnections(of: input.script.plan))
        else { return false }
        execute(input, count: 1)
        return true
    }

    /// - Returns: `nil` for what is wrong, which was reported.
    private func check(
        _ text: String,
        _ bytes: [UInt8]?,
        _ name: String,
        _ firstLine: Int
    ) -> SessionInput? {
        let checked = script.check(
            bytes ?? Array(text.utf8),
            name: name,
            firstLine: firstLine,
            connections: connectionNames
        )
        output.files = script.files
        output.isOneLine =
            isInteractive && name == SessionScript.lineName && !text.utf8.contains(0x0a)
        switch checked {
        case .success(let input): return input
        case .failure(let list):
            for diagnostic in list.diagnostics { output.report(withHint(diagnostic, text)) }
            if !output.isOneLine { output.say("  = note: nothing was sent\n") }
            note(ExitStatus.wrongScript)
            return nil
        }
    }

    /// - Returns: Whether what an input declares could be defined.
    private func prepare(_ input: SessionInput, isTyped: Bool) -> Bool {
        for warning in input.script.warnings where warning.span.source == input.source {
            output.report(warning)
        }
        guard define(input.script.plan.connections, isTyped: isTyped) else { return false }
        announceRedefinitions(input)
        return true
    }

    /// A command that was refused is missing in an open MULTI: the server would not know.
    ///
    /// - Parameter names: The connections that it was meant for.
    func noteRefusal(on names: Set<ConnectionName>) {
        var isMissed = false
        for name in names {
            guard let note = notes[name], note.isInTransaction, !note.lacksCommand else { continue }
            notes[name]?.noteRefusal()
            isMissed = true
        }
        guard isMissed else { return }
        output.say("  = note: MULTI is open, and EXEC will discard it, for this line is missing\n")
    }

    /// Runs an input as often as wanted, up to an error or Ctrl-C.
    ///
    /// - Returns: How often it has run.
    @discardableResult
    private func execute(_ input: SessionInput, count: Int) -> Int {
        let start = Moment.now
        tally.reset()
        SignalPipe.forgetInterruption(wakeUp)
        var doneCount = 0
        while doneCount < count, ending == nil, !outcome.wasInterrupted {
            execute(input, isRepeated: count > 1)
            if outcome.failure != nil { break }
            doneCount += 1
        }
        if doneCount < count, count > 1, ending == nil {
            output.say("  = note: \(doneCount) of \(count) have run\n")
        }
        if settings.showsTiming { output.say("(\(tally.text(elapsed: Moment.now - start)))\n") }
        return doneCount
    }

    private func execute(_ input: SessionInput, isRepeated: Bool) {
        let watchman = makeGuard()
        let executor = Executor(
            input.script,
            connections: connections,
            output: output,
            settings: runSettings(watchman, for: input)
        )
        let result = executor.run()
        let rebound = script.adopt(input, result.globals)
        if let interception = watchman.interception {
            run(interception)
        } else {
            note(result)
            noteMissing(input, unrunCount: result.unrunCount)
        }
        noteUnrun(result.unrunCount, of: input)
        if result.unrunCount > 0, outcome.failure == nil { note(ExitStatus.failure) }
        if !isRepeated { announceRebindings(in: input, rebound) }
        if input.isValue, outcome.failure == nil { noteUnknownField() }
        if !input.yieldsValue, outcome.failure == nil { acknowledge("(nothing is returned)") }
        screen.finishBlock()
        takeSignalAfterRun()
        for name in outcome.transactions { notes[name]?.noteTransactionBlock() }
        reviewConnections()
        if result.hasExited { ending = result.exitCode ?? statusAtEnd }
    }

    /// Marks the transactions in which something of an input is missing now.
    private func noteMissing(_ input: SessionInput, unrunCount: Int) {
        guard outcome.failure != nil else { return }
        let used = usedConnections(of: input.script.plan)
        if unrunCount > 0 { return noteRefusal(on: used) }
        let isMeant =
            outcome.wasPutOff && !outcome.hasQueued || outcome.wasDeclined && input.isOneCommand
        // A server that has refused a command knows by itself.
        if !isMeant { noteRefusal(on: used.subtracting(outcome.refusingServers)) }
    }

    private func runSettings(_ watchman: ReplGuard, for input: SessionInput) -> RunSettings {
        var result = RunSettings()
        result.stackByteCount = settings.stackByteCount
        result.connection = current
        result.globals = script.values
        result.showsNull = input.yieldsValue
        result.isInterrupted = { SignalPipe.signal != nil }
        result.refusal = { connection, words, span in
            watchman.refusal(of: words, on: connection, at: span)
        }
        result.endingRefusal = ReplGuard.interceptionID
        result.replyRefusal = { [unowned self] connection, words, span in
            refusal(ofReplyTo: words, on: connection, at: span)
        }
        return result
    }

    private func note(_ result: RunResult) {
        guard let severity = result.severity else { return }
        note(severity.exitStatus)
        let isCut = known.contains {
            connections.connection(named: $0)?.failure == .interrupted
        }
        if isCut, isInteractive {
            output.say("  = note: the connection is opened anew at the next command\n")
        }
    }

    func note(_ status: ExitStatus) {
        worst = max(worst, status.rawValue)
        outcome.failure = status
    }

    /// Ctrl-C was for the input; other signals are for the program.
    func takeSignalAfterRun() {
        guard let signal = SignalPipe.signal else { return }
        outcome.wasInterrupted = true
        if signal != SIGINT { ending = 128 + signal }
        SignalPipe.forgetInterruption(wakeUp)
    }
}

extension ScriptError.Severity {
    fileprivate var exitStatus: ExitStatus {
        switch self {
        case .script: .failure
        case .connecting: .notConnected
        case .protocolBroken: .protocolBroken
        case .lost: .lost
        }
    }
}
