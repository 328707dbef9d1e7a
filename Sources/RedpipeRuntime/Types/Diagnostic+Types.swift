import Redpipe
import RedpipeCompiler
import RedpipeFields
import RedpipeSyntax

/// The border to the library's errors of keys and records.
extension EvaluationError {
    static func raised(_ error: KeyspaceError, at span: SourceSpan) -> EvaluationError {
        switch error {
        case .template, .value, .noWord:
            .raised(Diagnostic("E0303", error.description, at: span))
        default: .raised(Diagnostic("E0302", error.description, at: span))
        }
    }

    static func raised(_ error: ModelError, at span: SourceSpan) -> EvaluationError {
        .failed(ScriptError(error, at: span, outcome: .notSent))
    }
}

extension ScriptError {
    convenience init(_ error: ModelError, at span: SourceSpan, outcome: Outcome) {
        let diagnostic: Diagnostic
        switch error {
        case .notLoaded(let field, let model):
            diagnostic = Diagnostic(
                "E0305",
                "`\(field)` of this `\(model)` was neither loaded nor saved",
                at: span
            ).help(
                field == TypedProperty.exists.rawValue
                    ? "`load()` tells: `….load()`"
                    : "`load()` reads it: `….load()` or `….load(\"\(field)\")`"
            )
        case .exists, .reply: diagnostic = Diagnostic("E0305", error.description, at: span)
        case .value(let field):
            if case .stored = field.found {
                diagnostic = Diagnostic("E0306", error.description, at: span)
            } else {
                diagnostic = Diagnostic("E0303", error.description, at: span)
            }
        default: diagnostic = Diagnostic("E0303", error.description, at: span)
        }
        self.init(diagnostic, outcome: outcome)
    }

    /// Stored bytes that do not fit their type.
    convenience init(_ error: FieldError, at span: SourceSpan) {
        self.init(Diagnostic("E0306", error.description, at: span), outcome: .answered)
    }
}
