extension Connection {
    /// What to wait on, if anything: while a name is looked up there is nothing.
    package var fileDescriptor: Int32? {
        switch link {
        case .none, .resolving, .queueing: nil
        case .connecting(let socket, rest: _, deadline: _), .connected(let socket):
            socket.socket.fileDescriptor
        }
    }

    /// What to wait for.
    package var wantedEvents: PollEvents {
        switch link {
        case .none, .resolving, .queueing: []
        case .connecting: .writable
        case .connected: wantsToSend ? [.readable, .writable] : .readable
        }
    }

    /// When to call `process(_:at:)` at the latest, also without an event.
    package var deadline: Moment? {
        switch link {
        case .none: nil
        case .resolving(_, let nextLook): min(nextLook, connectDeadline)
        case .queueing(_, let nextTry): min(nextTry, connectDeadline)
        case .connecting(_, rest: _, let deadline): min(deadline, connectDeadline)
        case .connected: state.isReady ? replyDeadline : connectDeadline
        }
    }

    /// When the next reply must have arrived.
    private var replyDeadline: Moment? {
        let ledger = state.ledger
        guard options.replyTimeout > .zero else { return nil }
        guard ledger.outstandingCount > 0 || ledger.unsentCount > 0 && !isStopped else {
            return nil
        }
        switch ledger.nextBlocking {
        case nil: return lastProgress + options.replyTimeout
        case .milliseconds(let milliseconds):
            return lastProgress + options.replyTimeout + .milliseconds(milliseconds)
        case .forever: return nil
        }
    }

    /// Goes on as far as possible: connects, sends, receives, gives up.
    ///
    /// - Parameters:
    ///   - events: What happened to the file descriptor; none if only time has passed.
    ///   - now: The time.
    package func process(_ events: PollEvents, at now: Moment = .now) {
        switch link {
        case .none: break
        case .resolving(let resolution, _):
            attempt { () throws(ConnectionError) in try lookAtResolution(resolution, at: now) }
        case .queueing(let addresses, let nextTry):
            guard now >= nextTry else { break }
            attempt { () throws(ConnectionError) in try connect(to: addresses, at: now) }
        case .connecting(let socket, let rest, let deadline):
            continueConnecting(socket, rest: rest, deadline: deadline, events: events, at: now)
        case .connected: move(events, at: now)
        }
        giveUpIfLate(at: now)
    }

    private func continueConnecting(
        _ socket: OpenSocket,
        rest: ArraySlice<SocketAddress>,
        deadline: Moment,
        events: PollEvents,
        at now: Moment
    ) {
        attempt { () throws(ConnectionError) in
            if !events.isEmpty {
                try finishConnecting(socket, rest: rest, at: now)
            } else if now >= deadline, !rest.isEmpty {
                try connect(to: rest, at: now)
            }
        }
    }

    private func move(_ events: PollEvents, at now: Moment) {
        // Reading comes first: the replies may allow more commands.
        if !events.isDisjoint(with: [.readable, .failed]) { receive(at: now) }
        if events.contains(.writable) { flush(at: now) }
    }

    private func giveUpIfLate(at now: Moment) {
        guard let deadline, now >= deadline else { return }
        if state.isReady {
            fail(.timedOut(options.replyTimeout))
        } else if now >= connectDeadline {
            fail(.connectTimedOut(options.connectTimeout))
        }
    }

    private func attempt(_ step: () throws(ConnectionError) -> Void) {
        do throws(ConnectionError) {
            try step()
        } catch {
            fail(error)
        }
    }

    /// Gives the connection up and closes it; the first reason stays.
    package func fail(_ error: ConnectionError) {
        state.fail(error)
        link = .none
    }
}
