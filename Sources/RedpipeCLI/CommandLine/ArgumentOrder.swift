import ArgumentParser

/// Brings the words of a command line into the order in which the parser wants them.
///
/// Options may stand before the command (`redpipe -p 6380 run x.rp`), a script needs no command
/// (`redpipe x.rp`), and without any word standard input is a command list.
struct ArgumentOrder {
    let isFile: (String) -> Bool
    let isTerminal: Bool

    /// What stands before the first word that is no option.
    private struct Front: ParsableArguments {
        @OptionGroup var common: CommonArguments
        @Option(
            name: [.customShort("e"), .customLong("eval")],
            parsing: .unconditionalSingleValue
        )
        var text: [String] = []
        @Option(name: .customLong("set")) var assignments: [String] = []
        @Argument(parsing: .captureForPassthrough) var words: [String] = []
    }

    /// - Returns: The command, the options before it, and the rest.
    func ordered(_ arguments: [String]) throws -> [String] {
        if let first = arguments.first, commands.contains(first) { return arguments }
        if arguments == ["--help"] || arguments == ["--version"] { return arguments }
        let front = try Front.parse(arguments)
        let options = Array(arguments.dropLast(front.words.count))
        guard let first = front.words.first else {
            return [front.text.isEmpty ? bare : "run"] + options
        }
        if commands.contains(first) { return [first] + options + front.words.dropFirst() }
        if !front.text.isEmpty || first == "--" || isFile(first) {
            return ["run"] + options + front.words
        }
        if first.hasPrefix("-"), first != "-" { return arguments }
        throw unknown(first, front.words)
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
