/// What is wrong, where, and what to do about it.
///
/// Every stage declares its own diagnostics beside the code that throws them; ``DiagnosticRenderer``
/// alone draws them. Messages are lower case without a full stop, script text stands in backticks.
package struct Diagnostic: Error, Hashable, Sendable {
    package enum Severity: String, Sendable {
        case error
        case warning
        case note
    }

    /// A second place that explains the first: where a name was bound, which block is open.
    package struct Mark: Hashable, Sendable {
        package let span: SourceSpan
        package let label: String
    }

    package var severity = Severity.error
    /// The stable code, `E0201`; `redpipe help E0201` explains it.
    package let id: String
    package let message: String
    /// The offending token, not its line.
    package let span: SourceSpan
    /// Written behind the caret.
    package var label = ""
    package var marks: [Mark] = []
    /// What to do instead; `%line` in it is drawn as the number of the line,
    /// `%text` as what the diagnostic marks.
    package var help: [String] = []
    package var notes: [String] = []
    /// The text ended inside an open block, bracket or string: a REPL asks for the next line.
    package var needsMoreInput = false

    package init(_ id: String, _ message: String, at span: SourceSpan, label: String = "") {
        self.id = id
        self.message = message
        self.span = span
        self.label = label
    }

    package func help(_ text: String) -> Diagnostic {
        var copy = self
        copy.help.append(text)
        return copy
    }

    package func help(_ text: String?) -> Diagnostic {
        text.map { help($0) } ?? self
    }

    /// With other words of help than those it has.
    package func replacingHelp(_ text: String) -> Diagnostic {
        var copy = self
        copy.help = [text]
        return copy
    }

    package func note(_ text: String) -> Diagnostic {
        var copy = self
        copy.notes.append(text)
        return copy
    }

    package func mark(_ span: SourceSpan?, _ label: String) -> Diagnostic {
        guard let span else { return self }
        var copy = self
        copy.marks.append(Mark(span: span, label: label))
        return copy
    }

    package var asWarning: Diagnostic {
        var copy = self
        copy.severity = .warning
        return copy
    }

    package var asNote: Diagnostic {
        var copy = self
        copy.severity = .note
        return copy
    }

    package var askingForMoreInput: Diagnostic {
        var copy = self
        copy.needsMoreInput = true
        return copy
    }
}
