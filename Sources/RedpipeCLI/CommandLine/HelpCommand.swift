import ArgumentParser

/// The form `redpipe help [COMMAND|CODE]`.
struct HelpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "help",
        abstract: "Explain a command of this program, or an error code.",
        discussion:
            "`redpipe help run` is `redpipe run --help`; `redpipe help E0201` explains an error.",
        helpNames: .long
    )

    @Argument(help: ArgumentHelp("`run`, or `E0201`.", valueName: "topic"))
    var topic: String?

    func run() throws {
        guard let topic else { return print(RedpipeCommand.helpMessage()) }
        print(try Self.page(on: topic), terminator: "")
    }

    private static func page(on topic: String) throws(ProgramError) -> String {
        if let explanation = ErrorExplanation.of(topic) { return explanation.page }
        let command = RedpipeCommand.configuration.subcommands.first { $0._commandName == topic }
        guard let command else { throw unknown(topic) }
        return RedpipeCommand.helpMessage(for: command) + "\n"
    }

    private static func unknown(_ topic: String) -> ProgramError {
        let commands = RedpipeCommand.configuration.subcommands.map { $0._commandName }
        let known = commands.joined(separator: ", ")
        return ProgramError("no help on `\(topic)`; there is help on \(known) and E0201", .usage)
    }
}
