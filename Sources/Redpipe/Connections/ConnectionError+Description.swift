extension ConnectionError: CustomStringConvertible {
    /// Lower case unless it is somebody else's words, and without a full stop.
    public var description: String {
        switch self {
        case .undefined: "no connection of this name is defined"
        case .unresolved(let words), .unreachable(let words): words
        case .connectTimedOut(let limit): "no connection within \(limit.secondsText)"
        case .closedWhileConnecting(let words): "closed before it could be entered: \(words)"
        case .authenticationFailed(let error), .refused(let error), .tooManyClients(let error):
            Self.quote(error)
        // The server's own words tell how to write a client.
        case .authenticationRequired: "NOAUTH: the server wants a password"
        case .databaseRefused(let database, let error):
            "database \(database): \(Self.quote(error))"
        case .notRedis(let excerpt): "not a Redis server: got \(excerpt)"
        case .protocolViolation(let error): "protocol error: \(error)"
        case .unaskedReply(let excerpt): "protocol error: reply without a command: \(excerpt)"
        case .lost(let words): words
        case .timedOut(let limit): "no reply for \(limit.secondsText)"
        case .deadlinePassed(let limit): "not done within \(limit.secondsText)"
        case .interrupted: "interrupted"
        }
    }

    /// The server's words, with what could drive a terminal escaped.
    private static func quote(_ error: ServerError) -> String {
        let isPlain = error.text.allSatisfy { $0 >= 0x20 && $0 != 0x7f }
        return isPlain ? error.message : "\(Excerpt(error.text))"
    }
}
