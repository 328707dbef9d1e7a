extension Lexer {
    /// What an escape of double-quoted text stands for; the cursor stands at the backslash.
    ///
    /// `\n \r \t \b \a`, `\xHH`, and any other byte for itself, as redis-cli reads them.
    mutating func acceptEscape(into text: inout [UInt8]) {
        advance()
        guard let escaped = byte else { return }
        if escaped == UInt8(ascii: "x"), let high = hexDigit(ahead: 1), let low = hexDigit(ahead: 2)
        {
            text.append(high << 4 | low)
            advance(3)
            return
        }
        switch escaped {
        case UInt8(ascii: "n"): text.append(0x0a)
        case UInt8(ascii: "r"): text.append(0x0d)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "a"): text.append(0x07)
        default: text.append(escaped)
        }
        advance()
    }

    private func hexDigit(ahead distance: Int) -> UInt8? {
        switch byte(ahead: distance) {
        case let digit? where Self.isDigit(digit): digit - UInt8(ascii: "0")
        case let digit? where (0x61...0x66).contains(digit): digit - 0x61 + 10
        case let digit? where (0x41...0x46).contains(digit): digit - 0x41 + 10
        default: nil
        }
    }

    /// The bytes up to the closing `"""`, which is skipped.
    ///
    /// A line break right after the opening one is dropped. `nil` if the text ends first.
    mutating func acceptTripleQuotedText() throws(Diagnostic) -> LiteralPart? {
        skipLineBreak()
        let start = offset
        while !isAtEnd {
            if starts(with: "\"\"\"") {
                let text = Array(bytes[start..<offset])
                let part = LiteralPart(bytes: text, span: span(from: start), dollarNames: [])
                advance(3)
                return part
            }
            if byte == 0 { throw .nulByte(at: spanHere) }
            advance()
        }
        return nil
    }

    /// The bytes up to the closing `'`, which is skipped.
    ///
    /// Inside, `\'` is a quote. `nil` if the line ends first.
    mutating func acceptSingleQuotedText() throws(Diagnostic) -> LiteralPart? {
        let start = offset
        var text: [UInt8] = []
        while !isAtEndOfLine, let next = byte {
            switch next {
            case 0:
                throw .nulByte(at: spanHere)
            case UInt8(ascii: "'"):
                let part = LiteralPart(bytes: text, span: span(from: start), dollarNames: [])
                advance()
                return part
            case UInt8(ascii: "\\") where byte(ahead: 1) == UInt8(ascii: "'"):
                text.append(UInt8(ascii: "'"))
                advance(2)
            default:
                text.append(next)
                advance()
            }
        }
        return nil
    }
}
