import Glibc
import Redpipe
import RedpipeCompiler

extension Repl {
    /// The words of the interactive mode itself, which need no backslash.
    static let ownWords = ["help", "exit", "quit", "clear"]

    /// Takes a line that is for the interactive mode itself.
    ///
    /// - Returns: Whether it was one.
    func takeAsOwnWord(_ line: String) -> Bool {
        let trimmed = line.trimmingBlanks
        if trimmed.isEmpty { return true }
        if trimmed.hasPrefix("\\") {
            remember(line)
            runMeta(trimmed)
            screen.finishBlock()
            return true
        }
        guard !line.utf8.contains(0x0a), takeAsWord(trimmed) else { return false }
        remember(line)
        screen.finishBlock()
        return true
    }

    // `help [topic] | "?" [topic] | exit | quit | clear | connect HOST PORT`, in capitals or not
    private func takeAsWord(_ line: String) -> Bool {
        let words = line.split(separator: " ").map(String.init)
        switch (words[0].lowercased(), words.count) {
        case ("help", _), ("?", _): showHelp(Array(words.dropFirst()))
        case ("exit", 1), ("exit()", 1), ("quit", _), ("quit()", 1): ending = statusAtEnd
        case ("clear", 1): clearScreen()
        case ("connect", 3) where UInt16(words[2]) != nil: runMeta("\\c \(words[1]) \(words[2])")
        case (":set", _): complain("Alt-h shows the syntax of the command that is being typed")
        default: return false
        }
        return true
    }

    /// Input that no person types ends with the status of its worst line.
    var statusAtEnd: Int32 { isInteractive ? 0 : worst }

    /// Ends a run after a failed `\c`: nobody is there to see that the next lines would go elsewhere.
    func endIfMisdirected() {
        if outcome.failure != nil, !isInteractive { ending = worst }
    }

    private func clearScreen() {
        // ESC [ H ESC [ 2 J: the cursor into the corner, the screen empty.
        if isInteractive { screen.write("\u{1b}[H\u{1b}[2J") }
    }

    // MARK: Meta-commands

    /// - Returns: Whether it did what it should.
    @discardableResult
    func runMeta(_ line: String) -> Bool {
        let (command, argument) = MetaCommand.parse(line)
        outcome = InputOutcome()
        guard let command else {
            complain(MetaCommand.unknown(line))
            return false
        }
        if command.takesNoArgument, !argument.isEmpty {
            complain("\(command.name) stands alone")
            return false
        }
        switch command {
        case .connect: switchConnection(argument)
        case .connections: listConnections()
        case .describe: describe(argument)
        case .keys:
            watched = .meta(line)
            listKeys(argument)
        case .peek:
            watched = .meta(line)
            peek(argument)
        case .plan: showPlan()
        case .timing: switchTiming(argument)
        case .format: chooseFormat(argument)
        case .pager: switchPager(argument)
        case .include: runFile(argument)
        case .save: save(argument)
        case .output: copyOutput(argument)
        case .edit: edit()
        case .watch: watch(argument)
        case .help: showHelp(argument.split(separator: " ").map(String.init))
        case .quit: ending = statusAtEnd
        }
        takeSignalAfterRun()
        if command == .connect { endIfMisdirected() }
        return outcome.failure == nil
    }

    /// Says what went wrong with a meta-command.
    func complain(_ text: String, _ status: ExitStatus = .failure) {
        output.say(text + "\n")
        note(status)
    }

    private func switchTiming(_ argument: String) {
        switch argument {
        case "on": settings.showsTiming = true
        case "off": settings.showsTiming = false
        case "": settings.showsTiming.toggle()
        default: return complain("\\timing takes on or off")
        }
        acknowledge("timing is \(settings.showsTiming ? "on" : "off")")
    }

    private func switchPager(_ argument: String) {
        switch argument {
        case "on": screen.pages = isInteractive
        case "off": screen.pages = false
        case "": screen.pages = isInteractive && !screen.pages
        default: return complain("\\pager takes on or off")
        }
        acknowledge("the pager is \(screen.pages ? "on" : "off")")
    }

    /// Tells a person what a line has changed.
    func acknowledge(_ text: String) {
        if isInteractive, !isStarting { output.say(text + "\n") }
    }

    private func chooseFormat(_ argument: String) {
        let names = "human, raw, table, json, ndjson, csv or resp"
        guard !argument.isEmpty else { return output.say("\(formatName) (of \(names))\n") }
        let format = argument == "json" ? .ndjson : OutputFormat(rawValue: argument)
        guard let format else { return complain("\\format takes \(names)") }
        output.use(format)
        acknowledge("the format is \(argument)")
    }

    private var formatName: String {
        output.format == .ndjson ? "json" : output.format.rawValue
    }

    func showHelp(_ words: [String]) {
        guard !words.isEmpty else { return screen.write(ReplHelp.page) }
        if words.count == 1, let text = script.text(of: words[0]) {
            return screen.write(text + "\n")
        }
        if let command = MetaCommand(name: words[0]) { return screen.write(command.page) }
        if let docs = commandDocs(words) { return screen.write(docs) }
        do throws(ProgramError) {
            screen.write(try HelpTopic.page(on: words.joined(separator: " ")))
        } catch {
            complain(error.message)
        }
    }

    private func showPlan() {
        guard let lastInput else { return complain("nothing was run yet") }
        let outline = PlanOutline(of: lastInput.checked.script.plan)
        screen.write(PlanText(script.files).text(of: outline))
    }
}

extension String {
    var trimmingBlanks: String {
        let start = drop { $0 == " " || $0 == "\t" }
        // A file of Windows leaves a carriage return at the end of each line.
        let end = start.lastIndex { $0 != " " && $0 != "\t" && $0 != "\r" }
        return end.map { String(start[...$0]) } ?? ""
    }
}
