/// What became of the input, or of the command of the interactive mode, that ran last.
struct InputOutcome: Equatable {
    /// How it has failed, if so.
    var failure: ExitStatus?
    /// A server has answered one of its commands with an error.
    var hasErrorReply = false
    /// It was not meant to be sent now: a person has said so, or was told to end a transaction first.
    var wasPutOff = false
    /// Ctrl-C has ended it.
    var wasInterrupted = false
}
