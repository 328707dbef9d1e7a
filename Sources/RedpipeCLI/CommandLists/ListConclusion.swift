import Glibc
import Redpipe
import RedpipeRuntime

/// Says how a run of a list went, and how the program ends.
struct ListConclusion {
    private let ending: ListEnding
    private let tally: ListTally
    private let report: DeliveryReport
    private let grammar: CommandSource.Grammar
    /// What messages call the list.
    private let listName: String
    private let connection: Connection
    private let sentCount: Int
    private let confirmedCount: Int
    /// Whether the last connection was to take the place of a lost one.
    private let replacesConnection: Bool
    private let isStreaming: Bool
    private let hasLosses: Bool
    private let errors: FileOutput

    init(_ run: borrowing ListRun, _ ending: ListEnding) {
        self.ending = run.ending ?? ending
        tally = run.tally
        grammar = run.source.grammar
        listName = run.source.reader.name
        connection = run.connection
        sentCount = run.sentCount
        confirmedCount = run.confirmedCount
        replacesConnection = run.recovery.map { $0.end > 0 } ?? false
        isStreaming = run.isStreaming
        hasLosses = run.hasLosses
        errors = run.errors
        report = run.deliveryReport
    }

    /// Writes what there is to say.
    ///
    /// - Returns: How the program ends; after a signal it ends here.
    func conclude() -> ExitStatus {
        summarize()
        if let message { errors.write("redpipe: \(message)\n") }
        errors.flush()
        switch ending {
        case .interrupted(let number): dieBySignal(number)
        case .outputClosed: dieBySignal(SIGPIPE)
        default:
            let statuses = [
                ownStatus, tally.isFine ? .success : .failure, hasLosses ? .lost : .success,
            ]
            return statuses.max() ?? .success
        }
    }

    /// Counts replies and errors, where that says more than the replies do.
    private func summarize() {
        switch grammar {
        case .arguments: break
        case .resp:
            errors.write("errors: \(tally.errorCount), replies: \(tally.replyCount)\n")
        case .lines, .undecided:
            if !tally.isFine { errors.write("\(tally)\n") }
        }
    }

    private var ownStatus: ExitStatus {
        switch ending {
        case .finished, .interrupted, .outputClosed: .success
        case .stopped: .failure
        // To whoever has written the list it is one connection, and something was sent on it.
        case .failed(let error) where replacesConnection && error.category == .notConnected: .lost
        case .failed(let error): ExitStatus(error.category)
        case .outputFailed: .unwritableOutput
        case .inputFailed: .unreadableInput
        }
    }
}

extension ListConclusion {
    private var message: String? {
        switch ending {
        case .finished, .outputClosed: nil
        case .stopped(let line): stopMessage(line)
        case .interrupted: isStreaming ? nil : interruptionMessage
        case .failed(let error): message(error)
        case .outputFailed(let words): "cannot write to standard output: \(words): \(report)"
        case .inputFailed(let words): "cannot read \(listName): \(words)"
        }
    }

    private func stopMessage(_ line: Int) -> String {
        let later = report.part(.confirmed)?.last.flatMap { last in
            last.line > line ? DeliveryReport.Part(.alreadySent, after: line, to: last) : nil
        }
        let parts = [later, report.part(.notSent)].compactMap(\.self)
        let text = parts.map { ", \($0)" }.joined()
        return "\(listName): stopped at \(report.unit.rawValue) \(line)\(text)"
    }

    private var interruptionMessage: String {
        let rest = sentCount - confirmedCount
        var text = "interrupted: \(confirmedCount) of \(sentCount) replies received"
        if rest > 0 { text += "; the other \(rest) commands may have run" }
        if let part = report.part(.notSent), grammar != .arguments {
            text += "; \(report.unit.rawValue)s \(part)"
        }
        return text
    }

    private func message(_ error: ConnectionError) -> String {
        let place = connection.endpoint.map { " (\($0.address))" } ?? ""
        let address = "\(connection.name)\(place)"
        switch error {
        case .authenticationRequired, .authenticationFailed:
            return "cannot authenticate at \(address): \(error)\(outcome)\n" + hint(error)
        case .databaseRefused: return "cannot select at \(address): \(error)\(outcome)"
        case .notRedis: return "\(address): \(error)\(outcome)"
        case _ where error.category == .notConnected:
            return "cannot connect to \(address): \(error)\(outcome)"
        default:
            let list = grammar == .arguments ? "" : "\(listName): "
            return "\(list)connection \(connection.name) lost (\(error))\(outcome)"
        }
    }

    private func hint(_ error: ConnectionError) -> String {
        let ways = "REDISCLI_AUTH, --askpass or redis://USER:PASSWORD@HOST"
        return "  hint: give the password with \(ways)"
    }

    /// What became of the lines, if any were sent.
    private var outcome: String {
        if grammar == .arguments {
            return sentCount > confirmedCount
                ? ": the command was sent and may have run" : ": nothing was sent"
        }
        return sentCount > 0 ? ": \(report)" : ": nothing was sent"
    }
}

extension ExitStatus {
    fileprivate init(_ category: ConnectionError.Category) {
        switch category {
        case .notConnected: self = .notConnected
        case .lost: self = .lost
        case .protocolBroken: self = .protocolBroken
        }
    }
}
