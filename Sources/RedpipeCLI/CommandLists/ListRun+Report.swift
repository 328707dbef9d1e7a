import Redpipe

extension ListRun {
    /// Takes the failure of the connection.
    mutating func fail(_ error: ConnectionError) {
        if case .shutdown(let command) = barrier,
            base + connection.sentCount == command + 1, connection.outstandingCount <= 1,
            case .lost = error
        {
            return passShutdown()
        }
        if !recover(from: error) { ending = stopping ?? .failed(error) }
    }

    /// The server has ended because it was told to: that is the reply to the command.
    private mutating func passShutdown() {
        base += connection.queuedCount
        barrier = nil
        connection.close()
    }

    /// Commands of the list that were sent whole, on whichever connection.
    ///
    /// What sets up a connection that takes the place of another does not count.
    var sentCount: Int { max(base + connection.sentCount, recovery?.end ?? 0) }

    /// Commands of the list that the server is known to have dealt with, and those that were given
    /// up with an earlier connection.
    var confirmedCount: Int { max(base + connection.confirmedCount, recovery?.end ?? 0) }

    /// What became of the lines.
    var deliveryReport: DeliveryReport {
        var report = report
        if source.grammar == .resp { report.unit = .command }
        let sent = sentCount
        let parts = cuts(confirmed: confirmedCount, sent: sent)
        if let firstPoint, let last = parts.lastConfirmed, parts.unknown.lowerBound > reportStart {
            report.add(.confirmed, from: firstPoint, to: last.point)
        }
        add(.unknown, parts.unknown, to: &report)
        add(.notApplied, parts.notApplied, to: &report)
        addNotSent(from: sent, to: &report)
        return report
    }

    /// Notes for good what became of the commands of a connection that is given up.
    ///
    /// - Returns: The part about those of unknown outcome, if there are any.
    mutating func concludeReport(confirmed: Int, sent: Int) -> DeliveryReport? {
        guard confirmed < sent, let first = point(of: confirmed), let last = point(of: sent - 1)
        else { return nil }
        if let firstPoint, confirmed > reportStart, let end = point(of: confirmed - 1) {
            report.add(.confirmed, from: firstPoint, to: end)
        }
        report.add(.unknown, from: first, to: last)
        reportStart = sent
        firstPoint = point(of: sent)
        var part = DeliveryReport()
        if source.grammar == .resp { part.unit = .command }
        part.add(.unknown, from: first, to: last)
        return part
    }

    private typealias Cuts = (
        lastConfirmed: SentLines.Origin?, unknown: Range<Int>, notApplied: Range<Int>
    )

    /// Where the confirmed commands end, and those of unknown outcome.
    ///
    /// A transaction is one unit: without its EXEC nothing of it has run, whatever was answered.
    private func cuts(confirmed: Int, sent: Int) -> Cuts {
        let split = transactions.cut(before: confirmed)
        let open = transactions.cut(before: sent)
        let confirmedEnd = split?.first ?? confirmed
        let unknownEnd = max(open?.first ?? sent, confirmedEnd)
        let lastConfirmed = split.map(\.before) ?? lines.origin(of: confirmed - 1)
        return (lastConfirmed, confirmedEnd..<unknownEnd, unknownEnd..<max(sent, unknownEnd))
    }

    private func add(
        _ outcome: DeliveryReport.Outcome,
        _ commands: Range<Int>,
        to report: inout DeliveryReport
    ) {
        guard let first = point(of: commands.first), let last = point(of: commands.last) else {
            return
        }
        report.add(outcome, from: first, to: last)
    }

    private func point(of command: Int?) -> DeliveryReport.Point? {
        guard let command else { return nil }
        let begin = transactions.cut(before: command + 1)
        return lines.origin(of: command)?.point
            ?? (begin?.first == command ? begin?.origin.point : nil)
    }

    /// Adds everything that was not sent, with lines that nobody has looked at.
    private func addNotSent(from sent: Int, to report: inout DeliveryReport) {
        let unread = DeliveryReport.Point(line: source.line + 1)
        var first = point(of: sent < lines.count ? sent : nil)
        if first == nil, let (command, doneCount) = current {
            let repetition = command.times.map { _ in doneCount + 1 }
            first = DeliveryReport.Point(line: command.line, repetition: repetition)
        }
        let last = source.lastLine
        if let last, last < (first ?? unread).line { return }
        report.add(
            .notSent,
            from: first ?? unread,
            to: last.map { DeliveryReport.Point(line: $0) }
        )
    }
}
