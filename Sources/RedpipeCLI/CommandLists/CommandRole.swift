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
    /// It changes what later commands mean: `SELECT`, `AUTH`, `HELLO`, `CLIENT SETNAME`.
    case changesSession(SessionAspects)
    /// `CLIENT REPLY`
    case setsReplies(ReplyMode)
    /// `SUBSCRIBE`, `MONITOR`: messages follow until the end.
    case streams(Stream)
    /// `UNSUBSCRIBE`, with a message for each of so many channels if it is not refused.
    case unsubscribes(replyCount: Int)
    /// Not a command: another reply to the one before.
    case isContinued
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
