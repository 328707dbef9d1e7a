package import RedpipeCommands

extension Connection {
    /// Appends one encoded command, to be sent as soon as possible after `flush(at:)`.
    ///
    /// - Parameters:
    ///   - command: The bytes of exactly one command.
    ///   - blocking: How long the server may take by the command's own arguments.
    ///   - hasReply: Whether the server will answer it, which it does not after CLIENT REPLY OFF.
    package func append(
        _ command: borrowing Span<UInt8>,
        blocking: BlockingTimeout? = nil,
        hasReply: Bool = true
    ) {
        startWaiting()
        state.ledger.queue(byteCount: command.count, blocking: blocking, hasReply: hasReply)
        output.append(command)
    }

    /// Appends many commands that have one reply each and do not block.
    ///
    /// - Parameters:
    ///   - commands: The commands; their memory is taken over if nothing waits to be sent.
    ///   - ends: Where each of them ends.
    package func append(_ commands: consuming [UInt8], ends: [Int]) {
        startWaiting()
        state.ledger.queue(ends: ends)
        output.append(commands)
    }

    /// Appends the commands of a lane from one of them on.
    func append(_ lane: Lane, from first: Int) {
        startWaiting()
        state.ledger.queue(lane, from: first)
        output.append(first == 0 ? lane.bytes : Array(lane.bytes[lane.start(of: first)...]))
    }

    /// Time counts from when something is owed.
    private func startWaiting() {
        guard outstandingCount == 0, unsentCount == 0 else { return }
        lastProgress = .now
    }

    /// Sends what the system takes and what the window allows.
    package func flush(at now: Moment = .now) {
        guard case .connected(let socket) = link, sendProblem == nil else { return }
        guard sendGreeting(socket) else { return }
        while sendableByteCount > 0 {
            let result = unsafe output.withNext(min(sendableByteCount, Self.sendByteCount)) {
                bytes in
                unsafe socket.socket.send(bytes)
            }
            guard case .moved(let byteCount) = result else { return note(result) }
            state.ledger.accept(byteCount: byteCount)
            output.drop(byteCount, keeping: state.ledger.begunByteCount)
            lastProgress = now
        }
    }

    /// The commands that were not sent whole, for another connection.
    package var unsentCommands: [UInt8] { output.unsent }

    /// Whether there is something to send that may be sent.
    var wantsToSend: Bool {
        sendProblem == nil && ending == nil && (!greeting.isEmpty || sendableByteCount > 0)
    }

    /// How many bytes of commands may be sent now.
    ///
    /// Half a message from the server while nothing is owed must show first what it is: the rest
    /// of a reply that nobody asked for would pass for the reply to our next command.
    private var sendableByteCount: Int {
        guard state.isReady, !isStopped else { return 0 }
        guard outstandingCount > 0 || decoder.bufferedByteCount == 0 else { return 0 }
        return state.ledger.sendableByteCount(outstandingLimit: window.commandLimit)
    }

    /// Sends the handshake.
    ///
    /// - Returns: Whether it is sent.
    private func sendGreeting(_ socket: OpenSocket) -> Bool {
        while !greeting.isEmpty {
            let result = unsafe greeting.withNext(.max >> 1) { bytes in
                unsafe socket.socket.send(bytes)
            }
            guard case .moved(let byteCount) = result else {
                note(result)
                return false
            }
            greeting.drop(byteCount)
        }
        return true
    }

    /// A connection that cannot be written to may still hold replies: they are read to the end.
    private func note(_ result: Transfer) {
        guard case .failed(let error) = result else { return }
        sendProblem = error.description
    }

    /// Stops to begin commands; what was sent is still waited for.
    package func stopSending() {
        isStopped = true
        if !state.isReady { fail(.interrupted) }
    }

    /// Forgets the commands that were not sent, so that the connection can be used again.
    ///
    /// - Returns: Whether it can: not while replies are owed, or after a part of a command.
    func forgetUnsent() -> Bool {
        guard outstandingCount == 0, !state.ledger.isInsideCommand, state.isReady else {
            return false
        }
        state.ledger = CommandLedger()
        output = OutputBuffer()
        isStopped = false
        return true
    }

    /// How much one call hands to the system: reading must get its turn.
    private static let sendByteCount = 1 << 20
}
