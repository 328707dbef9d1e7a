import ArgumentParser

/// The options in front of the first word that is none, and all words from there on.
struct FrontArguments: ParsableArguments {
    @OptionGroup var common: CommonArguments
    @OptionGroup var repetition: RepetitionArguments

    @Option(
        name: [.customShort("e"), .customLong("eval")],
        parsing: .unconditionalSingleValue
    )
    var text: [String] = []

    @Option(name: .customLong("set")) var assignments: [String] = []

    @Argument(parsing: .captureForPassthrough) var words: [String] = []
}
