extension Parser {
    /// The text of a string up to its closing quote; the opening one is already taken.
    mutating func parseString(
        _ kind: QuoteKind,
        from start: Int,
        into text: inout TextBuilder
    ) throws(Diagnostic) {
        switch kind {
        case .double:
            try parseDoubleQuotedText(from: start, into: &text)
        case .single:
            guard let part = try lexer.acceptSingleQuotedText() else {
                throw .unclosedString(kind, at: openingQuote(from: start))
            }
            text.append(part)
        case .triple:
            guard let part = try lexer.acceptTripleQuotedText() else {
                throw .unclosedString(kind, at: openingQuote(from: start)).askingForMoreInput
            }
            text.append(part)
        }
    }

    private mutating func parseDoubleQuotedText(
        from start: Int,
        into text: inout TextBuilder
    ) throws(Diagnostic) {
        while !lexer.isAtEndOfLine, let next = lexer.byte {
            switch next {
            case 0: throw .nulByte(at: lexer.spanHere)
            case UInt8(ascii: "\""):
                lexer.advance()
                return
            case UInt8(ascii: "\\") where lexer.byte(ahead: 1) == UInt8(ascii: "("):
                try parseHole(into: &text)
            case UInt8(ascii: "\\") where isAtLastByteOfLine:
                throw .unclosedString(.double, at: openingQuote(from: start))
            case UInt8(ascii: "\\"):
                text.appendEscape(from: &lexer)
            default:
                text.appendByte(from: &lexer)
            }
        }
        throw .unclosedString(.double, at: openingQuote(from: start))
    }

    /// A quoted text does not go on in the next line.
    private var isAtLastByteOfLine: Bool {
        var ahead = lexer
        ahead.advance()
        return ahead.isAtEndOfLine
    }

    /// `"\(" expr ")"`: one value, never split or parsed again.
    mutating func parseHole(into text: inout TextBuilder) throws(Diagnostic) {
        let start = lexer.offset
        lexer.advance(2)
        let hole = try inBrackets { (parser) throws(Diagnostic) in
            let hole = try parser.parseExpression()
            try parser.expect(.rightParenthesis)
            return hole
        }
        text.append(hole: hole, endingAt: lexer, startedAt: start)
    }

    private func openingQuote(from start: Int) -> SourceSpan {
        SourceSpan(source: lexer.source.id, range: start..<min(start + 1, lexer.bytes.count))
    }
}

extension Diagnostic {
    fileprivate static func unclosedString(_ kind: QuoteKind, at span: SourceSpan) -> Diagnostic {
        let diagnostic = Diagnostic(
            "E0102",
            "this `\(kind.rawValue)` is never closed",
            at: span
        )
        switch kind {
        case .triple: return diagnostic
        case .double: return diagnostic.help("text over several lines goes between `\"\"\"`")
        case .single:
            return diagnostic.help(
                "in single quotes `\\'` is a quote, so a text that ends in `\\` needs double quotes"
            )
        }
    }
}
