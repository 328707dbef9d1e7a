import RedpipeCommands
import RedpipeRESP

/// What a pipeline has queued for one connection.
///
/// The commands lie encoded in one buffer. A command costs its bytes, one end offset and one
/// reference to a slot, nothing else.
struct Lane {
    let connection: ConnectionName
    /// The encoded commands, one directly behind the other.
    private(set) var bytes: [UInt8] = []
    /// Where each command ends in ``bytes``.
    private(set) var ends: [Int] = []
    /// Where each reply goes; nowhere if nobody asked for it.
    private(set) var slots: [(any ReplySink)?] = []
    /// The transactions, each from its MULTI to its EXEC.
    private(set) var transactions: [Range<Int>] = []
    /// The commands that may block, with the time that they may take for it.
    private(set) var blockers: [Blocker] = []

    init(connection: ConnectionName) {
        self.connection = connection
    }

    var commandCount: Int { ends.count }
    var isEmpty: Bool { ends.isEmpty }

    /// Where a command starts in ``bytes``.
    func start(of command: Int) -> Int { command == 0 ? 0 : ends[command - 1] }
}

extension Lane {
    /// Queues a command.
    mutating func append(_ arguments: borrowing ArgumentList, to slot: (any ReplySink)?) {
        append(arguments, arguments.ends.indices, to: slot)
        // The names of all commands that may block start with one of these letters.
        guard "bwx".utf8.contains((arguments.bytes.first ?? 0) | 0x20) else { return }
        noteBlocking(of: arguments.words)
    }

    /// Queues a command that lies among others and does not block.
    mutating func append(
        _ arguments: borrowing ArgumentList,
        _ range: Range<Int>,
        to slot: (any ReplySink)?
    ) {
        RESPEncoder.appendHeader(argumentCount: range.count, to: &bytes)
        let source = arguments.bytes.span
        var start = range.lowerBound == 0 ? 0 : arguments.ends[range.lowerBound - 1]
        for index in range {
            let end = arguments.ends[index]
            RESPEncoder.appendArgument(source.extracting(start..<end), to: &bytes)
            start = end
        }
        close(to: slot)
    }

    private mutating func close(to slot: (any ReplySink)?) {
        ends.append(bytes.count)
        slots.append(slot)
    }

    private mutating func noteBlocking(of words: [[UInt8]]) {
        let command = CommandTable.command(for: words)
        guard let timeout = command?.blockingTimeout(in: words) else { return }
        blockers.append(Blocker(command: commandCount - 1, timeout: timeout))
    }

    /// Says that a transaction lies here, its EXEC being the command queued last.
    mutating func noteTransaction(from command: Int) {
        transactions.append(command..<commandCount)
    }

    /// Takes back all commands but the first `count`, and gives up what waits for their replies.
    mutating func truncate(to count: Int) {
        guard count < commandCount else { return }
        abandonSlots(from: count)
        bytes.removeSubrange(start(of: count)...)
        ends.removeSubrange(count...)
        slots.removeSubrange(count...)
        while let last = transactions.last, last.upperBound > count { transactions.removeLast() }
        while let last = blockers.last, last.command >= count { blockers.removeLast() }
    }

    /// Fails the deferreds of all commands but the first `count`.
    func abandonSlots(from count: Int) {
        for slot in slots[count...] { slot?.fail(with: .abandoned) }
    }
}

/// A command that may block, by its position.
struct Blocker {
    let command: Int
    let timeout: BlockingTimeout
}
