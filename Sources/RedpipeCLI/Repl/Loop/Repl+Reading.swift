import Glibc
import Redpipe
import RedpipeCompiler
import RedpipeSyntax

extension Repl {
    /// Reads one input, of one line or more, and runs it.
    func readAndRun() {
        editor.begin(isInteractive ? prompt.text : "")
        PromptSignals.catchStops()
        // Of what came while a command ran only the size concerns the line.
        if PromptSignals.take(promptPipe).contains(SIGWINCH) { editor.resize() }
        let event = waitForLine()
        editor.suspend()
        PromptSignals.allowStops()
        switch event {
        case .line(let line):
            lineCount += 1
            take(line)
        case .invalid(let line):
            lineCount += 1
            refuse(line)
        case .edit(let line): editTyped(line)
        case .end: takeEnd()
        case nil: break
        }
    }

    /// The prompt for the line to come.
    var prompt: Prompt {
        let note = notes[current] ?? ConnectionNotes()
        var prompt = Prompt(connection: connectionLabel)
        prompt.database = note.database
        prompt.isInTransaction = note.isInTransaction
        prompt.isWatching = note.isWatching
        prompt.isSubscribed = note.subscriptionCount > 0
        prompt.isDown = down.contains(current)
        prompt.isColored = isInteractive && options.textStyle(for: screen.output).isColored
        if !typed.isEmpty, hasPendingInput {
            prompt.continuation = .other
        } else if !typed.isEmpty {
            prompt.continuation =
                OpenBlock(in: typed.text).map {
                    .block(connection: $0.connection, lineCount: $0.lineCount)
                } ?? .other
        }
        return prompt
    }

    // MARK: The loop

    /// Waits until a line is done; `nil` if the session is to end.
    private func waitForLine() -> LineEvent? {
        while true {
            if editor.hasBufferedInput, let event = editor.read() { return event }
            let event = waitForInput()
            if ending != nil { return nil }
            if let event { return event }
        }
    }

    /// Waits for one event and takes it.
    private func waitForInput() -> LineEvent? {
        poller.removeAll()
        let input = poller.watch(0, for: .readable)
        let signals = poller.watch(wakeUp ?? -1, for: .readable)
        let prompts = poller.watch(promptPipe, for: .readable)
        let sockets = watchConnections()
        poller.wait(until: nextDeadline)
        if !poller.events(at: signals).isEmpty {
            takeSignalAtPrompt()
            return nil
        }
        if !poller.events(at: prompts).isEmpty { takePromptSignals() }
        processConnections(sockets)
        guard ending == nil, !poller.events(at: input).isEmpty else { return nil }
        return editor.read()
    }

    /// Ctrl-C drops what was typed; other signals end the session.
    private func takeSignalAtPrompt() {
        guard let signal = SignalPipe.signal else { return }
        guard signal == SIGINT else {
            endBySignal(signal)
            return
        }
        SignalPipe.forget(wakeUp)
        if typed.isEmpty, editor.isLineEmpty, leaveSubscription() { return }
        // What was typed by hand over several lines can be had back.
        if !typed.isEmpty { keepForRecall(typed.textWithGivenBack) }
        typed.removeAll()
        editor.clear(prompt.text)
    }

    /// Ends the session; from the background too, where giving the terminal back would stop it.
    private func endBySignal(_ number: Int32) {
        signal(SIGTTOU, SIG_IGN)
        ending = 128 + number
    }

    /// Ctrl-C with nothing to drop means the messages.
    ///
    /// - Returns: Whether there were any.
    private func leaveSubscription() -> Bool {
        guard let count = notes[current]?.subscriptionCount, count > 0 else { return false }
        connections.connection(named: current)?.close()
        notes[current]?.forgetUnrepeatable()
        editor.printAbove(
            { [unowned self] in prompt.text },
            { [unowned self] in
                output.say("the subscription is over; the next command connects anew\n")
                screen.finishBlock()
            }
        )
        return true
    }

    private func takePromptSignals() {
        let signals = PromptSignals.take(promptPipe)
        if signals.contains(SIGTSTP) {
            editor.suspend()
            raise(SIGSTOP)
            _ = PromptSignals.take(promptPipe)
            if let signal = SignalPipe.signal, signal != SIGINT { return endBySignal(signal) }
            editor.resume(prompt.text)
        } else if signals.contains(SIGCONT) {
            editor.suspend()
            editor.resume(prompt.text)
        }
        if signals.contains(SIGWINCH) { editor.resize() }
    }
}
