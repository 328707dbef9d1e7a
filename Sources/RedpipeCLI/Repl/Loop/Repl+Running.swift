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
        guard prepare(input, isTyped: isTyped) else {
            noteRefusal(on: usedConnections(of: input.script.plan))
            return false
        }
        lastInput = (line, input)
        watched = .input
        let used = usedConnections(of: input.script.plan)
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
        guard let input = lastInput?.checked, prepareForSending(input.script.plan) else {
            return false
        }
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

    /// Who gives too few words wants to see which ones there are, and who types a word of another shell
    /// what it is called in this one.
    private func withHint(_ diagnostic: Diagnostic, _ text: String) -> Diagnostic {
        guard output.isOneLine else { return diagnostic }
        switch diagnostic.id {
        case "E0106":
            let line = Array(text.utf8)
            return diagnostic.help(explanation(of: line, line.count))
        case "E0105":
            let word = text.trimmingBlanks.prefix { $0 != " " }.lowercased()
            if let command = MetaCommand(rawValue: word), word.count > 1 {
                return diagnostic.replacingHelp("did you mean `\(command.name)`?")
            }
            return Self.wordsOfOthers[word].map { diagnostic.replacingHelp($0) } ?? diagnostic
        case "E0111": return diagnostic.replacingHelp("the number is 1 or more: `3 INCR hits`")
        case "E0101" where text.trimmingBlanks.hasPrefix("connect "):
            return diagnostic.replacingHelp(
                "`\\c NAME` goes to a connection, `\\c HOST:PORT` to a server"
            )
        default: return diagnostic
        }
    }

    private static let wordsOfOthers = [
        "use": "`SELECT 2` chooses a database, `\\c NAME` a connection",
        "ls": "`\\keys` lists keys", "dir": "`\\keys` lists keys", "list": "`\\keys` lists keys",
        "tables": "`\\keys` lists keys, `\\d` what the session has declared",
        "describe": "`\\d NAME` shows a declaration, `\\peek KEY` a key",
        "desc": "`\\d NAME` shows a declaration, `\\peek KEY` a key",
        ":q": "`\\q` leaves", ":q!": "`\\q` leaves", ":wq": "`\\q` leaves",
        "history": "Ctrl-r searches the history", "edit": "`\\e` edits the last input",
    ]

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

    /// Says which lines of a longer input an error has kept from running.
    private func noteUnrun(_ count: Int, of input: SessionInput) {
        let unrun = input.statements.filter(\.makesStep).suffix(count).map(\.span)
        let lines = unrun.filter { $0.source == input.source }
            .map { script.files.lineNumber(of: $0) }
        guard let first = lines.first, let last = lines.last, lines.count == unrun.count else {
            if !unrun.isEmpty { output.say("  = note: the rest has not run\n") }
            return
        }
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
