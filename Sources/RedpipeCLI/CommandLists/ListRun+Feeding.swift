import Redpipe
import RedpipeRESP

extension ListRun {
    /// Whether the list may go on.
    var mayFeed: Bool {
        stopping == nil && barrier == nil && ending == nil && isRestored
    }

    /// Whether there is something to hand over at once.
    var canFeed: Bool {
        guard mayFeed, connection.hasRoom, nextRepetition == nil, !isHeldBack else { return false }
        return current != nil || !isStarved && !source.isOver
    }

    /// Whether the next command waits until everything before it is answered.
    private var isHeldBack: Bool {
        guard connection.outstandingCount > 0 || connection.unsentCount > 0 else { return false }
        return switch current?.command.role {
        // A server that ends does not send the replies that it owes.
        case .endsServer: true
        // How many replies it has follows from what came before, and whether that was refused.
        case .unsubscribes: true
        case .executesTransaction: surplusReplies > 0
        case .setsReplies: transactions.isOpen
        default: false
        }
    }

    /// Hands commands to the connection, as many as it takes now.
    mutating func feed() {
        passBarrier()
        passInterval()
        resume()
        // What was meant for a connection that had to be replaced.
        flushBatch()
        while canFeed {
            fillBatch()
            flushBatch()
            while current != nil, canFeed { handOver() }
        }
    }

    /// Collects ordinary commands, up to the first item that is none.
    private mutating func fillBatch() {
        while mayFeed, current == nil, !isStarved, !source.isOver,
            source.encoded.count < Self.batchByteCount
        {
            take(source.next())
        }
    }

    /// Hands the collected commands over in one piece: one by one would cost half as much again.
    private mutating func flushBatch() {
        guard !batchEnds.isEmpty, isRestored, ending == nil else { return }
        guard connection.isOpen else { return fail(.lost("the server closed the connection")) }
        connection.append(source.takeBatch(), ends: batchEnds)
        batchEnds.removeAll(keepingCapacity: true)
    }

    private mutating func take(_ item: ListItem) {
        switch item {
        case .command(let command): take(command)
        case .notice(let notice): take(notice)
        case .connect(let host, let port): barrier = .connect(host: host, port: port)
        case .starved: isStarved = true
        case .end: source.isOver = true
        }
        if barrier != nil { passBarrier() }
    }

    private mutating func take(_ command: ListedCommand) {
        guard command.role == .ordinary, command.times == nil, replyMode == .on else {
            current = (command, 0)
            return
        }
        note(command, isRepetition: false)
        source.endCommand()
        batchEnds.append(source.encoded.count)
    }

    /// Counts a command that is handed over.
    private mutating func note(
        _ command: ListedCommand,
        isRepetition: Bool,
        hasReply: Bool = true
    ) {
        lines.append(line: command.line, isRepetition: isRepetition, role: command.role)
        if firstPoint == nil { firstPoint = lines.origin(of: lines.count - 1)?.point }
        if settings.format == .ndjson, hasReply {
            commandTexts.append(source.currentWords, for: settings.printerOptions.destination)
        }
    }

    private mutating func take(_ notice: ListNotice) {
        notices.append((lines.count, notice))
        printNotices(upTo: base + connection.answeredCount)
        guard notice.isRefusal, settings.stopsAtErrors, stopping == nil else { return }
        stopping = .stopped(line: notice.line)
    }

    /// Hands the current command over once.
    private mutating func handOver() {
        guard let (command, doneCount) = current else { return }
        guard connection.isOpen else { return fail(.lost("the server closed the connection")) }
        append(command)
        let isLast = doneCount + 1 == command.times ?? 1
        current = isLast ? nil : (command, doneCount + 1)
        if isLast { source.removeCommand() }
        if !isLast, settings.interval > .zero { nextRepetition = .now + settings.interval }
    }

    private mutating func append(_ command: ListedCommand) {
        let isOrdinary = command.role == .ordinary && replyMode == .on
        let hasReply = isOrdinary || expectsReply(to: command.role)
        note(command, isRepetition: command.times != nil, hasReply: hasReply)
        if !isOrdinary { note(command, hasReply: hasReply) }
        if !hasReply { isCountable = false }
        source.withCommand { bytes in
            connection.append(
                bytes,
                blocking: command.role.blockingTimeout,
                hasReply: hasReply
            )
        }
    }

    /// Counts an empty command for each reply that the last one has beyond the first.
    mutating func expectMoreReplies(_ count: Int, toLine line: Int) {
        guard count > 0 else { return }
        for _ in 0..<count {
            note(ListedCommand(line: line, role: .isContinued), isRepetition: false)
        }
        connection.expectMoreReplies(count)
    }

    /// Time passes between repetitions, from the reply on.
    private mutating func passInterval() {
        guard let moment = nextRepetition else { return }
        if moment <= .now { nextRepetition = nil }
    }

    /// How much is collected before it is handed over.
    private static var batchByteCount: Int { 64 << 10 }
}
