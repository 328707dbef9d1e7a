import RedpipeRESP

/// One lane of a wave on its connection.
struct LaneRun {
    let connection: Connection?
    private(set) var progress: LaneProgress
    private(set) var isDone = false
    private var backoff = Backoff()
    /// When to send the refused commands again.
    private var pauseEnd: Moment?
    /// What the connection had counted when the current sending began; `nil` before the first.
    private var queuedBefore: Int?
    private var sentBytesBefore = 0
    private var receivedBytesBefore = 0
    private var end = Moment.now
    private var onPush: ((ConnectionName, RESPValue) -> Void)?

    init(_ lane: Lane, on connection: Connection?) {
        self.connection = connection
        progress = LaneProgress(lane)
    }

    /// When to come back without an event.
    var deadline: Moment? { pauseEnd ?? connection?.deadline }

    /// Opens the connection if need be, and hands it the commands.
    mutating func begin(
        reopensLost: Bool,
        onPush: ((ConnectionName, RESPValue) -> Void)?,
        at now: Moment
    ) {
        self.onPush = onPush
        guard let connection else { return finish(.undefined, at: now) }
        prepare(connection, reopensLost: reopensLost && !connection.isHeld, at: now)
        if let failure = connection.failure { return finish(failure, at: now) }
        if !connection.isOpen { return finish(.lost("the server closed it"), at: now) }
        receivedBytesBefore = connection.receivedByteCount
        sentBytesBefore = connection.sentByteCount
        hand(to: connection, from: 0, at: now)
    }

    private func prepare(_ connection: Connection, reopensLost: Bool, at now: Moment) {
        if let failure = connection.failure {
            guard reopensLost || failure.category == .notConnected && !connection.isHeld else {
                return
            }
            return connection.open(at: now)
        }
        // What has arrived since the last use tells whether the server has closed. A reply that
        // nobody asked for is a failure of this use: it must not pass for one of ours.
        connection.receive(at: now)
        takePushes(connection)
        guard !connection.isOpen, connection.failure == nil, !connection.isHeld else { return }
        connection.open(at: now)
    }

    private func takePushes(_ connection: Connection) {
        while case .push = connection.nextReply() {
            onPush?(connection.name, connection.decoder.value)
        }
    }

    private mutating func hand(to connection: Connection, from first: Int, at now: Moment) {
        queuedBefore = connection.queuedCount
        connection.append(progress.lane, from: first)
        connection.flush(at: now)
    }

    /// Takes what has arrived, and goes on.
    mutating func advance(isInterrupted: Bool, at now: Moment) {
        guard let connection else { return }
        takeReplies(connection)
        if let failure = connection.failure {
            finish(failure, at: now)
        } else if isInterrupted {
            endIfNothingIsOwed(connection, at: now)
        } else if progress.isAnswered {
            finishOrSendAgain(connection, at: now)
        }
    }

    private mutating func takeReplies(_ connection: Connection) {
        while true {
            switch connection.nextReply() {
            case .nothing, .failed: return
            case .reply: progress.takeReply(of: connection)
            case .push: onPush?(connection.name, connection.decoder.value)
            }
        }
    }

    private mutating func finishOrSendAgain(_ connection: Connection, at now: Moment) {
        guard progress.refusedFrom != nil, pauseEnd != nil || !backoff.isExhausted,
            !connection.isHeld
        else {
            return finish(nil, at: now)
        }
        guard let pauseEnd else {
            pauseEnd = now + backoff.next()
            return
        }
        guard now >= pauseEnd else { return }
        self.pauseEnd = nil
        if !connection.isOpen { connection.open(at: now) }
        hand(to: connection, from: progress.sendAgain(), at: now)
    }

    private mutating func endIfNothingIsOwed(_ connection: Connection, at now: Moment) {
        guard connection.outstandingCount == 0 else { return }
        let sentCount = sentCount
        if !connection.forgetUnsent() { connection.fail(.interrupted) }
        finish(progress.isAnswered ? nil : .interrupted, sentCount: sentCount, at: now)
    }

    /// Stops waiting; a connection that owes replies is closed.
    mutating func giveUp(_ reason: ConnectionError) {
        connection?.fail(reason)
        finish(connection?.failure ?? reason, at: .now)
    }

    /// How many commands of the current sending were sent whole.
    private var sentCount: Int {
        guard let connection, let queuedBefore else { return 0 }
        return connection.sentCount - queuedBefore
    }

    private mutating func finish(_ failure: ConnectionError?, at now: Moment) {
        finish(failure, sentCount: sentCount, at: now)
    }

    private mutating func finish(_ failure: ConnectionError?, sentCount: Int, at now: Moment) {
        if let failure { progress.fail(failure, sentCount: sentCount) }
        end = now
        isDone = true
    }

    /// Whether the server got any of the commands.
    var hasSentCommands: Bool { progress.report.notSent.count < progress.lane.commandCount }

    /// What to tell those who trace.
    func roundTrip(since start: Moment) -> RoundTrip {
        RoundTrip(
            connection: progress.lane.connection,
            commandCount: progress.lane.commandCount,
            sentByteCount: max(0, (connection?.sentByteCount ?? 0) - sentBytesBefore),
            receivedByteCount: max(0, (connection?.receivedByteCount ?? 0) - receivedBytesBefore),
            elapsed: end - start,
            flushCount: progress.report.flushCount
        )
    }
}
