/// A command that has no reply because its connection failed.
public struct ConnectionFailure: Error, Hashable, Sendable {
    /// The connection that failed.
    public let connection: ConnectionName
    /// Why it failed.
    public let reason: ConnectionError
    /// What became of the command.
    public let outcome: Outcome

    /// A failure of one command.
    package init(connection: ConnectionName, reason: ConnectionError, outcome: Outcome) {
        self.connection = connection
        self.reason = reason
        self.outcome = outcome
    }

    /// What is known of a command without a reply.
    public enum Outcome: Hashable, Sendable {
        /// The server has not seen all of it: it did not run.
        case notSent
        /// It was sent whole: it may have run, or not.
        case unknown
    }
}

extension ConnectionFailure: CustomStringConvertible {
    /// The connection, the reason and what became of the command.
    public var description: String {
        let outcome = outcome == .notSent ? "the command was not sent" : "the outcome is unknown"
        return "connection \(connection): \(reason); \(outcome)"
    }
}
