import Redpipe
import RedpipeCommands

extension ListRun {
    /// Takes note of the last command that was handed over, before it is answered.
    mutating func note(_ command: ListedCommand, hasReply: Bool) {
        let position = lines.count - 1
        switch command.role {
        case .beginsTransaction:
            // Without replies nobody else does it.
            transactions.advance(toAnswered: base + connection.answeredCount)
            guard let origin = lines.origin(of: position) else { return }
            let before = lines.origin(of: position - 1)
            transactions.begin(at: position, origin: origin, before: before)
        case .executesTransaction, .discardsTransaction, .resets:
            transactions.end(at: position)
            if surplusReplies > 0, hasReply { barrier = .reply(command: position) }
        case .streams: beginStream(at: position, command)
        case .endsServer: barrier = .shutdown(command: position)
        case .unsubscribes where hasReply: barrier = .reply(command: position)
        default: break
        }
        if settings.reconnects { session.note(command.role, at: position, source) }
    }

    private mutating func beginStream(at position: Int, _ command: ListedCommand) {
        barrier = .stream(command: position)
        guard command.role == .streams(.subscription), settings.format != .raw else { return }
        let text = "Reading messages... (press Ctrl-C to quit)\n"
        notices.append((position, ListNotice(output: Array(text.utf8), line: command.line)))
    }

    /// Whether the server will answer a command, as CLIENT REPLY has told it to.
    mutating func expectsReply(to role: CommandRole) -> Bool {
        switch (replyMode, role) {
        // Its messages come in any case.
        case (_, .unsubscribes) where !transactions.isOpen:
            if replyMode == .skip { replyMode = .on }
            return true
        // A transaction queues it like any other command.
        case (_, .setsReplies(.on)) where !transactions.isOpen, (.off, .resets):
            replyMode = .on
            return true
        case (.on, .setsReplies(let mode)) where !transactions.isOpen,
            (.skip, .setsReplies(let mode)) where !transactions.isOpen:
            replyMode = mode
            return false
        case (.on, _): return true
        case (.off, _): return false
        case (.skip, _):
            replyMode = .on
            return false
        }
    }

    /// Draws the consequences of the reply to a command.
    mutating func settle(_ origin: SentLines.Origin, at position: Int, _ outcome: ReplyOutcome) {
        session.settle(at: position, outcome)
        if case .reply(position) = barrier { barrier = nil }
        switch origin.role {
        case .unsubscribes(let count): settleUnsubscribing(count, origin, outcome)
        case .executesTransaction:
            if case .done = outcome { expectMoreReplies(surplusReplies, toLine: origin.line) }
            surplusReplies = 0
        case .discardsTransaction where outcome != .refused, .resets: surplusReplies = 0
        case .beginsTransaction where outcome == .refused: transactions.refuse(position)
        case .streams where outcome == .refused: barrier = nil
        case .streams: connection.isStreaming = true
        case .endsServer: barrier = nil
        default: break
        }
    }

    /// The server sends a message for each channel, whatever it has said before: `EXEC` returns the
    /// first of them as its elements, and the others follow.
    private mutating func settleUnsubscribing(
        _ count: Int,
        _ origin: SentLines.Origin,
        _ outcome: ReplyOutcome
    ) {
        switch outcome {
        case .refused, .aborted: break
        case .queued: surplusReplies += count - 1
        case .done: expectMoreReplies(count - 1, toLine: origin.line)
        }
    }

    /// Whether the current push answers a command: RESP3 has them in place of some replies.
    var isPushReply: Bool {
        switch lines.origin(of: base + connection.answeredCount)?.role {
        case .unsubscribes, .isContinued: true
        default: false
        }
    }

    /// Goes on behind a barrier once it is reached and passed.
    mutating func passBarrier() {
        guard case .connect(let host, let port) = barrier, ending == nil, stopping == nil,
            connection.outstandingCount == 0, connection.unsentCount == 0, notices.isEmpty,
            batchEnds.isEmpty
        else { return }
        barrier = nil
        // What nobody has answered stays unknown.
        _ = concludeReport(confirmed: confirmedCount, sent: sentCount)
        let old = connection.endpoint
        let endpoint = Endpoint(
            .tcp(host: host, port: port),
            credentials: old?.credentials,
            database: old?.database ?? 0
        )
        base += connection.queuedCount
        session = ListSessionState()
        transactions = TransactionSpans()
        replyMode = .on
        surplusReplies = 0
        recovery = nil
        let (name, options) = (connection.name, connection.options)
        connection.close()
        connection = Connection(name: name, endpoint: endpoint, options: options)
        connection.open()
    }

    /// Whether messages are shown that answer no command.
    var isStreaming: Bool {
        guard case .stream(let command) = barrier else { return false }
        return base + connection.answeredCount >= command
    }
}

extension CommandRole {
    /// How long the reply may take because of the command itself.
    var blockingTimeout: BlockingTimeout? {
        switch self {
        case .blocking(let timeout): timeout
        // Saving the data before the end takes as long as it takes.
        case .streams, .endsServer: .forever
        default: nil
        }
    }
}
