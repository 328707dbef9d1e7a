import ArgumentParser

/// Brings the words of a command line into the order in which the parser wants them.
///
/// Options may stand before the command (`redpipe -p 6380 run x.rp`), a script needs no command
/// (`redpipe x.rp`), and without any word standard input is a command list.
struct ArgumentOrder {
    let isFile: (String) -> Bool
    let isTerminal: Bool

    /// Finds out what the arguments ask for.
    ///
    /// Short-lived runs are most of all lists and single commands; what was parsed once is not
    /// parsed again for these.
    func form(of arguments: [String]) throws -> CommandForm {
        if let first = arguments.first, commands.contains(first) {
            return form(first, [], Array(arguments.dropFirst()), nil)
        }
        if arguments == ["--help"] || arguments == ["--version"] { return .other(arguments) }
        let front = try FrontArguments.parse(arguments)
        let options = Array(arguments.dropLast(front.words.count))
        guard let first = front.words.first else {
            return form(front.text.isEmpty ? bare : "run", options, [], front)
        }
        let rest = Array(front.words.dropFirst())
        if commands.contains(first) { return form(first, options, rest, front) }
        if !front.text.isEmpty || first == "--" || isFile(first) {
            return .other(["run"] + options + front.words)
        }
        if first.hasPrefix("-"), first != "-" { return .other(arguments) }
        throw unknown(first, front.words)
    }

    /// The form of a command with options before and words behind its name.
    private func form(
        _ command: String,
        _ options: [String],
        _ words: [String],
        _ front: FrontArguments?
    ) -> CommandForm {
        let other = CommandForm.other([command] + options + words)
        guard command == "pipe" || command == "cmd" else { return other }
        // A mistake, or a wish for help, is the business of the command's own parser.
        let whole = words.first.map { $0.hasPrefix("-") && $0 != "-" } ?? false ? nil : front
        guard let front = whole ?? (try? FrontArguments.parse(options + words)), front.text.isEmpty
        else { return other }
        let words = whole == nil ? front.words : words
        switch command {
        case "cmd" where !words.isEmpty:
            return .command(front.common, front.repetition, words: words)
        case "pipe" where words.count <= 1:
            return .list(front.common, file: words.first ?? "-")
        default: return other
        }
    }

    private var commands: [String] {
        RedpipeCommand.configuration.subcommands.map { $0._commandName }
    }

    private var bare: String { isTerminal ? "repl" : "pipe" }

    private func unknown(_ word: String, _ words: [String]) -> ProgramError {
        guard !word.contains("/"), !word.hasSuffix(".rp") else {
            return ProgramError("no such file: \(word)", .unreadableInput)
        }
        let command = words.joined(separator: " ")
        return ProgramError(
            "`\(word)` is no command of this program and no file; "
                + "to send it to the server: redpipe cmd \(command)",
            .usage
        )
    }
}
