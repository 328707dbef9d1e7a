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
    ///   - name: What diagnostics call it.
    /// - Returns: Whether all of it has run, without an error.
    @discardableResult
    func run(
        _ text: String,
        bytes: [UInt8]? = nil,
        name: String = SessionScript.lineName
    ) -> Bool {
        defer { screen.finishBlock() }
        outcome = InputOutcome()
        let isTyped = name == SessionScript.lineName
        let (count, line) = (isTyped ? RepeatPrefix.split(text) : nil) ?? (1, text)
        let place = current
        let wasInTransaction = notes[place]?.isInTransaction == true
        guard let input = check(line, bytes, name: name), prepare(input, isTyped: isTyped) else {
            noteRefusal()
            return false
        }
        lastInput = (line, input)
        let doneCount = execute(input, count: count)
        if doneCount > 0, bytes == nil { saved.add(line, input, count: doneCount, on: place) }
        if doneCount == 0, wasInTransaction, notes[place]?.isInTransaction != true {
            saved.addDiscard(on: place)
        }
        return doneCount == count
    }

    /// Runs the last input again.
    func runAgain() {
        defer { screen.finishBlock() }
        outcome = InputOutcome()
        guard let input = lastInput?.checked, prepareForSending(input.script.plan) else { return }
        execute(input, count: 1)
    }

    /// - Returns: `nil` for what is wrong, which was reported.
    private func check(_ text: String, _ bytes: [UInt8]?, name: String) -> SessionInput? {
        let bytes = bytes ?? Array(text.utf8)
        let checked = script.check(bytes, name: name, connections: connectionNames)
        output.files = script.files
        output.isOneLine = name == SessionScript.lineName && !text.contains("\n")
        switch checked {
        case .success(let input): return input
        case .failure(let list):
            for diagnostic in list.diagnostics { output.report(withSyntax(diagnostic, text)) }
            if !output.isOneLine { output.say("  = note: nothing was sent\n") }
            note(ExitStatus.wrongScript)
            return nil
        }
    }

    /// Who gives too few words wants to see which ones there are.
    private func withSyntax(_ diagnostic: Diagnostic, _ text: String) -> Diagnostic {
        guard diagnostic.id == "E0106", output.isOneLine else { return diagnostic }
        let line = Array(text.utf8)
        return diagnostic.help(explanation(of: line, line.count))
    }

    /// - Returns: Whether an input can be sent.
    private func prepare(_ input: SessionInput, isTyped: Bool) -> Bool {
        for warning in input.script.warnings where warning.span.source == input.source {
            output.report(warning)
        }
        guard define(input.script.plan.connections, isTyped: isTyped) else { return false }
        announceRedefinitions(input)
        return prepareForSending(input.script.plan)
    }

    /// A command that was refused is missing in an open MULTI: the server would not know.
    func noteRefusal() {
        let isMissed = notes.values.contains { $0.isInTransaction && !$0.lacksCommand }
        for name in notes.keys { notes[name]?.noteRefusal() }
        guard isMissed else { return }
        output.say("  = note: MULTI is open, and EXEC will discard it, for this line is missing\n")
    }

    private func announceRedefinitions(_ input: SessionInput) {
        guard isInteractive, !isWatching else { return }
        for name in input.redefined { output.say("`\(name)` is defined anew\n") }
    }

    /// A binding that has failed changes nothing, so this is known afterwards only.
    private func announceRebindings(in input: SessionInput, _ bound: Set<String>) {
        guard isInteractive, !isWatching else { return }
        for case .binding(let binding) in input.statements where bound.contains(binding.name.name) {
            output.say("`\(binding.name.name)` is bound anew\n")
        }
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
            let isRefused = !outcome.hasErrorReply && !outcome.wasPutOff
            if outcome.failure != nil, isRefused { noteRefusal() }
        }
        noteUnrun(result.unrunCount, of: input)
        if result.unrunCount > 0, outcome.failure == nil { note(ExitStatus.failure) }
        if !isRepeated { announceRebindings(in: input, rebound) }
        if input.isValue, outcome.failure == nil { noteUnknownField() }
        screen.finishBlock()
        takeSignalAfterRun()
        reviewConnections()
        if let code = result.exitCode { ending = code }
    }

    /// Says which lines of a longer input an error has kept from running.
    private func noteUnrun(_ count: Int, of input: SessionInput) {
        let lines = input.statements.filter { $0.declaredName == nil }.suffix(count)
            .map { script.files.lineNumber(of: $0.span) }
        guard let first = lines.first, let last = lines.last else { return }
        let range = first == last ? "line \(first) has" : "lines \(first)-\(last) have"
        output.say("  = note: \(range) not run\n")
    }

    /// A field that is not there is null, which may be a slip of the finger.
    private func noteUnknownField() {
        guard isInteractive, let text = lastInput?.text.trimmingBlanks,
            let dot = text.lastIndex(of: ".")
        else { return }
        let field = String(text[text.index(after: dot)...])
        let known = fields(of: String(text[..<dot]))
        guard !known.isEmpty, !known.contains(field), field.utf8.allSatisfy(\.continuesName) else {
            return
        }
        if known.contains(field + "(") {
            return output.say("  = note: `\(field)` is a method: `\(text)(…)`\n")
        }
        guard let nearest = Suggestion.nearest(to: field, in: known) else { return }
        output.say("  = note: there is no field `\(field)`; did you mean `\(nearest)`?\n")
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
