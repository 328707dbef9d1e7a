extension Parser {
    /// `WORD`: redis-cli's splitting with names, holes and `"""`; `nil` at the end of the command.
    mutating func parseWordIfPresent() throws(Diagnostic) -> Word? {
        skipWordBlanks()
        if lexer.isAtEndOfLine || (isInline && isAtClosingBrace) { return nil }
        let start = lexer.offset
        if let reference = acceptReference() {
            return Word(
                content: .reference(reference),
                isBare: true,
                span: lexer.span(from: start)
            )
        }
        var text = TextBuilder(lexer)
        var isBare = true
        while !isAtWordEnd {
            guard let next = lexer.byte else { break }
            switch next {
            case 0: throw .nulByte(at: lexer.spanHere)
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                isBare = false
                try parseQuotedPart(of: &text, isFirst: lexer.offset == start)
            case UInt8(ascii: "\\") where lexer.byte(ahead: 1) == UInt8(ascii: "("):
                try parseHole(into: &text)
            default: text.appendByte(from: &lexer)
            }
        }
        let parts = text.finish(lexer)
        return Word(content: .text(parts), isBare: isBare, span: lexer.span(from: start))
    }

    /// Between words `\v` and `\f` are blanks too, as in redis-cli; inside a word they are not.
    private mutating func skipWordBlanks() {
        lexer.skipBlanks()
        while lexer.byte == 0x0b || lexer.byte == 0x0c || (isAtWordEnd && !lexer.isAtEndOfLine) {
            lexer.advance()
            lexer.skipBlanks()
        }
    }

    private var isAtWordEnd: Bool {
        switch lexer.byte {
        case nil, UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
            true
        default: false
        }
    }

    /// The quoted end of a word; white space must follow its closing quote.
    private mutating func parseQuotedPart(
        of text: inout TextBuilder,
        isFirst: Bool
    ) throws(Diagnostic) {
        let start = lexer.offset
        let kind = acceptQuote(mayBeTriple: isFirst)
        try parseString(kind, from: start, into: &text)
        guard isAtWordEnd || lexer.byte == 0x0b || lexer.byte == 0x0c else {
            throw .textBehindQuote(at: lexer.spanHere, word: wordAround(start))
        }
    }

    private mutating func acceptQuote(mayBeTriple: Bool) -> QuoteKind {
        if mayBeTriple, lexer.starts(with: "\"\"\"") {
            lexer.advance(3)
            return .triple
        }
        let kind: QuoteKind = lexer.byte == UInt8(ascii: "'") ? .single : .double
        lexer.advance()
        return kind
    }

    /// The bytes from the last blank before a place to the end of the line: what a person took for
    /// one word.
    private func wordAround(_ offset: Int) -> String {
        let bytes = lexer.bytes
        let lineStart = bytes[..<offset].lastIndex { Lexer.isBlank($0) || $0 == 0x0a } ?? -1
        let end = bytes[offset...].firstIndex(of: 0x0a) ?? bytes.count
        return String(decoding: bytes[(lineStart + 1)..<end], as: UTF8.self)
    }

    // MARK: References

    /// `$name`, `$user.name`, `$list[0]`, `$list...` as a whole word.
    private mutating func acceptReference() -> Reference? {
        let start = lexer.offset
        guard lexer.byte == UInt8(ascii: "$") else { return nil }
        lexer.advance()
        if let name = lexer.acceptName() {
            var value = Expression(.name(name.name), at: lexer.span(from: start))
            while let accessed = acceptAccess(of: value, from: start) { value = accessed }
            let isSpread = lexer.starts(with: "...")
            if isSpread { lexer.advance(3) }
            if isAtWordEnd { return Reference(value: value, name: name, isSpread: isSpread) }
        }
        lexer.rewind(to: start)
        return nil
    }

    /// `.field` or `[index]` behind a name.
    private mutating func acceptAccess(of value: Expression, from start: Int) -> Expression? {
        let before = lexer.offset
        if lexer.byte == UInt8(ascii: "."), lexer.byte(ahead: 1) != UInt8(ascii: ".") {
            lexer.advance()
            if let field = lexer.acceptName() {
                return Expression(.member(value, field), at: lexer.span(from: start))
            }
        } else if lexer.byte == UInt8(ascii: "["), let index = acceptLiteralIndex() {
            return Expression(.index(value, index), at: lexer.span(from: start))
        }
        lexer.rewind(to: before)
        return nil
    }

    private mutating func acceptLiteralIndex() -> Expression? {
        lexer.advance()
        let start = lexer.offset
        if lexer.byte == UInt8(ascii: "-") { lexer.advance() }
        while lexer.byte.map(Lexer.isDigit) ?? false { lexer.advance() }
        let span = lexer.span(from: start)
        let digits = String(decoding: lexer.bytes[start..<lexer.offset], as: UTF8.self)
        guard lexer.byte == UInt8(ascii: "]"), let index = Int64(digits) else { return nil }
        lexer.advance()
        return Expression(.integer(index), at: span)
    }
}

extension Diagnostic {
    fileprivate static func textBehindQuote(at span: SourceSpan, word: String) -> Diagnostic {
        let diagnostic = Diagnostic(
            "E0102",
            "a blank must follow the closing quote",
            at: span
        )
        guard word.hasPrefix("{") || word.hasPrefix("[") else {
            return diagnostic.help(
                "quote the whole word; inside double quotes write `\\\"` for a quote"
            )
        }
        return diagnostic.help(
            "JSON as an argument goes into single quotes, `'{\"a\": 1}'`, "
                + "or is made of a value, `\\(json(x))`"
        )
    }
}
