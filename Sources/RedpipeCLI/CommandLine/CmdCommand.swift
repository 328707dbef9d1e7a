import ArgumentParser

/// The form `redpipe cmd WORD…`.
struct CmdCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cmd",
        abstract: "Send one command, its words as they are.",
        helpNames: .long
    )

    @OptionGroup var common: CommonArguments
    @OptionGroup var repetition: RepetitionArguments

    @Argument(parsing: .captureForPassthrough, help: "The words of the command.")
    var words: [String] = []

    func run() throws {
        throw try ListSession(common).run(words, repetition).exitCode
    }
}
