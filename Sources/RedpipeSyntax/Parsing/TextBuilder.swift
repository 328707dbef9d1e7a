/// Collects the parts of a word or a string: runs of bytes and the holes between them.
struct TextBuilder {
    private var parts: [WordPart] = []
    private var bytes: [UInt8] = []
    private var start: Int
    private var dollarNames: [DollarName] = []

    init(_ lexer: Lexer) {
        start = lexer.offset
    }

    /// Takes one byte as it stands, and notes a `$name` that starts there.
    mutating func appendByte(from lexer: inout Lexer) {
        guard let byte = lexer.byte else { return }
        if byte == UInt8(ascii: "$") { noteName(after: lexer) }
        bytes.append(byte)
        lexer.advance()
    }

    mutating func appendEscape(from lexer: inout Lexer) {
        lexer.acceptEscape(into: &bytes)
    }

    mutating func append(_ part: LiteralPart) {
        bytes += part.bytes
    }

    mutating func append(hole: Expression, endingAt lexer: Lexer, startedAt holeStart: Int) {
        endLiteral(at: holeStart, lexer)
        parts.append(.hole(hole))
        start = lexer.offset
    }

    mutating func finish(_ lexer: Lexer) -> [WordPart] {
        endLiteral(at: lexer.offset, lexer)
        return parts
    }

    private mutating func endLiteral(at end: Int, _ lexer: Lexer) {
        guard !bytes.isEmpty || parts.isEmpty else { return }
        let span = SourceSpan(source: lexer.source.id, range: start..<max(start, end))
        parts.append(.literal(LiteralPart(bytes: bytes, span: span, dollarNames: dollarNames)))
        bytes = []
        dollarNames = []
    }

    /// `$name`, or `${name}` and `$(name)` as shells write it.
    private mutating func noteName(after lexer: Lexer) {
        var ahead = lexer
        ahead.advance()
        let opening = ahead.byte
        let closing: UInt8? =
            switch opening {
            case UInt8(ascii: "{"): UInt8(ascii: "}")
            case UInt8(ascii: "("): UInt8(ascii: ")")
            default: nil
            }
        if closing != nil { ahead.advance() }
        guard let name = ahead.acceptName() else { return }
        while ahead.skipAccess() {}
        let expression = lexer.bytes[name.span.start..<ahead.offset]
        if closing != nil, ahead.byte == closing { ahead.advance() }
        let span = ahead.span(from: lexer.offset)
        dollarNames.append(
            DollarName(
                name: Identifier(name: name.name, span: span),
                expression: String(decoding: expression, as: UTF8.self),
                spelling: String(decoding: lexer.bytes[span.range], as: UTF8.self)
            )
        )
    }
}
