import Redpipe

/// What became of the input, or of the command of the interactive mode, that ran last.
struct InputOutcome {
    /// How it has failed, if so.
    var failure: ExitStatus?
    /// The connections whose servers have answered a command of it with an error.
    var refusingServers: Set<ConnectionName> = []
    /// It needs its reply at once, and has to wait for the end of a transaction.
    var wasPutOff = false
    /// A command of it waits for EXEC.
    var hasQueued = false
    /// Connections on which a `transaction` of it has run, or was to run.
    var transactions: Set<ConnectionName> = []
    /// A person did not want a command of it to be sent.
    var wasDeclined = false
    /// Ctrl-C has ended it.
    var wasInterrupted = false
}
