import Redpipe
import RedpipeRESP
import RedpipeRuntime

extension ListRun {
    /// A connection that takes the place of a lost one.
    struct Recovery {
        /// What sets it up.
        let restoration: [[UInt8]]
        /// What the lost one had not sent.
        var unsent: [UInt8]
        /// The first command of the list that it gets; those that set it up are counted before.
        let end: Int
        /// When there is no more hope.
        let deadline: Moment
        var stage: Stage

        enum Stage {
            /// To be opened at that moment.
            case pausing(until: Moment)
            /// Opened; the list has to wait until all that sets it up has succeeded.
            case restoring
            /// What the lost one was.
            case resumed
        }
    }

    /// Whether the connection is what the list relies on: a line that is sent before that could
    /// run in another database, or as another user.
    var isRestored: Bool {
        guard let recovery else { return true }
        if case .resumed = recovery.stage { return true }
        return false
    }

    /// When to connect anew, if that is next.
    var reconnection: Moment? {
        guard case .pausing(let moment) = recovery?.stage else { return nil }
        return moment
    }

    /// Goes on with another connection, if that was asked for and means the same.
    ///
    /// Nothing is sent twice: what was sent and not answered stays of unknown outcome.
    mutating func recover(from error: ConnectionError) -> Bool {
        guard settings.reconnects, stopping == nil else { return false }
        // A server that lets us in and throws us out again is no better than one that is away.
        if var recovery, error.category == .notConnected || sentCount <= recovery.end {
            guard recovery.deadline > .now else { return false }
            if case .resumed = recovery.stage { recovery.unsent = connection.unsentCommands }
            recovery.stage = .pausing(until: .now + .milliseconds(50))
            self.recovery = recovery
            return true
        }
        passReplyBarrier()
        guard case .lost = error, barrier == nil, isCountable,
            transactions.cut(before: sentCount) == nil,
            let restoration = session.restoration(before: sentCount)
        else { return false }
        noteLoss(error)
        recovery = Recovery(
            restoration: restoration,
            unsent: connection.unsentCommands,
            end: sentCount,
            deadline: .now + connection.options.connectTimeout,
            stage: .pausing(until: .now)
        )
        return true
    }

    /// What was sent and not answered is not waited for any longer.
    private mutating func passReplyBarrier() {
        if case .reply(let command) = barrier, command < sentCount { barrier = nil }
    }

    private mutating func noteLoss(_ error: ConnectionError) {
        let place = "\(source.reader.name): connection \(connection.name) lost (\(error))"
        let (confirmed, sent) = (confirmedCount, sentCount)
        guard confirmed < sent, let part = concludeReport(confirmed: confirmed, sent: sent) else {
            return errors.write("redpipe: \(place): connecting anew\n")
        }
        hasLosses = true
        errors.write("redpipe: \(place): \(part); connecting anew\n")
        for _ in confirmed..<sent { commandTexts.removeFirst() }
    }

    /// Tries again to connect, if it is time.
    mutating func retry() {
        guard var recovery, let moment = reconnection, moment <= .now, ending == nil else {
            return
        }
        recovery.stage = .restoring
        self.recovery = recovery
        base = recovery.end - recovery.restoration.count
        connection.open()
        for command in recovery.restoration { connection.append(command.span) }
    }

    /// Goes on with the list once the connection is entered and set up.
    mutating func resume() {
        guard let recovery, case .restoring = recovery.stage, connection.isReady,
            base + connection.answeredCount == recovery.end, ending == nil
        else { return }
        appendCommands(recovery.unsent, from: recovery.end)
        self.recovery?.unsent = []
        self.recovery?.stage = .resumed
    }

    private func appendCommands(_ bytes: [UInt8], from first: Int) {
        var scanner = RESPCommandScanner()
        var start = 0
        var position = first
        while start < bytes.count {
            // They were encoded by us, or scanned before.
            guard (try? scanner.scan(bytes, start..<bytes.count)) == true else { return }
            let end = start + scanner.position
            connection.append(
                bytes.span.extracting(start..<end),
                blocking: lines.origin(of: position)?.role.blockingTimeout
            )
            scanner.begin()
            start = end
            position += 1
        }
    }

    /// Takes the reply to a command that sets up the connection.
    mutating func takeRestoration() {
        guard connection.decoder.isError else { return }
        ending = .failed(.lost("the session could not be restored"))
    }
}
