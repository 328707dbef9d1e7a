import ArgumentParser

/// The form `redpipe run FILE|- [-- ARG…]`.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a script.",
        discussion: "`redpipe FILE` does the same, `-` is standard input.",
        helpNames: .long
    )

    @OptionGroup var common: CommonArguments

    @Option(
        name: [.customShort("e"), .customLong("eval")],
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp("Script text instead of a file; may be repeated.", valueName: "text")
    )
    var text: [String] = []

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("A parameter of the script; may be repeated.", valueName: "name=value")
    )
    var assignments: [String] = []

    @Argument(help: "The script and its parameters.")
    var words: [String] = []

    func run() throws {
        throw try ScriptSession(common).run(
            text: text,
            words: words,
            assignments: assignments
        ).exitCode
    }
}
