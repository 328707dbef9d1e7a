import DequeModule
import RedpipeRESP

/// What the commands of a list have set on their connection, to be set on another one.
struct ListSessionState {
    private var settings: [SessionAspect: [UInt8]] = [:]
    private var isWatching = false
    /// Changes by commands that are not answered.
    private var pending: Deque<(command: Int, change: Change)> = []

    private enum Change {
        case set(SessionAspect, [UInt8])
        case watch(Bool)
        case reset
    }

    /// Notes what a command will change once it succeeds.
    mutating func note(_ role: CommandRole, at command: Int, _ source: borrowing CommandSource) {
        let change: Change? =
            switch role {
            case .changesSession(let aspect): .set(aspect, source.commandBytes)
            case .changesProtocol: .set(.protocolVersion, source.commandBytes)
            case .watches(let isWatching): .watch(isWatching)
            case .executesTransaction, .discardsTransaction: .watch(false)
            case .resets: .reset
            default: nil
            }
        if let change { pending.append((command, change)) }
    }

    /// Takes the news that a command was answered.
    mutating func settle(at command: Int, isError: Bool) {
        guard let first = pending.first, first.command <= command else { return }
        pending.removeFirst()
        if !isError || first.command < command { apply(first.change) }
    }

    private mutating func apply(_ change: Change) {
        switch change {
        case .set(let aspect, let command): settings[aspect] = command
        case .watch(let isWatching): self.isWatching = isWatching
        case .reset: self = ListSessionState()
        }
    }

    /// The commands that set up another connection, in order.
    ///
    /// What was sent and not answered counts as done: what follows relies on it.
    ///
    /// - Parameter command: The first command that was not sent.
    /// - Returns: `nil` if a connection cannot be brought into that state.
    mutating func restoration(before command: Int) -> [[UInt8]]? {
        while let first = pending.first, first.command < command {
            pending.removeFirst()
            apply(first.change)
        }
        guard !isWatching else { return nil }
        return SessionAspect.allCases.compactMap { settings[$0] }
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
