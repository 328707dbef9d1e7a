import DequeModule
import RedpipeRESP

/// What the commands of a list have set on their connection, to be set on another one.
///
/// Replies decide: what a server refused, what it queued for a transaction that was then discarded
/// or aborted, has set nothing.
struct ListSessionState {
    /// The commands that have set what no later one has, in order.
    private var settings: [Setting] = []
    private var isWatching = false
    /// The transaction that is open.
    private var transaction: Transaction?
    /// Commands that are not answered.
    private var pending: Deque<Pending> = []

    private struct Setting {
        /// What it has set that still counts.
        var aspects: SessionAspects
        let command: [UInt8]
    }

    private enum Change {
        case set(SessionAspects, [UInt8])
        case watch(Bool)
        case reset([UInt8])
        case begin
        case execute
        case discard

        /// Whether a transaction only queues it.
        var isQueued: Bool {
            switch self {
            case .set, .watch: true
            case .reset, .begin, .execute, .discard: false
            }
        }
    }

    private struct Pending {
        let command: Int
        let change: Change
    }

    private struct Transaction {
        /// The command behind its `MULTI`.
        let start: Int
        /// Commands that were refused all the same do not stand in the reply to `EXEC`.
        var refusedCount = 0
        /// What it will change, with the numbers of the commands from 1.
        var changes: [(element: Int, change: Change)] = []
    }

    /// Notes what a command will change once it succeeds.
    mutating func note(_ role: CommandRole, at command: Int, _ source: borrowing CommandSource) {
        let change: Change? =
            switch role {
            case .changesSession(let aspects):
                .set(aspects, source.commandBytes)
            case .watches(let isWatching): .watch(isWatching)
            case .resets: .reset(source.commandBytes)
            case .beginsTransaction: .begin
            case .executesTransaction: .execute
            case .discardsTransaction: .discard
            default: nil
            }
        if let change { pending.append(Pending(command: command, change: change)) }
    }

    /// Takes the news that a command was answered.
    mutating func settle(at command: Int, _ outcome: ReplyOutcome) {
        assumeSuccess(before: command)
        guard let first = pending.first, first.command == command else { return }
        pending.removeFirst()
        take(first, outcome)
    }

    /// What was sent and not answered counts as done: what follows relies on it.
    private mutating func assumeSuccess(before command: Int) {
        while let first = pending.first, first.command < command {
            pending.removeFirst()
            take(first, transaction != nil && first.change.isQueued ? .queued : .done(failures: []))
        }
    }

    private mutating func take(_ pending: Pending, _ outcome: ReplyOutcome) {
        switch (outcome, pending.change) {
        // EXECABORT, or there was none.
        case (.refused, .execute): endTransaction()
        case (.refused, _): transaction?.refusedCount += 1
        case (.queued, let change): enqueue(change, at: pending.command)
        case (.aborted, .execute), (.done, .discard): endTransaction()
        case (.done(let failures), .execute): execute(except: failures)
        case (.done, .begin): transaction = Transaction(start: pending.command + 1)
        case (.done, let change), (.aborted, let change): apply(change)
        }
    }

    private mutating func enqueue(_ change: Change, at command: Int) {
        guard let transaction else { return }
        let element = command - transaction.start - transaction.refusedCount + 1
        self.transaction?.changes.append((element, change))
    }

    private mutating func execute(except failures: [Int]) {
        let changes = transaction?.changes ?? []
        endTransaction()
        for (element, change) in changes where !failures.contains(element) { apply(change) }
    }

    private mutating func endTransaction() {
        guard transaction != nil else { return }
        transaction = nil
        isWatching = false
    }

    private mutating func apply(_ change: Change) {
        switch change {
        case .set(let aspects, let command): set(aspects, command)
        case .watch(let isWatching): self.isWatching = isWatching
        case .reset(let command):
            endTransaction()
            isWatching = false
            // Also on another connection: it undoes what the options have set.
            set(.all, command)
        case .begin, .execute, .discard: break
        }
    }

    private mutating func set(_ aspects: SessionAspects, _ command: [UInt8]) {
        for index in settings.indices { settings[index].aspects.subtract(aspects) }
        settings.removeAll(where: \.aspects.isEmpty)
        settings.append(Setting(aspects: aspects, command: command))
    }

    /// The commands that set up another connection, in order.
    ///
    /// - Parameter command: The first command that was not sent.
    /// - Returns: `nil` if a connection cannot be brought into that state.
    mutating func restoration(before command: Int) -> [[UInt8]]? {
        assumeSuccess(before: command)
        guard !isWatching else { return nil }
        return settings.map(\.command)
    }
}

extension CommandSource {
    /// The current command as it goes over the wire.
    var commandBytes: [UInt8] {
        var bytes: [UInt8] = []
        withCommand { bytes = Array($0) }
        return bytes
    }
}
