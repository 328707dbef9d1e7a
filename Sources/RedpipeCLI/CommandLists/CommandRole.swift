import RedpipeCommands

/// What a command does to the run of a list beyond getting one reply.
enum CommandRole: Hashable {
    /// Nothing.
    case ordinary
    /// Its reply is a text for people, shown as it is.
    case text
    /// It may take its own time.
    case blocking(BlockingTimeout)
    /// `MULTI`
    case beginsTransaction
    /// `EXEC`
    case executesTransaction
    /// `DISCARD`
    case discardsTransaction
    /// `WATCH` and `UNWATCH`
    case watches(Bool)
    /// `RESET`: the connection is as after it was opened, but not authenticated.
    case resets
    /// It changes what later commands mean: `SELECT`, `AUTH`, `CLIENT SETNAME`.
    case changesSession(SessionAspects)
    /// `HELLO` with a version.
    case changesProtocol(isRESP3: Bool, SessionAspects)
    /// `CLIENT REPLY`
    case setsReplies(ReplyMode)
    /// `SUBSCRIBE`, `MONITOR`: messages follow until the end.
    case streams(Stream)
    /// `UNSUBSCRIBE`, with a reply for each of so many channels.
    case unsubscribes(replyCount: Int)
    /// `SHUTDOWN`: the server's end is its reply.
    case endsServer

    /// The kinds of endless replies.
    enum Stream: Hashable {
        case subscription
        case monitor
    }

    /// What `CLIENT REPLY` can ask for.
    enum ReplyMode: Hashable {
        case on
        case off
        case skip
    }
}
