/// What a command line asks for.
enum CommandForm {
    /// A command list from standard input or a file.
    case list(CommonArguments, file: String)
    /// One command.
    case command(CommonArguments, RepetitionArguments, words: [String])
    /// Anything else, in the order in which the parser wants it.
    case other([String])
}
