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
        typed.add(line)
        if isContinuation, isInteractive, refuseOwnWord(line) { return }
        typed.noteCorrection(line)
        guard typed.judge() == .complete else {
            if isInteractive { checkOpenInput() }
            return
        }
        let text = typed.text
        if typed.isRefused { return dropBlock() }
        if isContinuation, reportProblems(of: text) { return dropWrongLine() }
        if !typed.leftOut.isEmpty { return askForLine() }
        typed.removeAll()
        remember(text)
        run(text, firstLine: isInteractive ? 1 : firstLine(of: text))
    }

    /// A byte that is not UTF-8 cannot be kept in what is typed, and must not become another.
    ///
    /// - Parameter line: With other characters in the place of what is wrong.
    func refuse(_ line: String) {
        output.say(
            """
            error: this line is not UTF-8, so it is not run
              = help: inside double quotes `\\xff` stands for a byte

            """
        )
        note(ExitStatus.wrongScript)
        noteRefusal(on: [current])
        screen.finishBlock()
        if !typed.isEmpty, isInteractive { return typed.leaveOut("", isGivenBack: false) }
        // What follows may belong to a block that must not run.
        typed.add(line)
        typed.isRefused = true
        if typed.judge() == .complete { dropBlock() }
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
        lastText = text
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
        guard isMeta || word == "?" || Self.ownWords.contains(word) else { return false }
        let above = typed.above
        guard !above.isInText, !above.isContinued, isMeta || !OpenLines(above.text).areFields else {
            return false
        }
        if isMeta { return true }
        // Where such a statement or such a command can stand it is one; within brackets none can.
        return TypedInput.closed(typed.text).map { problems(of: $0) != nil }
            ?? (word == line.lowercased())
    }

    /// The lines of an open block are edited with the last one.
    func editTyped(_ line: String) {
        let lines = typed.lines + [line]
        typed.removeAll()
        edit(lines.joined(separator: "\n"))
        screen.finishBlock()
    }

    /// A wrong line of an open block is reported at once, and given back.
    private func checkOpenInput() {
        guard !hasPendingInput else {
            typed.hasUncheckedLines = true
            return
        }
        guard let closed = TypedInput.closed(typed.text) else { return }
        if reportProblems(of: closed) {
            dropWrongLine()
        } else {
            typed.hasUncheckedLines = false
        }
    }

    /// The line stands in the next one, to be corrected.
    ///
    /// Where more has been sent already nobody reads what is said: it is a paste, or a file, and
    /// the rest of it must not run without this line.
    private func dropWrongLine() {
        guard isInteractive, !hasPendingInput, !typed.hasUncheckedLines else { return dropBlock() }
        // Within brackets or a text the mistake may stand in any line of the statement.
        guard typed.lines.count > 1, typed.above.endsAtStatement, let line = typed.lines.last else {
            return dropStatement()
        }
        typed.dropLast()
        giveBack(line, called: "line")
    }

    /// Lets wrong lines of an open block be corrected.
    private func giveBack(_ text: String, called name: String) {
        let isGivenBack = editor.prefills && !SecretFilter.holdsSecret(text)
        typed.leaveOut(text, isGivenBack: isGivenBack)
        if isGivenBack { editor.prefill(text) }
        output.say(
            isGivenBack
                ? "  = note: the \(name) is back: edit it, or Ctrl-U clears it; Ctrl-C drops all\n"
                : "  = note: the \(name) is left out; Ctrl-C drops all\n"
        )
        screen.finishBlock()
    }

    /// Gives all lines of a wrong statement back.
    private func dropStatement() {
        let (text, lines) = (typed.text, typed.lines)
        repeat { typed.dropLast() } while !typed.isEmpty && !typed.endsAtStatement
        guard typed.isEmpty else {
            let statement = lines[typed.lines.count...].joined(separator: "\n")
            return giveBack(statement, called: "statement")
        }
        abandon(text)
        if lines.count > 1 {
            output.say("  = note: the input is dropped; the arrow up brings it back\n")
        }
        screen.finishBlock()
    }

    /// Forgets an input that will not run; it can be had back.
    private func abandon(_ text: String) {
        keepForRecall(text)
        noteRefusal(on: targets(of: text))
        typed.removeAll()
    }

    /// Lets an input that has not run be recalled and edited.
    func keepForRecall(_ text: String) {
        if !SecretFilter.holdsSecret(text) { editor.remember(text) }
        lastText = text
    }

    /// Half a transaction or half a model must not come of a line that was wrong.
    private func askForLine() {
        let missing = typed.leftOut.map { text in
            let line = text.trimmingBlanks.prefix { $0 != "\n" }
            return line.isEmpty || SecretFilter.holdsSecret(text) ? "a line" : "`\(line)`"
        }
        let end = typed.lines.last ?? ""
        typed.forgetLeftOut()
        typed.dropLast()
        editor.prefill(end)
        let answer = editor.prefills ? "Enter" : "`}` again"
        output.say(
            "nothing stands in the place of \(missing.joined(separator: ", ")): "
                + "\(answer) goes on without, Ctrl-C drops all\n"
        )
        screen.finishBlock()
    }

    private func dropBlock() {
        abandon(typed.text)
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

    var hasPendingInput: Bool {
        var entry = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&entry, 1, 0) == 1
    }

    /// What is wrong with a text; `nil` if nothing is.
    private func problems(of text: String) -> (found: DiagnosticList, files: SourceFiles)? {
        var trial = script
        let checked = trial.check(
            Array(text.utf8),
            firstLine: isInteractive ? 1 : firstLine(of: typed.text),
            connections: connectionNames
        )
        guard case .failure(let list) = checked else { return nil }
        return (list, trial.files)
    }

    /// - Returns: Whether something is wrong.
    private func reportProblems(of text: String) -> Bool {
        guard let (list, files) = problems(of: text) else { return false }
        watched = .nothing
        output.files = files
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
        if typed.isRefused {
            dropBlock()
        } else if !typed.isEmpty, !isInteractive {
            run(typed.text, firstLine: firstLine(of: typed.text))
        }
        screen.finishBlock()
        ending = ending ?? statusAtEnd
    }

    func remember(_ text: String) {
        guard history?.keeps(text) ?? !SecretFilter.holdsSecret(text) else { return }
        editor.remember(text)
        history?.append(text)
    }
}
