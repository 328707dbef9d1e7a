import Redpipe
import RedpipeSyntax

/// Turns what failed in the library into errors of the script: the one border between the two.
///
/// A connection that failed is one error, however many commands it leaves without a reply.
struct FailureDescriber {
    private let summary: BlockSummary
    private var known: [ConnectionFailure: ScriptError] = [:]
    /// The error that is reported for a connection.
    private var roots: [ConnectionName: ScriptError] = [:]

    init(_ summary: BlockSummary) {
        self.summary = summary
    }

    mutating func describe(_ error: DeferredError, at span: SourceSpan) -> ScriptError {
        switch error {
        case .server(let error): return describe(error, at: span)
        case .connection(let failure): return describe(failure, at: span)
        default: return ScriptError(Diagnostic("E0501", error.description, at: span))
        }
    }

    private func describe(_ error: ServerError, at span: SourceSpan) -> ScriptError {
        var diagnostic = Diagnostic("E0501", error.message.printable, at: span)
        if summary.commandCount > 1 {
            diagnostic = diagnostic.note(
                "\(summary.succeededCount) of the \(summary.commandCount) commands of this "
                    + "round trip ran without an error"
            )
        }
        if let note = summary.batch?.note { diagnostic = diagnostic.note(note) }
        return ScriptError(
            diagnostic,
            code: String(decoding: error.code.rawValue, as: UTF8.self),
            message: error.message,
            outcome: .answered
        )
    }

    private mutating func describe(
        _ failure: ConnectionFailure,
        at span: SourceSpan
    ) -> ScriptError {
        if let known = known[failure] { return known }
        let root = roots[failure.connection]
        let error = ScriptError(
            root?.diagnostic ?? diagnostic(of: failure, at: span),
            message: failure.description,
            outcome: failure.outcome == .notSent ? .notSent : .unknown,
            severity: failure.reason.severity,
            isInterruption: failure.reason == .interrupted,
            root: root
        )
        known[failure] = error
        roots[failure.connection] = root ?? error
        return error
    }

    private func diagnostic(of failure: ConnectionFailure, at span: SourceSpan) -> Diagnostic {
        let reason = failure.reason.description.printable
        let place = "`\(failure.connection)`\(summary.address(of: failure.connection))"
        let message =
            failure.reason.category == .notConnected
            ? "cannot connect to \(place): \(reason)" : "connection \(place): \(reason)"
        let diagnostic = Diagnostic(failure.reason.diagnosticID, message, at: span)
        return notes(on: failure).reduce(diagnostic) { $0.note($1) }
    }

    /// What was answered, what may have run, what was not sent.
    private func notes(on failure: ConnectionFailure) -> [String] {
        guard let lane = summary.lanes[failure.connection] else { return [] }
        return [counts(of: lane)] + [summary.batch?.note].compactMap(\.self)
    }

    private func counts(of lane: LaneReport) -> String {
        guard lane.notSent.count < lane.commandCount else {
            return "nothing was sent on this connection"
        }
        var parts: [String] = []
        if lane.answeredCount > 0 { parts.append("\(lane.answeredCount) answered") }
        if !lane.unknown.isEmpty {
            let pronoun = lane.unknown.count == 1 ? "it" : "they"
            parts.append("\(lane.unknown.count) sent without a reply: \(pronoun) may have run")
        }
        if !lane.notSent.isEmpty { parts.append("\(lane.notSent.count) not sent") }
        let noun = lane.commandCount == 1 ? "command" : "commands"
        return "of \(lane.commandCount) \(noun): " + parts.joined(separator: ", ")
    }
}

extension ConnectionError {
    /// Our code for it.
    var diagnosticID: String {
        switch category {
        case .notConnected: "E0401"
        case .lost: "E0402"
        case .protocolBroken: "E0403"
        }
    }

    var severity: ScriptError.Severity {
        switch category {
        case .notConnected: .connecting
        case .lost: .lost
        case .protocolBroken: .protocolBroken
        }
    }
}
