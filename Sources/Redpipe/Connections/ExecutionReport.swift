/// What became of everything that one execution sent.
public struct ExecutionReport: Sendable {
    /// One entry for each connection of each wave, in order.
    public internal(set) var lanes: [LaneReport] = []
    /// How many waves were sent: what a program waits for is so many round trips.
    public internal(set) var waveCount = 0

    /// How many commands got an error reply.
    public var errorReplyCount: Int { lanes.reduce(0) { $0 + $1.errorReplyCount } }

    /// The entries of connections that failed.
    public var failures: [LaneReport] { lanes.filter { $0.failure != nil } }
}

/// What became of the commands that one wave sent on one connection.
///
/// The commands are numbered from 0 in the order in which they were queued.
public struct LaneReport: Sendable {
    public let connection: ConnectionName
    public let commandCount: Int
    /// The commands that were sent, and not answered: they may have run or not.
    public internal(set) var unknown: Range<Int>
    /// The commands that did not run because they were not sent whole.
    public internal(set) var notSent: Range<Int>
    /// The commands that were answered, be it with an error: all others.
    public var answeredCount: Int { commandCount - unknown.count - notSent.count }
    /// How many commands got an error reply, those inside transactions included.
    public internal(set) var errorReplyCount = 0
    /// The first error replies, with the commands that got them.
    public internal(set) var firstErrors: [CommandError] = []
    /// The error replies to commands whose replies nobody takes, all of them.
    package internal(set) var unclaimedErrors: [CommandError] = []
    /// Why the connection failed, if it did.
    public internal(set) var failure: ConnectionError?
    /// How often the connection was flushed and its replies waited for: once, and once more for
    /// each time that refused commands were sent again.
    public internal(set) var flushCount = 0

    /// How many entries ``firstErrors`` has at most.
    public static let firstErrorLimit = 100

    init(connection: ConnectionName, commandCount: Int) {
        self.connection = connection
        self.commandCount = commandCount
        unknown = commandCount..<commandCount
        notSent = commandCount..<commandCount
    }
}

/// An error reply and the position of its command.
public struct CommandError: Hashable, Sendable {
    /// The position among the commands of the connection, from 0.
    public let command: Int
    public let error: ServerError
}
