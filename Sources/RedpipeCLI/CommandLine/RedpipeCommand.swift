import ArgumentParser

/// The program's command line.
struct RedpipeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redpipe",
        abstract: "Run pipelined Redis scripts and command lists.",
        usage: """
            redpipe [options] < commands.txt
            redpipe [options] FILE [ARG…]
            redpipe [options] COMMAND …
            """,
        version: Version.text,
        subcommands: [
            RunCommand.self, PipeCommand.self, CmdCommand.self, CheckCommand.self, PlanCommand.self,
            HelpCommand.self,
        ],
        helpNames: .long
    )

    @OptionGroup var common: CommonArguments

    init() {}
}
