package import RedpipeSyntax

/// Values of a wrong kind: the checker finds them where the script says what they are, the run where
/// it does not. Both say it in the same words.
extension Diagnostic {
    /// The code of what the checker finds.
    package static let kindFoundBeforeRun = "E0216"

    package static func notABool(_ id: String, _ kind: ValueKind, at span: SourceSpan) -> Diagnostic
    {
        Diagnostic(id, "a condition is a bool, not \(kind.name)", at: span)
            .help("compare it: `x == 1`, `x != null`, `len(x) > 0`")
    }

    package static func notASequence(
        _ id: String,
        _ kind: ValueKind,
        at span: SourceSpan
    ) -> Diagnostic {
        let diagnostic = Diagnostic(
            id,
            "`for` runs over a list, a map, a range or a stream, not \(kind.name)",
            at: span
        )
        return kind == .integer
            ? diagnostic.help("`for i in 0..<n` runs over the ints below `n`") : diagnostic
    }

    package static func notSpreadable(
        _ id: String,
        _ kind: ValueKind,
        at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(id, "`...` spreads a list or a map, not \(kind.name)", at: span)
    }

    package static func notNegatable(
        _ id: String,
        _ kind: ValueKind,
        at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(id, "`-` takes a number, not \(kind.name)", at: span)
    }

    package static func notAnArgument(
        _ id: String,
        _ kind: ValueKind,
        at span: SourceSpan
    ) -> Diagnostic {
        let diagnostic = Diagnostic(id, "\(kind.name) is no argument of a command", at: span)
        switch kind {
        case .boolean: return diagnostic.help("`\\(int(flag))` sends 1 or 0")
        case .list, .range:
            return diagnostic.help(
                "`$list...` makes one argument of each item, `\\(json(list))` one of all"
            )
        case .map:
            return diagnostic.help(
                "`$map...` makes key and value arguments, `\\(json(map))` one of all"
            )
        case .null: return diagnostic.help("give a value instead: `\\(x ?? \"\")`")
        default: return diagnostic
        }
    }

    package static func mismatch(
        _ id: String,
        _ operation: BinaryOperator,
        _ left: ValueKind,
        _ right: ValueKind,
        at span: SourceSpan
    ) -> Diagnostic {
        let diagnostic = Diagnostic(
            id,
            "`\(operation.rawValue)` does not take \(left.name) and \(right.name)",
            at: span
        )
        guard left.isString || right.isString, left.isNumber || right.isNumber else {
            return diagnostic
        }
        return operation == .add
            ? diagnostic.help("`int(x)` reads a text as a number, `text(x)` shows a number as text")
            : diagnostic.help("`int(x)` reads a text as a number")
    }
}
