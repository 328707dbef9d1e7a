/// Draws a diagnostic: the GNU first line, the source lines with their carets, then help and notes.
///
///     flow.rp:4:12: error[E0201]: `n` has no value yet
///       4 |   SET last $n
///         |            ^^ read here, inside the block that will fetch it
///         = note: nothing was sent
package struct DiagnosticRenderer: Sendable {
    private let files: SourceFiles
    private let style: TextStyle

    package init(files: SourceFiles, style: TextStyle = .plain) {
        self.files = files
        self.style = style
    }

    /// The diagnostic as lines, the last one ended too.
    package func render(_ diagnostic: Diagnostic) -> String {
        let marks = drawnMarks(of: diagnostic)
        let gutter = marks.map { String($0.line.number).count }.max() ?? 1
        var lines = [heading(of: diagnostic)]
        lines += excerpts(marks, gutter: gutter)
        let margin = String(repeating: " ", count: gutter + 3)
        for (kind, texts) in [("help", diagnostic.help), ("note", diagnostic.notes)] {
            lines += texts.map { text in
                let text = filled(text, for: diagnostic)
                return margin + style.paint("=", as: .gutter) + " \(kind): \(Self.harmless(text))"
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// Puts in what only the renderer knows: `%line` and `%text`.
    private func filled(_ text: String, for diagnostic: Diagnostic) -> String {
        text.split(separator: "%text", omittingEmptySubsequences: false).map { part in
            part.split(separator: "%line", omittingEmptySubsequences: false)
                .joined(separator: String(files.lineNumber(of: diagnostic.span)))
        }.joined(separator: markedText(of: diagnostic))
    }

    private func markedText(of diagnostic: Diagnostic) -> String {
        guard let source = files[diagnostic.span.source] else { return "…" }
        let text = String(decoding: source.bytes[diagnostic.span.range], as: UTF8.self)
        return text.contains("\n") || text.count > 60 ? "…" : text
    }

    private func heading(of diagnostic: Diagnostic) -> String {
        let source = files[diagnostic.span.source]
        let place = source.map { self.place(of: diagnostic.span, in: $0) + ": " } ?? ""
        let role: TextStyle.Role = diagnostic.severity == .error ? .error : .warning
        let kind = style.paint("\(diagnostic.severity.rawValue)[\(diagnostic.id)]", as: role)
        return place + kind + ": " + style.paint(Self.harmless(diagnostic.message), as: .strong)
    }

    /// Messages may quote what a script computed or a server sent.
    private static func harmless(_ text: String) -> String {
        text.shortened(to: 600).printable
    }

    /// `name:line:column`, the column in characters from 1.
    private func place(of span: SourceSpan, in source: SourceText) -> String {
        let line = source.line(at: span.start)
        let before = source.bytes[line.range.lowerBound..<max(line.range.lowerBound, span.start)]
        // Counting the characters of a line of megabytes would take seconds; there code points do.
        let text = String(decoding: before, as: UTF8.self)
        let column = (before.count > 1 << 14 ? text.unicodeScalars.count : text.count) + 1
        return "\(source.name.printable):\(line.number):\(column)"
    }

    private struct DrawnMark {
        let source: SourceText
        let line: SourceLine
        let span: SourceSpan
        let label: String
        let isPrimary: Bool
    }

    /// The marks in the order in which they are drawn: other files first, then by line.
    private func drawnMarks(of diagnostic: Diagnostic) -> [DrawnMark] {
        let own = drawn(diagnostic.span, diagnostic.label, isPrimary: true)
        let others = diagnostic.marks.map { drawn($0.span, $0.label, isPrimary: false) }
        let all = ([own] + others).compactMap(\.self)
        return all.enumerated().sorted { one, other in
            let (a, b) = (one.element, other.element)
            let here = diagnostic.span.source
            if (a.source.id == here) != (b.source.id == here) { return a.source.id != here }
            return (a.line.number, a.span.start, one.offset)
                < (b.line.number, b.span.start, other.offset)
        }.map(\.element)
    }

    private func drawn(_ span: SourceSpan, _ label: String, isPrimary: Bool) -> DrawnMark? {
        files[span.source].map { source in
            DrawnMark(
                source: source,
                line: source.line(at: span.start),
                span: span,
                label: label,
                isPrimary: isPrimary
            )
        }
    }

    private func excerpts(_ marks: [DrawnMark], gutter: Int) -> [String] {
        var lines: [String] = []
        var previous: DrawnMark?
        for mark in marks {
            let excerpt = SourceExcerpt(of: mark.line, in: mark.source, around: mark.span.start)
            if previous.map({ $0.line != mark.line || $0.source.id != mark.source.id }) ?? true {
                if mark.source.id != marks.first(where: \.isPrimary)?.source.id,
                    previous?.source.id != mark.source.id
                {
                    lines.append(margin("", gutter) + " in \(mark.source.name)")
                }
                lines.append(margin(String(mark.line.number), gutter) + " " + excerpt.text)
            }
            lines.append(margin("", gutter) + " " + underline(mark, excerpt))
            previous = mark
        }
        return lines
    }

    private func margin(_ number: String, _ gutter: Int) -> String {
        let padding = String(repeating: " ", count: gutter + 2 - number.count)
        return style.paint(padding + number + " |", as: .gutter)
    }

    private func underline(_ mark: DrawnMark, _ excerpt: SourceExcerpt) -> String {
        let cells = excerpt.cells(of: mark.span.range)
        let strokes = String(repeating: mark.isPrimary ? "^" : "-", count: cells.count)
        let role: TextStyle.Role = mark.isPrimary ? .error : .gutter
        let label = mark.label.isEmpty ? "" : " " + mark.label
        let indent = String(repeating: " ", count: cells.lowerBound)
        return indent + style.paint(strokes + label, as: role)
    }
}
