import RedpipeRESP

/// What a connection is doing, without the socket: events in, what to do about them out.
///
/// It knows when a user's commands may be sent (after the handshake), which reply belongs to a
/// command, and what an end means: for a connection at rest that it is opened again at the next
/// use, for one that owes replies that it is lost.
struct ConnectionState {
    private let endpoint: Endpoint
    private let options: ConnectionOptions
    private(set) var phase = Phase.closed
    /// Whether it was opened; what is closed from then on was closed by the other side.
    private(set) var wasOpened = false
    /// The user's commands on this connection, since it was opened last.
    var ledger = CommandLedger()
    /// Whether replies that no command has asked for are normal: after SUBSCRIBE or MONITOR.
    var isStreaming = false

    init(endpoint: Endpoint, options: ConnectionOptions) {
        self.endpoint = endpoint
        self.options = options
    }

    enum Phase {
        /// Not opened, or closed by the server while nothing was owed.
        case closed
        /// Not connected yet.
        case connecting
        /// Connected, but not entered.
        case entering(Handshake)
        /// Entered: commands may be sent.
        case ready
        /// Of no more use.
        case failed(ConnectionError)
    }

    /// What to do with a whole reply.
    enum Delivery: Equatable {
        /// Nothing: it belonged to the handshake.
        case none
        /// Send what is queued: it was the handshake's last.
        case entered
        /// It answers the first command that has no reply.
        case reply
        /// It answers no command and was not meant to.
        case push
        /// Close: it should not be there, or says that the connection cannot be used.
        case failed
    }
}

extension ConnectionState {
    /// Whether commands may be sent.
    var isReady: Bool {
        if case .ready = phase { true } else { false }
    }

    /// Whether commands may be sent now or later.
    var isOpen: Bool {
        switch phase {
        case .closed, .failed: false
        case .connecting, .entering, .ready: true
        }
    }

    /// Whether it is on the way to being ready.
    var isOpening: Bool { isOpen && !isReady }

    /// Why the connection is of no more use, if so.
    var failure: ConnectionError? {
        if case .failed(let error) = phase { error } else { nil }
    }

    /// Starts from the beginning, with no commands.
    mutating func open() {
        ledger = CommandLedger()
        isStreaming = false
        wasOpened = true
        phase = .connecting
    }

    /// Takes the news that the socket is connected.
    ///
    /// - Returns: The handshake, to be sent at once.
    mutating func connected() -> [UInt8] {
        let handshake = Handshake(endpoint: endpoint, options: options)
        phase = .entering(handshake)
        return handshake.bytes
    }

    /// Takes a whole message.
    ///
    /// - Parameters:
    ///   - isPush: Whether it says that it answers no command.
    ///   - reply: What it is, asked for only if it concerns the connection itself.
    /// - Returns: What to do with it.
    mutating func received(isPush: Bool, _ reply: () -> RESPValue) -> Delivery {
        switch phase {
        case .ready: return deliver(isPush: isPush, reply)
        case .entering(var handshake): return isPush ? .push : enter(&handshake, reply())
        case .closed, .connecting, .failed: return .failed
        }
    }

    private mutating func enter(
        _ handshake: inout Handshake,
        _ reply: RESPValue
    ) -> Delivery {
        do {
            try handshake.receive(reply.withoutAttributes)
        } catch {
            fail(error)
            return .failed
        }
        phase = handshake.isComplete ? .ready : .entering(handshake)
        return handshake.isComplete ? .entered : .none
    }

    private mutating func deliver(isPush: Bool, _ reply: () -> RESPValue) -> Delivery {
        if isPush { return .push }
        if ledger.answer() { return .reply }
        if isStreaming { return .push }
        fail(.unaskedReply(Excerpt(reply().encoded)))
        return .failed
    }
}

extension ConnectionState {
    /// Takes the news that what arrived is not RESP.
    mutating func received(_ error: RESPError) {
        switch phase {
        // The offset is that of the first bytes: this was never a Redis server.
        case .entering where error.offset == 0: fail(.notRedis(Excerpt(error.found)))
        default: fail(.protocolViolation(error))
        }
    }

    /// Takes the news that the connection has ended.
    ///
    /// - Parameter words: How it ended, as the user shall read it.
    mutating func closed(_ words: String) {
        switch phase {
        case .connecting, .entering: fail(.closedWhileConnecting(words))
        case .ready where ledger.confirmedCount == ledger.queuedCount && !isStreaming:
            phase = .closed
        case .ready: fail(.lost(words))
        case .closed, .failed: break
        }
    }

    /// Gives the connection up; the first reason stays.
    mutating func fail(_ error: ConnectionError) {
        guard failure == nil else { return }
        phase = .failed(error)
    }
}
