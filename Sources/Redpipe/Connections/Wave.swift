import Glibc
import RedpipeRESP

/// One sending of what is queued on all connections, until every one has answered or failed.
struct Wave {
    private let connections: Connections
    private var runs: [LaneRun]
    private let start = Moment.now
    /// How long it may take, and when that is over.
    private let limit: (timeout: Duration, deadline: Moment)?
    private let reopensLost: Bool
    private var poller = Poller()
    /// When what was sent is not waited for any longer, after an interruption.
    private var interruptionDeadline: Moment?

    init(_ lanes: [Lane], on connections: Connections, timeout: Duration?, reopensLost: Bool) {
        self.connections = connections
        self.reopensLost = reopensLost
        runs = lanes.map { LaneRun($0, on: connections.connection(named: $0.connection)) }
        let start = start
        limit = timeout.map { ($0, start + $0) }
    }

    /// Sends, receives, and publishes all replies.
    mutating func run() -> [LaneReport] {
        checkWakeUp()
        for index in runs.indices {
            runs[index].begin(reopensLost: reopensLost, onPush: connections.onPush, at: start)
        }
        advance(at: start)
        while !isDone { wait() }
        if let onRoundTrip = connections.onRoundTrip { report(to: onRoundTrip) }
        return runs.map(\.progress.report)
    }

    private var isDone: Bool { runs.allSatisfy(\.isDone) }

    /// Waits for the next event and draws its consequences.
    private mutating func wait() {
        let places = watch()
        poller.wait(until: deadline)
        let now = Moment.now
        checkWakeUp()
        for (index, place) in places {
            let events = place.map { poller.events(at: $0) } ?? []
            runs[index].connection?.process(events, at: now)
        }
        enforceDeadlines(at: now)
        advance(at: now)
    }

    /// Tells the poller what to watch; returns the runs that go on, with their places there.
    private mutating func watch() -> [(run: Int, place: Int?)] {
        poller.removeAll()
        if let wakeUp = connections.wakeUp { poller.watch(wakeUp, for: .readable) }
        return runs.indices.filter { !runs[$0].isDone }.map { index in
            let connection = runs[index].connection
            guard let connection, let descriptor = connection.fileDescriptor else {
                return (index, nil)
            }
            return (index, poller.watch(descriptor, for: connection.wantedEvents))
        }
    }

    private var deadline: Moment? {
        let own = runs.lazy.filter { !$0.isDone }.compactMap(\.deadline)
        return ([limit?.deadline, interruptionDeadline].compactMap(\.self) + own).min()
    }

    private mutating func advance(at now: Moment) {
        for index in runs.indices where !runs[index].isDone {
            runs[index].advance(isInterrupted: interruptionDeadline != nil, at: now)
        }
    }
}

extension Wave {
    private mutating func enforceDeadlines(at now: Moment) {
        if let limit, now >= limit.deadline { failAll(.deadlinePassed(limit.timeout)) }
        if let interruptionDeadline, now >= interruptionDeadline { failAll(.interrupted) }
    }

    private mutating func failAll(_ reason: ConnectionError) {
        for index in runs.indices where !runs[index].isDone { runs[index].giveUp(reason) }
    }

    /// Reads a byte of the wake-up pipe, if there is one: each stands for an interruption.
    private mutating func checkWakeUp() {
        guard let wakeUp = connections.wakeUp, Self.takeByte(wakeUp) else { return }
        if interruptionDeadline != nil { return failAll(.interrupted) }
        interruptionDeadline = .now + connections.interruptionPatience
        for run in runs where !run.isDone { run.connection?.stopSending() }
    }

    private static func takeByte(_ descriptor: Int32) -> Bool {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&entry, 1, 0) == 1, entry.revents & Int16(POLLIN) != 0 else {
            return false
        }
        var byte: UInt8 = 0
        return unsafe read(descriptor, &byte, 1) == 1
    }

    /// Where no command was sent whole, there was no round trip.
    private func report(to onRoundTrip: (RoundTrip) -> Void) {
        for run in runs where run.hasSentCommands { onRoundTrip(run.roundTrip(since: start)) }
    }
}
