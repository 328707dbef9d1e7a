import DequeModule

/// Where the commands of a list came from, for those that are not answered yet.
///
/// Commands are counted from 0 as the connection counts them. Neighbours that differ only in their
/// line share an entry, so that a list without surprises needs one.
struct SentLines {
    private var runs: Deque<Run> = []

    /// A command's origin.
    struct Origin: Equatable {
        let line: Int
        /// Which one of the commands of its line it is, from 1, if the line has several.
        let repetition: Int?
        let role: CommandRole
    }

    private struct Run {
        let firstCommand: Int
        var count: Int
        let firstLine: Int
        /// Whether all commands come from one line.
        let isRepetition: Bool
        let role: CommandRole

        var commands: Range<Int> { firstCommand..<firstCommand + count }

        func origin(of command: Int) -> Origin {
            let offset = command - firstCommand
            return Origin(
                line: isRepetition ? firstLine : firstLine + offset,
                repetition: isRepetition ? offset + 1 : nil,
                role: role
            )
        }

        func isContinued(by line: Int, _ isRepetition: Bool, _ role: CommandRole) -> Bool {
            guard role == self.role, isRepetition == self.isRepetition else { return false }
            return line == (isRepetition ? firstLine : firstLine + count)
        }
    }

    /// How many commands were noted.
    private(set) var count = 0

    /// Notes the next command.
    mutating func append(line: Int, isRepetition: Bool, role: CommandRole) {
        if let last = runs.last, last.isContinued(by: line, isRepetition, role) {
            runs[runs.count - 1].count += 1
        } else {
            let run = Run(
                firstCommand: count,
                count: 1,
                firstLine: line,
                isRepetition: isRepetition,
                role: role
            )
            runs.append(run)
        }
        count += 1
    }

    /// Where a command came from; those before it are forgotten, but for one.
    mutating func advance(to command: Int) -> Origin? {
        while let first = runs.first, first.firstCommand + first.count < command {
            runs.removeFirst()
        }
        if let first = runs.first, first.commands.contains(command) {
            return first.origin(of: command)
        }
        return origin(of: command)
    }

    /// Where a command came from; `nil` for one that was forgotten or is yet to come.
    func origin(of command: Int) -> Origin? {
        let run = runs.first { $0.firstCommand + $0.count > command }
        guard let run, run.firstCommand <= command else { return nil }
        return run.origin(of: command)
    }
}
