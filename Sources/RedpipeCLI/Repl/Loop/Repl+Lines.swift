import Glibc
import Redpipe
import RedpipeCompiler
import RedpipeSyntax

/// What becomes of the lines that are typed: together they make an input.
extension Repl {
    func take(_ line: String) {
        hasWarnedOfBlock = false
        if typed.isEmpty, takeAsParts(line) || takeAsOwnWord(line) { return }
        let isContinuation = !typed.isEmpty
        let isEnd = isContinuation && line.allSatisfy { $0 == "}" || $0 == " " }
        if !isEnd { lacksLine = false }
        typed.add(line)
        if isContinuation, isInteractive, refuseOwnWord(line) { return }
        guard typed.judge() == .complete else {
            if isInteractive { checkOpenInput() }
            return
        }
        let text = typed.text
        if isContinuation, isWrong(text) {
            return typed.hasUncheckedLines ? dropBlock() : dropWrongLine()
        }
        if lacksLine { return askForLine() }
        typed.removeAll()
        remember(text)
        run(text)
    }

    /// A byte that is not UTF-8 cannot be kept in what is typed, and must not become another.
    func refuseLine() {
        output.say(
            """
            error: this line is not UTF-8, so it is not run
              = help: inside double quotes `\\xff` stands for a byte

            """
        )
        note(ExitStatus.wrongScript)
        noteRefusal()
        screen.finishBlock()
        guard !typed.isEmpty else { return }
        typed.add("")
        dropWrongLine()
    }

    /// Runs pasted text that holds commands of the interactive mode between others.
    ///
    /// - Returns: Whether it does.
    private func takeAsParts(_ text: String) -> Bool {
        guard text.contains("\n") else { return false }
        let parts = SessionFile.parts(of: text)
        guard parts.contains(where: { if case .meta = $0 { true } else { false } }) else {
            return false
        }
        remember(text)
        runParts(parts, of: nil)
        screen.finishBlock()
        return true
    }

    /// Words of the interactive mode itself are no lines of a block.
    private func refuseOwnWord(_ line: String) -> Bool {
        let trimmed = line.trimmingBlanks
        guard !hasPendingInput, isOwnWord(trimmed) else { return false }
        let words = trimmed.split(separator: " ")
        let isHelp = ["help", "?"].contains(words.first?.lowercased())
        if isHelp || MetaCommand.parse(trimmed).command?.standsInBlocks == true {
            typed.dropLast()
            _ = takeAsOwnWord(line)
            return true
        }
        output.say("`\(trimmed)` has to wait until the input is whole; Ctrl-C drops it\n")
        screen.finishBlock()
        typed.dropLast()
        return true
    }

    private func isOwnWord(_ line: String) -> Bool {
        var above = typed
        above.dropLast()
        guard !above.isInText else { return false }
        let word = line.prefix { $0 != " " }.lowercased()
        if MetaCommand.parse(line).command != nil || word == "help" || word == "?" { return true }
        guard ["exit", "quit", "clear"].contains(line.lowercased()) else { return false }
        // `exit` is a statement too, where one can stand; within brackets none can.
        return TypedInput.closed(typed.text).map { isWrong($0, reports: false) } ?? true
    }

    /// The lines of an open block are edited with the last one.
    func editTyped(_ line: String) {
        let lines = typed.lines + [line]
        typed.removeAll()
        edit(lines.joined(separator: "\n"))
        screen.finishBlock()
    }

    /// A wrong line of an open block is reported at once, and left out: the block stays.
    private func checkOpenInput() {
        guard !hasPendingInput else {
            typed.hasUncheckedLines = true
            return
        }
        guard let closed = TypedInput.closed(typed.text), isWrong(closed) else { return }
        dropWrongLine()
    }

    /// The line can be recalled, to be corrected.
    ///
    /// Where more has been sent already nobody reads what is said: it is a paste, or a file, and
    /// the rest of it must not run without this line.
    private func dropWrongLine() {
        guard isInteractive, !hasPendingInput else { return dropBlock() }
        let line = typed.lines.last ?? ""
        if !SecretFilter.holdsSecret(line) { editor.remember(line) }
        guard typed.lines.count > 1 else { return typed.removeAll() }
        output.say("  = note: the line is left out; the input is still open: Ctrl-C drops it\n")
        screen.finishBlock()
        typed.dropLast()
        lacksLine = true
    }

    /// Half a transaction or half a model must not come of a line that was wrong.
    private func askForLine() {
        lacksLine = false
        typed.dropLast()
        output.say(
            "the line that was left out is missing: `}` again goes without it, Ctrl-C drops all\n"
        )
        screen.finishBlock()
    }

    private func dropBlock() {
        typed.removeAll()
        note(ExitStatus.wrongScript)
        guard isInteractive else { return }
        tcflush(0, TCIFLUSH)
        output.say("  = note: the block is dropped, with what was sent behind this line\n")
        screen.finishBlock()
    }

    var hasPendingInput: Bool {
        var entry = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&entry, 1, 0) == 1
    }

    private func isWrong(_ text: String, reports: Bool = true) -> Bool {
        var trial = script
        guard case .failure(let list) = trial.check(Array(text.utf8), connections: connectionNames)
        else { return false }
        guard reports else { return true }
        output.files = trial.files
        output.isOneLine = false
        for diagnostic in list.diagnostics { output.report(diagnostic) }
        screen.finishBlock()
        return true
    }

    /// Ctrl-D leaves; an open block is warned of first.
    func takeEnd() {
        if !typed.isEmpty, isInteractive, !hasWarnedOfBlock {
            hasWarnedOfBlock = true
            output.say("a block is still open: Ctrl-C drops it, a second Ctrl-D leaves\n")
            return screen.finishBlock()
        }
        if !typed.isEmpty, !isInteractive { run(typed.text) }
        screen.finishBlock()
        ending = ending ?? lastStatus
    }

    /// Input that no person types ends with the status of its worst line.
    private var lastStatus: Int32 { isInteractive ? 0 : worst }

    func remember(_ text: String) {
        guard history?.keeps(text) ?? !SecretFilter.holdsSecret(text) else { return }
        editor.remember(text)
        history?.append(text)
    }
}
