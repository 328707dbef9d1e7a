import Glibc
import Redpipe
import RedpipeCompiler
import RedpipeRuntime
import RedpipeSyntax

extension Repl {
    /// Runs the text of an input, or of a file.
    ///
    /// - Returns: Whether all of it has run, without an error.
    @discardableResult
    func run(_ text: String, name: String = SessionScript.lineName) -> Bool {
        defer { worstOfInput = nil }
        let repetition = name == SessionScript.lineName ? RepeatPrefix.split(text) : nil
        let (count, line) = repetition ?? (1, text)
        var doneCount = 0
        var done: SessionInput?
        let place = current
        while doneCount < count, let input = runOnce(line, name: name), worstOfInput == nil {
            done = input
            doneCount += 1
            if ending != nil || wasInterrupted { break }
        }
        if let done, !isWatching { saved.add(line, done, count: doneCount, on: place) }
        return doneCount == count
    }

    /// - Returns: What was run; `nil` if it could not be.
    private func runOnce(_ text: String, name: String) -> SessionInput? {
        defer { screen.finishBlock() }
        let bytes = Array(text.utf8)
        let checked = script.check(bytes, name: name, connections: connectionNames)
        output.files = script.files
        output.isOneLine = name == SessionScript.lineName && !text.contains("\n")
        switch checked {
        case .success(let input):
            return run(input, text, isTyped: name == SessionScript.lineName) ? input : nil
        case .failure(let list):
            for diagnostic in list.diagnostics { output.report(withSyntax(diagnostic, text)) }
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

    private func run(_ input: SessionInput, _ text: String, isTyped: Bool) -> Bool {
        for warning in input.script.warnings where warning.span.source == input.source {
            output.report(warning)
        }
        guard define(input.script.plan.connections, isTyped: isTyped) else { return false }
        announceRedefinitions(input)
        guard prepareForSending(input.script.plan) else { return false }
        lastInput = (text, input)
        wasInterrupted = false
        execute(input)
        return true
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

    private func execute(_ input: SessionInput) {
        let start = Moment.now
        tally.reset()
        SignalPipe.forget(wakeUp)
        let watchman = makeGuard()
        let executor = Executor(
            input.script,
            connections: connections,
            output: output,
            settings: runSettings(watchman)
        )
        let result = executor.run()
        let rebound = script.adopt(input, result.globals)
        if let interception = watchman.interception {
            run(interception)
        } else {
            note(result)
        }
        announceRebindings(in: input, rebound)
        screen.finishBlock()
        wasInterrupted = SignalPipe.signal != nil
        takeSignalAfterRun()
        reviewConnections()
        if settings.showsTiming { output.say("(\(tally.text(elapsed: Moment.now - start)))\n") }
        if let code = result.exitCode { ending = code }
    }

    private func runSettings(_ watchman: ReplGuard) -> RunSettings {
        var result = RunSettings()
        result.stackByteCount = settings.stackByteCount
        result.connection = current
        result.globals = script.values
        result.showsNull = true
        result.isInterrupted = { SignalPipe.signal != nil }
        result.refusal = { connection, words, span in
            watchman.refusal(of: words, on: connection, at: span)
        }
        result.replyRefusal = { [unowned self] connection, words, span in
            refusal(ofReplyTo: words, on: connection, at: span)
        }
        return result
    }

    /// Inside a typed MULTI no reply is there before EXEC, which brings all of them.
    private func refusal(
        ofReplyTo words: [[UInt8]],
        on connection: ConnectionName,
        at span: SourceSpan
    ) -> Diagnostic? {
        guard notes[connection]?.isInTransaction == true else { return nil }
        let name = words.first?.lowercasedText
        if let name, ["exec", "discard", "reset"].contains(name) { return nil }
        let diagnostic = Diagnostic("E0113", "MULTI is open on `\(connection)`", at: span)
        return name == nil
            ? diagnostic.help("EXEC or DISCARD first: EXEC would run those commands too")
            : diagnostic.help("its reply comes with EXEC: `transaction { }` binds it")
    }

    private func makeGuard() -> ReplGuard {
        ReplGuard(
            isReadOnly: { [readOnly] in readOnly.contains($0) },
            keyCount: { [unowned self] in keyCount(of: $0) },
            useCredentials: { [unowned self] in useCredentials($1, on: $0) },
            ask: isInteractive ? { [unowned self] in confirm($0) } : nil
        )
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
        worstOfInput = status
    }

    /// Ctrl-C was for the input; other signals are for the program.
    func takeSignalAfterRun() {
        if let signal = SignalPipe.signal, signal != SIGINT { ending = 128 + signal }
        SignalPipe.forgetInterruption(wakeUp)
    }

    // MARK: Questions

    /// Asks a person; what was typed before the question is no answer to it.
    private func confirm(_ question: String) -> Bool {
        screen.finishBlock()
        tcflush(0, TCIFLUSH)
        screen.output.write(question)
        screen.output.flush()
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while unsafe read(0, &byte, 1) == 1, byte != UInt8(ascii: "\n") { line.append(byte) }
        if byte != UInt8(ascii: "\n") { screen.output.write("\n") }
        let answer = String(decoding: line, as: UTF8.self).lowercased()
        return answer == "y" || answer == "yes"
    }

    private func keyCount(of connection: ConnectionName) -> Int? {
        guard notes[connection]?.isInTransaction != true else { return nil }
        var pipeline = Pipeline(on: connection)
        let reply = pipeline.enqueue("DBSIZE", as: Int.self)
        _ = try? pipeline.execute(on: connections)
        return try? reply.value
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
