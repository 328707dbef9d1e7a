/// What `--help` prints.
struct HelpText {
    private static let columnWidth = 28

    /// The help of a command, or of the program.
    static func text(of command: CommandName?) -> String {
        guard let command else { return program }
        let details = command.details.map { "\n\($0)\n" } ?? ""
        return """
            Usage: \(command.usage)

            \(command.summary)
            \(details)\(options(of: command))
            """
    }

    private static var program: String {
        let commands = CommandName.allCases.map { row($0.rawValue, $0.summary) }.joined()
        return """
            Usage: redpipe [OPTION…]
                   redpipe [OPTION…] FILE [ARGUMENT…]
                   redpipe [OPTION…] < COMMANDS
                   redpipe [OPTION…] COMMAND …

            Run pipelined Redis scripts and command lists; talk to a server.

            Commands:
            \(commands)
            Options of most commands:
            \(mostUsed)
            Examples:
              redpipe --scratch script.rp         run a script on a server of its own
              redpipe --url redis://db1 < list    send a command list
              redpipe cmd SET greeting "hello you"

            `redpipe COMMAND --help` shows all options of a command.

            """
    }

    private static var mostUsed: String {
        let names = ["--url", "--scratch", "--output", "--quiet"]
        let options = OptionDefinition.all.filter { $0.names.contains(where: names.contains) }
        return options.map { row($0.label, $0.help) }.joined()
            + row("--help, --version", "Show help, or the version.")
    }

    private static func options(of command: CommandName) -> String {
        let known = OptionDefinition.all.filter { $0.isShown(for: command) }
        return OptionDefinition.Chapter.allCases.map { chapter in
            let rows = known.filter { $0.chapter == chapter }.map { row($0.label, $0.help) }
            return rows.isEmpty ? "" : "\n\(chapter.rawValue):\n" + rows.joined()
        }.joined()
    }

    private static func row(_ label: String, _ text: String) -> String {
        let padding = columnWidth - 2 - label.count
        let gap =
            padding > 1
            ? String(repeating: " ", count: padding)
            : "\n" + String(repeating: " ", count: columnWidth)
        return "  " + label + gap + text + "\n"
    }
}

extension OptionDefinition {
    /// Whether the help of a command names it; `check` and `plan` take more than they use, so that
    /// a command line need not change with the command.
    fileprivate func isShown(for command: CommandName) -> Bool {
        isKnown(to: command)
            && (command.sends || names.contains("--connect") || names.contains("--color"))
    }

    /// The names with the name of the value: `-o, --output FORMAT`.
    fileprivate var label: String {
        let names = names.joined(separator: ", ")
        if case .value(let value, _) = action { return names + " " + value }
        return names
    }
}
