extension Lexer {
    /// The next token of an expression.
    ///
    /// - Parameter acrossLines: Inside brackets, where a line break is only a blank.
    /// - Returns: The token; the cursor stands behind it.
    /// - Throws: What stands there instead of a token.
    package mutating func nextToken(acrossLines: Bool) throws(Diagnostic) -> Token {
        skipBlanks()
        skipComment()
        if acrossLines { skipEmptyLines() }
        let start = offset
        guard !isAtEnd else { return Token(kind: .endOfText, span: spanHere) }
        guard !isAtEndOfLine else {
            skipLineBreak()
            return Token(
                kind: .endOfLine,
                span: SourceSpan(source: source.id, range: start..<start)
            )
        }
        if endsAtSemicolon, byte == UInt8(ascii: ";") {
            return Token(kind: .endOfLine, span: spanHere)
        }
        let kind = try tokenKind()
        return Token(kind: kind, span: span(from: start))
    }

    private mutating func tokenKind() throws(Diagnostic) -> Token.Kind {
        if let name = acceptName() { return .name(name.name) }
        if let first = byte, Self.isDigit(first) { return try number() }
        if let quote = acceptQuote() { return .quote(quote) }
        if let symbol = acceptSymbol() { return .symbol(symbol) }
        throw unexpectedByte()
    }

    private mutating func acceptQuote() -> QuoteKind? {
        if starts(with: "\"\"\"") {
            advance(3)
            return .triple
        }
        switch byte {
        case UInt8(ascii: "\""):
            advance()
            return .double
        case UInt8(ascii: "'"):
            advance()
            return .single
        default:
            return nil
        }
    }

    private mutating func acceptSymbol() -> Symbol? {
        for symbol in Symbol.allCases where bytes[offset...].starts(with: symbol.rawValue.utf8) {
            advance(symbol.rawValue.utf8.count)
            return symbol
        }
        return nil
    }

    private func unexpectedByte() -> Diagnostic {
        guard let byte else { return .unexpectedEnd(at: spanHere) }
        if byte == 0 { return .nulByte(at: spanHere) }
        guard let scalar = bytes.scalar(at: offset, before: bytes.count)?.scalar else {
            return .notUTF8(at: spanHere)
        }
        return .unexpectedCharacter(scalar, at: spanHere)
    }

    // MARK: Numbers

    /// `42`, `1_000`, `1.5`, `1e16`; a sign is never part of a number.
    private mutating func number() throws(Diagnostic) -> Token.Kind {
        let start = offset
        skipDigits()
        var isFloat = false
        if byte == UInt8(ascii: "."), byte(ahead: 1).map(Self.isDigit) ?? false {
            isFloat = true
            advance()
            skipDigits()
        }
        if acceptExponent() { isFloat = true }
        let isJoined = byte.map(Self.startsName) ?? false
        if isJoined { while byte.map(Self.continuesName) ?? false { advance() } }
        let text = String(decoding: bytes[start..<offset].filter { $0 != 0x5f }, as: UTF8.self)
        if isFloat, let value = Double(text), value.isFinite { return .float(value) }
        if !isFloat, !isJoined, let value = UInt64(text), value <= Int64.min.magnitude {
            return .integer(value)
        }
        throw .invalidNumber(at: span(from: start), isTooLarge: !isJoined)
    }

    private mutating func skipDigits() {
        while let next = byte, Self.isDigit(next) || next == UInt8(ascii: "_") { advance() }
    }

    private mutating func acceptExponent() -> Bool {
        guard byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") else { return false }
        let sign = byte(ahead: 1)
        let signLength = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? 1 : 0
        guard byte(ahead: 1 + signLength).map(Self.isDigit) ?? false else { return false }
        advance(1 + signLength)
        skipDigits()
        return true
    }
}

extension Diagnostic {
    static func unexpectedEnd(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0101", "the text ends in the middle of an expression", at: span)
            .askingForMoreInput
    }

    static func nulByte(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0103", "a NUL byte cannot stand in a script", at: span)
            .help("write it as `\"\\x00\"`")
    }

    static func notUTF8(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0103", "this byte is not UTF-8", at: span)
            .help("only words of a command and strings may hold such bytes; or write `\"\\xff\"`")
    }

    fileprivate static func unexpectedCharacter(
        _ scalar: Unicode.Scalar,
        at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic("E0103", "`\(scalar)` means nothing in an expression", at: span)
            .help(meaning(of: scalar))
    }

    /// What was probably meant by a character of another language.
    private static func meaning(of scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "&": "`a and b` is true if both are"
        case "|": "`a or b` is true if one of them is"
        case "!": "`not a` is the opposite of `a`"
        case "?": "a value that depends: `a if condition else b`"
        case ";": "each statement has a line of its own"
        case "\u{201c}", "\u{201d}", "\u{201e}", "\u{2018}", "\u{2019}":
            "quotes are straight: `\"` or `'`"
        default: nil
        }
    }

    static func invalidNumber(at span: SourceSpan, isTooLarge: Bool) -> Diagnostic {
        isTooLarge
            ? Diagnostic("E0104", "this number does not fit into 64 bits", at: span)
            : Diagnostic("E0104", "this is neither a number nor a name", at: span)
    }
}
