package import RedpipeSyntax

/// Values of a wrong kind: the checker finds them where the script says what they are, the run where
/// it does not. Both say it in the same words.
extension Diagnostic {
    /// The code of what the checker finds.
    package static let kindFoundBeforeRun = "E0216"
    /// The code of values of the right kind that cannot be right either.
    package static let valueFoundBeforeRun = "E0218"

    package static func badExitCode(_ id: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(id, "`exit` takes an int from 0 to 125", at: span)
    }

    package static func divisionByZero(_ id: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(id, "division by zero", at: span)
    }

    package static func outOfRange(
        _ id: String,
        _ position: Int64,
        _ count: Int,
        at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(id, "there is no item \(position) in a list of \(count)", at: span)
    }

    package static func notIndexable(
        _ id: String,
        _ whole: ValueKind,
        _ key: ValueKind,
        at span: SourceSpan
    ) -> Diagnostic {
        let diagnostic = Diagnostic(id, "\(whole.name) has no item at \(key.name)", at: span)
        return whole.isString && key == .integer
            ? diagnostic.help("a range takes a part out of it: `x[0..<1]`") : diagnostic
    }

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
