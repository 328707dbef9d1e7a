public import RedpipeRESP

/// Why a connection could not be used, or not any longer.
@nonexhaustive
public enum ConnectionError: Error, Hashable, Sendable {
    /// No connection of this name was defined.
    case undefined
    /// The host name has no address; the resolver's words.
    case unresolved(String)
    /// The system refused to connect; its words.
    case unreachable(String)
    /// Connecting and entering took longer than the limit.
    case connectTimedOut(Duration)
    /// The server closed the connection, or the system did, before it had been entered.
    case closedWhileConnecting(String)
    /// The server refused the user or the password.
    case authenticationFailed(ServerError)
    /// The server wants a password and none was given.
    case authenticationRequired(ServerError)
    /// The server refused the database.
    case databaseRefused(Int, ServerError)
    /// The server has no room for another client.
    case tooManyClients(ServerError)
    /// The server refused the connection for another reason.
    case refused(ServerError)
    /// What answered is no Redis server.
    case notRedis(Excerpt)
    /// The server sent something that is not RESP.
    case protocolViolation(RESPError)
    /// The server sent a reply that no command had asked for.
    case unaskedReply(Excerpt)
    /// The connection was closed or reset while replies were owed.
    case lost(String)
    /// Nothing arrived for so long while replies were owed.
    case timedOut(Duration)
    /// The time for the whole was over.
    case deadlinePassed(Duration)
    /// The program was told to stop.
    case interrupted
}

extension ConnectionError {
    /// The kinds of failure that a program may want to tell apart.
    public enum Category: Hashable, Sendable {
        /// The connection was never entered: nothing was sent on it.
        case notConnected
        /// The connection was entered and then lost, or given up.
        case lost
        /// The other side does not speak the protocol.
        case protocolBroken
    }

    /// What kind of failure it is.
    public var category: Category {
        switch self {
        case .undefined, .unresolved, .unreachable, .connectTimedOut, .closedWhileConnecting,
            .authenticationFailed, .authenticationRequired, .databaseRefused, .tooManyClients,
            .refused:
            .notConnected
        case .notRedis, .protocolViolation, .unaskedReply: .protocolBroken
        case .lost, .timedOut, .deadlinePassed, .interrupted: .lost
        }
    }
}
