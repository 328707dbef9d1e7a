import Redpipe
import RedpipeRESP
import RedpipeRuntime

extension ListRun {
    /// A connection that takes the place of a lost one.
    struct Recovery {
        /// What sets it up, then what the lost one had not sent.
        let commands: [UInt8]
        /// The first command of the list that it gets; those that set it up are counted before.
        let end: Int
        let restorationCount: Int
        /// When there is no more hope.
        let deadline: Moment
        /// When to try next.
        var retry: Moment?
    }

    /// Goes on with another connection, if that was asked for and means the same.
    ///
    /// Nothing is sent twice: what was sent and not answered stays of unknown outcome.
    mutating func recover(from error: ConnectionError) -> Bool {
        guard settings.reconnects, stopping == nil else { return false }
        let sent = base + connection.sentCount
        // A server that lets us in and throws us out again is no better than one that is away.
        if var recovery, error.category == .notConnected || sent <= recovery.end {
            guard recovery.deadline > .now else { return false }
            recovery.retry = .now + .milliseconds(50)
            self.recovery = recovery
            return true
        }
        guard case .lost = error, barrier == nil, isCountable, sent >= recovery?.end ?? 0,
            transactions.cut(before: sent) == nil,
            let restoration = session.restoration(before: sent)
        else { return false }
        noteLoss(error, answered: base + connection.answeredCount, sent: sent)
        recovery = Recovery(
            commands: restoration.flatMap(\.self) + connection.unsentCommands,
            end: sent,
            restorationCount: restoration.count,
            deadline: .now + connection.options.connectTimeout,
            retry: .now
        )
        return true
    }

    private mutating func noteLoss(_ error: ConnectionError, answered: Int, sent: Int) {
        let place = "\(source.reader.name): connection \(connection.name) lost (\(error))"
        guard answered < sent, let first = lines.origin(of: answered),
            let last = lines.origin(of: sent - 1)
        else { return errors.write("redpipe: \(place): connecting anew\n") }
        hasLosses = true
        var report = DeliveryReport()
        report.add(.unknown, from: first.point, to: last.point)
        errors.write("redpipe: \(place): \(report); connecting anew\n")
        for _ in answered..<sent { commandTexts.removeFirst() }
    }

    /// Tries again to connect, if it is time.
    mutating func retry() {
        guard var recovery, let moment = recovery.retry, moment <= .now, ending == nil
        else { return }
        recovery.retry = nil
        self.recovery = recovery
        base = recovery.end - recovery.restorationCount
        connection.open()
        appendCommands(of: recovery)
    }

    private func appendCommands(of recovery: Recovery) {
        var scanner = RESPCommandScanner()
        var start = 0
        var position = recovery.end - recovery.restorationCount
        let bytes = recovery.commands
        while start < bytes.count {
            // They were encoded by us, or scanned before.
            guard (try? scanner.scan(bytes, start..<bytes.count)) == true else { return }
            let end = start + scanner.position
            let role = position < recovery.end ? nil : lines.origin(of: position)?.role
            connection.append(
                bytes.span.extracting(start..<end),
                blocking: role?.blockingTimeout
            )
            scanner.begin()
            start = end
            position += 1
        }
    }

    /// Takes the reply to a command that sets up the connection.
    mutating func takeRestoration(at position: Int) {
        if connection.decoder.isError {
            ending = .failed(.lost("the session could not be restored"))
        } else if let recovery, position + 1 == recovery.end {
            self.recovery = nil
        }
    }
}
