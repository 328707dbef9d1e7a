/// A command line that has been read.
struct Invocation {
    let command: CommandName
    let options: ProgramOptions
    /// What is no option: files, parameters, words.
    let words: [String]
}

/// What a command line asks for.
enum Request {
    case run(Invocation)
    /// `--help`, of a command or of the program.
    case help(CommandName?)
    case version
}
