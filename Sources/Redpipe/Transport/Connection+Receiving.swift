extension Connection {
    /// What `nextReply()` has found.
    package enum Incoming {
        /// Nothing whole; there may be more after the next event.
        case nothing
        /// The reply to the first command without one; ``decoder`` shows it until the next call.
        case reply
        /// A message that answers no command; ``decoder`` shows it until the next call.
        case push
        /// The connection is of no more use.
        case failed(ConnectionError)
    }

    /// Receives what has arrived.
    package func receive(at now: Moment = .now) {
        guard case .connected(let socket) = link, ending == nil else { return }
        for _ in 0..<Self.readsAtOnce {
            var result = Transfer.wouldBlock
            unsafe decoder.append(upTo: Self.receiveByteCount) { buffer in
                result = unsafe socket.socket.receive(into: buffer)
                guard case .moved(let byteCount) = result else { return 0 }
                return byteCount
            }
            guard case .moved(let byteCount) = result, byteCount > 0 else { return note(result) }
            receivedByteCount += byteCount
            lastProgress = now
            guard byteCount == Self.receiveByteCount else { return }
        }
    }

    private func note(_ result: Transfer) {
        switch result {
        case .moved: ending = sendProblem ?? "the server closed the connection"
        case .wouldBlock: break
        case .failed(let error): ending = error.description
        }
    }

    /// Goes on to the next whole message that concerns the user.
    package func nextReply() -> Incoming {
        while let incoming = step() {
            switch incoming {
            case .none: continue
            case .entered: flush()
            case .reply:
                window.observe(replyByteCount: decoder.replyByteCount)
                return .reply
            case .push: return .push
            case .failed:
                link = .none
                return .failed(failure ?? .interrupted)
            }
        }
        return .nothing
    }

    /// Takes the push that was found last as the reply to the first command without one.
    ///
    /// - Returns: Whether there is such a command.
    package func takePushAsReply() -> Bool { state.ledger.answer() }

    /// Expects more replies to the command that was answered last, and sent last.
    package func expectMoreReplies(_ count: Int) {
        state.ledger.expectMoreReplies(count)
        lastProgress = .now
    }

    /// - Returns: What to do with the next whole message; `nil` if there is none.
    private func step() -> ConnectionState.Delivery? {
        guard failure == nil else { return .failed }
        do {
            if try decoder.next() {
                return state.received(isPush: decoder.isPush) { decoder.value }
            }
        } catch {
            state.received(error)
            return .failed
        }
        return finish()
    }

    /// Draws the consequence of an end, once all whole replies have been taken.
    private func finish() -> ConnectionState.Delivery? {
        guard let ending else { return nil }
        state.closed(ending)
        link = .none
        return failure == nil ? nil : .failed
    }

    /// How much one call takes from the system.
    private static let receiveByteCount = 64 << 10
    /// How often it is called before the others get their turn.
    private static let readsAtOnce = 16
}
