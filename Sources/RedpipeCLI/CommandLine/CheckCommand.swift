import ArgumentParser

/// The form `redpipe check FILE…`.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find every error that can be found without a server.",
        helpNames: .long
    )

    @OptionGroup var common: CommonArguments

    @Argument(help: "Scripts; `-` is standard input.")
    var files: [String]

    func run() throws {
        throw try ScriptSession(common).check(files).exitCode
    }
}
