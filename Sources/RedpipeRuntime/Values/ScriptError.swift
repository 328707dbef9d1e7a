import RedpipeCompiler
package import RedpipeSyntax

/// An error of a running script: what is shown, what a script can ask of it, how the run ends by it.
package final class ScriptError: Error {
    /// What the server knows of the command that failed.
    package enum Outcome: String, Sendable {
        case answered
        case notSent = "not sent"
        case unknown
    }

    /// How a run ends, in the order of how much is left in doubt.
    package enum Severity: Int, Comparable, Sendable {
        /// An error reply, or an error raised by the script.
        case script
        /// A connection could not be opened; nothing was sent on it.
        case connecting
        /// The server broke the protocol.
        case protocolBroken
        /// A connection was lost with commands not sent or of unknown outcome.
        case lost

        package static func < (left: Severity, right: Severity) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    package let diagnostic: Diagnostic
    /// The server's code, `WRONGTYPE`, or ours.
    package let code: String
    package let message: String
    package let outcome: Outcome
    package let severity: Severity
    /// The signal that ended the wait.
    package let isInterruption: Bool
    /// The error that stands for this one and others of the same cause.
    private let representative: ScriptError?

    package init(
        _ diagnostic: Diagnostic,
        code: String? = nil,
        message: String? = nil,
        outcome: Outcome = .notSent,
        severity: Severity = .script,
        isInterruption: Bool = false,
        root: ScriptError? = nil
    ) {
        self.diagnostic = diagnostic
        self.code = code ?? diagnostic.id
        self.message = message ?? diagnostic.message
        self.outcome = outcome
        self.severity = severity
        self.isInterruption = isInterruption
        representative = root
    }

    /// A signal has ended the run.
    static func interruption(at span: SourceSpan) -> ScriptError {
        ScriptError(Diagnostic("E0609", "interrupted", at: span), isInterruption: true)
    }

    /// Errors with one root are reported once.
    package var root: ScriptError { representative ?? self }
}

/// A deferred value that was read too early: what a message says of it.
struct PendingRead {
    private let origin: DeferredOrigin

    init(_ origin: DeferredOrigin) {
        self.origin = origin
    }

    var name: String? { origin.name }
    var span: SourceSpan { origin.span }
    var block: SourceSpan? { origin.block }
}

/// Why an expression has no value.
enum EvaluationError: Error {
    /// It reads a value that its block has not fetched yet.
    case pending(PendingRead, at: SourceSpan)
    case failed(ScriptError)
    /// Its block ends here, and nothing is to be reported: a batch has failed, which was reported or
    /// kept, or a refusal has ended the run.
    case ended(because: ScriptError)
}

extension EvaluationError {
    static func raised(_ diagnostic: Diagnostic) -> EvaluationError {
        .failed(ScriptError(diagnostic))
    }

    /// The error of what was reported or kept before.
    var isKnown: Bool {
        if case .ended = self { true } else { false }
    }

    /// The error to report if nothing waits for the value.
    var scriptError: ScriptError {
        switch self {
        case .failed(let error), .ended(let error): error
        case .pending(let read, let span):
            ScriptError(
                .usedEarly(
                    name: read.name,
                    at: span,
                    bound: read.span,
                    block: read.block,
                    isInFunction: false
                )
            )
        }
    }
}
