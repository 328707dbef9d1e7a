import Glibc
import Redpipe
import RedpipeCommands
import RedpipeCompiler
import RedpipeSyntax

/// What becomes of the lines that are typed: together they make an input.
extension Repl {
    func take(_ line: String) {
        hasWarnedOfBlock = false
        if typed.isEmpty, takeAsParts(line) || takeAsOwnWord(line) { return }
        let isContinuation = !typed.isEmpty
        leftOut.removeAll { line.isCorrection(of: $0) }
        typed.add(line)
        if isContinuation, isInteractive, refuseOwnWord(line) { return }
        guard typed.judge() == .complete else {
            if isInteractive { checkOpenInput() }
            return
        }
        let text = typed.text
        if typed.isRefused { return dropBlock() }
        if isContinuation, isWrong(text) {
            return typed.hasUncheckedLines ? dropBlock() : dropWrongLine()
        }
        if !leftOut.isEmpty { return askForLine() }
        typed.removeAll()
        remember(text)
        run(text, firstLine: isInteractive ? 1 : firstLine(of: text))
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
        noteRefusal(on: [current])
        screen.finishBlock()
        guard !typed.isEmpty else { return }
        typed.add("")
        if isInteractive {
            dropWrongLine()
        } else {
            // What follows belongs to the block that must not run.
            typed.isRefused = true
        }
    }

    /// Runs pasted text that holds commands of the interactive mode between others.
    ///
    /// - Returns: Whether it does.
    private func takeAsParts(_ text: String) -> Bool {
        guard text.utf8.contains(0x0a) else { return false }
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
        let word = line.prefix { $0 != " " }.lowercased()
        let isMeta = MetaCommand.parse(line).command != nil
        guard isMeta || ["help", "?", "exit", "quit", "clear"].contains(word) else { return false }
        var above = typed
        above.dropLast()
        guard !above.isInText, !above.isContinued, isMeta || !OpenLines(above.text).areFields else {
            return false
        }
        if isMeta { return true }
        // Where such a statement or such a command can stand it is one; within brackets none can.
        return TypedInput.closed(typed.text).map { isWrong($0, reports: false) } ?? (word == line)
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
        guard let closed = TypedInput.closed(typed.text) else { return }
        if !isWrong(closed) {
            typed.hasUncheckedLines = false
        } else if typed.hasUncheckedLines {
            dropBlock()
        } else {
            dropWrongLine()
        }
    }

    /// The line can be recalled, to be corrected.
    ///
    /// Where more has been sent already nobody reads what is said: it is a paste, or a file, and
    /// the rest of it must not run without this line.
    private func dropWrongLine() {
        guard isInteractive, !hasPendingInput else { return dropBlock() }
        let line = typed.lines.last ?? ""
        let recalled = dropsLine ? line : typed.text
        if !SecretFilter.holdsSecret(recalled) { editor.remember(recalled) }
        guard typed.lines.count > 1, dropsLine else { return dropStatement() }
        output.say("  = note: the line is back for correction; Ctrl-C drops the whole input\n")
        screen.finishBlock()
        typed.dropLast()
        leftOut.append(line)
        if !SecretFilter.holdsSecret(line) { editor.prefill(line) }
    }

    /// Within brackets or a text the mistake may stand in any line of the statement.
    private var dropsLine: Bool {
        var above = typed
        above.dropLast()
        return TypedInput.closed(above.text) != nil && !above.isContinued
    }

    /// Leaves out all lines of a wrong statement; they can be recalled together.
    private func dropStatement() {
        let count = typed.lines.count
        repeat { typed.dropLast() } while !typed.isEmpty && !isAtStatement
        guard count > 1 else { return dropTyped() }
        output.say(
            typed.isEmpty
                ? "  = note: the input is dropped; the arrow up brings it back\n"
                : "  = note: the statement is left out; Ctrl-C drops the whole input\n"
        )
        screen.finishBlock()
    }

    /// What was typed so far ends where a statement can begin.
    private var isAtStatement: Bool {
        TypedInput.closed(typed.text) != nil && !typed.isContinued
    }

    /// Half a transaction or half a model must not come of a line that was wrong.
    private func askForLine() {
        leftOut = []
        typed.dropLast()
        output.say(
            "the line that was left out is missing: `}` again goes without it, Ctrl-C drops all\n"
        )
        screen.finishBlock()
    }

    private func dropBlock() {
        if !SecretFilter.holdsSecret(typed.text) { editor.remember(typed.text) }
        noteRefusal(on: targets(of: typed.text))
        dropTyped()
        note(ExitStatus.wrongScript)
        if isInteractive { tcflush(0, TCIFLUSH) }
        let rest =
            isInteractive ? ", with what was sent behind this line" : ": nothing of it was sent"
        output.say("  = note: the block is dropped\(rest)\n")
        screen.finishBlock()
    }

    /// The number of an input's first line among all that were read; the last one was read just now.
    private func firstLine(of text: String) -> Int {
        lineCount - text.utf8.count { $0 == 0x0a }
    }

    /// Forgets the input that is open.
    func dropTyped() {
        typed.removeAll()
        leftOut = []
    }

    var hasPendingInput: Bool {
        var entry = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&entry, 1, 0) == 1
    }

    private func isWrong(_ text: String, reports: Bool = true) -> Bool {
        var trial = script
        let checked = trial.check(
            Array(text.utf8),
            firstLine: isInteractive ? 1 : firstLine(of: typed.text),
            connections: connectionNames
        )
        guard case .failure(let list) = checked else { return false }
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
        if !typed.isEmpty, !isInteractive { run(typed.text, firstLine: firstLine(of: typed.text)) }
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

extension String {
    /// Whether it is probably what another line was meant to be.
    fileprivate func isCorrection(of wrong: String) -> Bool {
        let (line, wrong) = (trimmingBlanks, wrong.trimmingBlanks)
        return line.hasPrefix(wrong) || Suggestion.nearest(to: line, in: [wrong]) != nil
    }
}
