import ArgumentParser

/// The form `redpipe plan FILE`.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Show what each block would send; nothing is sent.",
        helpNames: .long
    )

    @OptionGroup var common: CommonArguments

    @Argument(help: "A script; `-` is standard input.")
    var file: String

    func run() throws {
        throw try ScriptSession(common).plan(file).exitCode
    }
}
