import RedpipeRESP

/// How far the commands of one lane have come.
struct LaneProgress {
    let lane: Lane
    /// The first command that has no reply, counting the current sending.
    private(set) var next = 0
    /// Where the current sending began.
    private(set) var first = 0
    /// From where on all commands were refused so far: the only ones that may be sent again,
    /// because nothing that came later has run.
    private(set) var refusedFrom: Int?
    /// The error replies before those refusals.
    private var errorCountBeforeRefusal = 0
    /// The transaction that `next` is in or before, as a position.
    private var transaction = 0
    /// The replies of the transaction under way.
    private var tally = TransactionTally()
    private(set) var report: LaneReport

    init(_ lane: Lane) {
        self.lane = lane
        report = LaneReport(connection: lane.connection, commandCount: lane.commandCount)
        report.flushCount = 1
        report.markerCount = 2 * lane.transactions.count
    }

    /// Whether every command has its reply.
    var isAnswered: Bool { next == lane.commandCount }

    /// Starts over with the refused commands.
    ///
    /// - Returns: The first of them.
    mutating func sendAgain() -> Int {
        let start = refusedFrom ?? next
        refusedFrom = nil
        forgetErrors(from: start)
        first = start
        next = start
        transaction =
            lane.transactions.firstIndex { $0.upperBound > start } ?? lane.transactions.count
        report.flushCount += 1
        return start
    }
}

extension LaneProgress {
    /// A refusal that is followed by another try is no error of the command.
    private mutating func forgetErrors(from start: Int) {
        report.errorReplyCount = errorCountBeforeRefusal
        report.firstErrors.removeAll { $0.command >= start }
        report.unclaimedErrors.removeAll { $0.command >= start }
    }

    /// Takes the reply to the next command: the one that the connection's decoder shows.
    ///
    /// The decoder is asked where it is; to hand it on would copy it for every reply.
    mutating func takeReply(of connection: Connection) {
        let command = next
        next += 1
        guard transaction < lane.transactions.count,
            lane.transactions[transaction].contains(command)
        else { return settle(command, of: connection) }
        takeInTransaction(connection.decoder.value.withoutAttributes, command)
    }

    private mutating func settle(_ command: Int, of connection: Connection) {
        if connection.decoder.isError { return fill(command, with: connection.decoder.value) }
        refusedFrom = nil
        guard let slot = lane.slots[command] else { return }
        switch connection.decoder.shortReply {
        case .integer(let number): slot.fill(with: number)
        case .ok: slot.fillWithOK()
        case nil: connection.decoder.withReply { slot.fill(with: $0, in: $1) }
        }
    }

    /// Gives a command its reply; of an error notes whether it may be sent again.
    private mutating func fill(_ command: Int, with reply: RESPValue) {
        lane.slots[command]?.fill(with: reply)
        guard case .error(let text) = reply.withoutAttributes else {
            refusedFrom = nil
            return
        }
        let error = ServerError(text: text)
        note(error, of: command)
        if !error.code.isTemporaryRefusal {
            refusedFrom = nil
        } else if refusedFrom == nil {
            refusedFrom = command
            errorCountBeforeRefusal = report.errorReplyCount - 1
        }
    }

    private mutating func note(_ error: ServerError, of command: Int) {
        report.errorReplyCount += 1
        if lane.slots[command] == nil {
            report.unclaimedErrors.append(CommandError(command: command, error: error))
        }
        guard report.firstErrors.count < LaneReport.firstErrorLimit else { return }
        report.firstErrors.append(CommandError(command: command, error: error))
    }
}

extension LaneProgress {
    private mutating func takeInTransaction(_ reply: RESPValue, _ command: Int) {
        let range = lane.transactions[transaction]
        if command == range.lowerBound {
            tally = TransactionTally()
            tally.takeMulti(reply)
        } else if command == range.upperBound - 1 {
            finishTransaction(range, with: reply)
            transaction += 1
        } else {
            tally.take(reply, of: command)
        }
    }

    /// Shares out what EXEC brought.
    private mutating func finishTransaction(_ range: Range<Int>, with reply: RESPValue) {
        let body = range.dropFirst().dropLast()
        let replies = tally.replies(for: body, from: reply)
        let refusedBefore = refusedFrom
        // Only this tells that the commands were no transaction. It is no reply to one of them.
        if let refusal = tally.refusal {
            let count = report.errorReplyCount
            fill(range.lowerBound, with: refusal)
            report.errorReplyCount = count
        }
        for (command, reply) in zip(body, replies) { fill(command, with: reply) }
        // The transaction is one unit: it has run, or may be sent again, as a whole.
        refusedFrom = tally.isRefusal(reply) ? refusedBefore ?? range.lowerBound : nil
    }
}

extension LaneProgress {
    /// Ends the lane because its connection has failed.
    ///
    /// - Parameters:
    ///   - reason: Why it has failed.
    ///   - sentCount: How many commands of the current sending were sent whole.
    mutating func fail(_ reason: ConnectionError, sentCount: Int) {
        report.failure = reason
        guard !isAnswered else { return }
        let answered = boundary(next)
        let sent = max(answered, boundary(first + sentCount))
        report.unknown = answered..<sent
        // What was refused and not sent again is answered: its refusal stands.
        report.notSent = sent..<(report.flushCount > 1 ? sent : lane.commandCount)
        failSlots(report.unknown, reason, .unknown)
        failSlots(report.notSent, reason, .notSent)
    }

    /// Where a cut falls: a transaction whose EXEC was not sent, or not answered, is cut before it.
    private func boundary(_ command: Int) -> Int {
        let cut = lane.transactions.first { $0.contains(command) }
        return cut?.lowerBound ?? command
    }

    private func failSlots(
        _ commands: Range<Int>,
        _ reason: ConnectionError,
        _ outcome: ConnectionFailure.Outcome
    ) {
        let failure = ConnectionFailure(
            connection: lane.connection,
            reason: reason,
            outcome: outcome
        )
        for command in commands {
            if command < next, let own = tally.ownReply(of: command) {
                lane.slots[command]?.fill(with: own)
            } else {
                lane.slots[command]?.fail(with: .connection(failure))
            }
        }
    }
}

/// A reply that is kept without a box of its own.
private enum ShortReply {
    case integer(Int64)
    /// The status `OK`.
    case ok
}

extension RESPDecoder {
    /// The current reply if it is one of the two that writing commands have.
    fileprivate var shortReply: ShortReply? {
        withReply { nodes, bytes in
            guard nodes.count == 1 else { return nil }
            let payload = bytes.extracting(nodes[0].payload)
            switch nodes[0].type {
            case .integer: return Int64(decimal: payload).map(ShortReply.integer)
            case .simpleString where payload.isOK: return .ok
            default: return nil
            }
        }
    }
}

extension Span<UInt8> {
    fileprivate var isOK: Bool {
        count == 2 && self[0] == UInt8(ascii: "O") && self[1] == UInt8(ascii: "K")
    }
}
