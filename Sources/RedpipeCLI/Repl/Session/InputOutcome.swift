import Redpipe

/// What became of the input, or of the command of the interactive mode, that ran last.
struct InputOutcome: Equatable {
    /// How it has failed, if so.
    var failure: ExitStatus?
    /// The connections whose servers have answered a command of it with an error.
    var refusingServers: Set<ConnectionName> = []
    /// It was not meant to be sent now: a person has said so, or was told to end a transaction first.
    var wasPutOff = false
    /// Ctrl-C has ended it.
    var wasInterrupted = false
}
