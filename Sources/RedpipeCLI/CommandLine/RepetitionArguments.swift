import ArgumentParser

/// The options of `cmd` beside those that every command takes.
struct RepetitionArguments: ParsableArguments {
    @Flag(name: .customShort("x"), help: "Take the last argument from standard input.")
    var readsLastArgument = false

    @Option(name: .customShort("r"), help: "Send the command so often; -1 for ever.")
    var times = 1

    @Option(
        name: .customShort("i"),
        help: ArgumentHelp("Time between two repetitions.", valueName: "s")
    )
    var seconds = 0.0

    /// How often to send the command; `nil` for never.
    var count: Int? { times < 0 ? .max : times == 0 ? nil : times }

    /// The time between two repetitions.
    var interval: Duration { .seconds(max(0, seconds)) }
}
