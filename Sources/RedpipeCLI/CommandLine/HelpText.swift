/// What `--help` prints.
struct HelpText {
    private static let columnWidth = 28

    /// The help of a command, or of the program.
    static func text(of command: CommandName?) -> String {
        guard let command else { return program }
        return """
            Usage: \(command.usage)

            \(command.summary)
            \(options(of: command))
            """
    }

    private static var program: String {
        let commands = CommandName.allCases.map { row($0.rawValue, $0.summary) }.joined()
        return """
            Usage: redpipe [OPTION…] < COMMANDS
                   redpipe [OPTION…] FILE [ARGUMENT…]
                   redpipe [OPTION…] COMMAND …

            Run pipelined Redis scripts and command lists.

            Commands:
            \(commands)
            `redpipe COMMAND --help` shows the options of a command, `redpipe --version` the version.

            """
    }

    private static func options(of command: CommandName) -> String {
        let known = OptionDefinition.all.filter { $0.isKnown(to: command) }
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
    /// The names with the name of the value: `-o, --output FORMAT`.
    fileprivate var label: String {
        let names = names.joined(separator: ", ")
        if case .value(let value, _) = action { return names + " " + value }
        return names
    }
}
