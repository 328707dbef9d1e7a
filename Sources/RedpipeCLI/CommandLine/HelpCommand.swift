import ArgumentParser

/// The form `redpipe help [COMMAND]`.
struct HelpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "help",
        abstract: "Explain a command of this program.",
        helpNames: .long
    )

    @Argument(help: "A command of this program.")
    var topic: String?

    func run() throws {
        let topic = RedpipeCommand.configuration.subcommands.first {
            $0._commandName == self.topic
        }
        print(RedpipeCommand.helpMessage(for: topic ?? RedpipeCommand.self))
    }
}
