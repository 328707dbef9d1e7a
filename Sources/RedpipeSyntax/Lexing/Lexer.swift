/// A cursor over a source text that reads it in two ways: as tokens of an expression, and byte by
/// byte as words of a command.
///
/// Only the parser knows which of the two a place wants, so it pulls: there is no array of tokens.
/// Each read starts where the last one ended, and what it skips is blanks, comments and line
/// continuations, so tokens and gaps together cover the source.
package struct Lexer {
    let source: SourceText
    let bytes: [UInt8]
    /// Among declared fields a `;` ends an expression as a line break does.
    var endsAtSemicolon = false
    package private(set) var offset: Int

    package init(_ source: SourceText) {
        self.source = source
        bytes = source.bytes
        offset = 0
    }

    // MARK: Bytes

    var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    func byte(ahead distance: Int) -> UInt8? {
        offset + distance < bytes.count ? bytes[offset + distance] : nil
    }

    var previousByte: UInt8? { offset > 0 ? bytes[offset - 1] : nil }

    mutating func advance(_ count: Int = 1) {
        offset = min(offset + count, bytes.count)
    }

    mutating func rewind(to offset: Int) {
        self.offset = offset
    }

    func starts(with text: StaticString) -> Bool {
        guard offset + text.utf8CodeUnitCount <= bytes.count else { return false }
        return text.withUTF8Buffer { buffer in
            unsafe buffer.elementsEqual(bytes[offset..<offset + buffer.count])
        }
    }

    func span(from start: Int) -> SourceSpan {
        SourceSpan(source: source.id, range: start..<max(start, offset))
    }

    /// The span of the byte at the cursor, or of nothing at the end of a line.
    var spanHere: SourceSpan {
        var width = 0
        if !isAtEndOfLine {
            width = bytes.scalar(at: offset, before: bytes.count)?.byteCount ?? 1
        }
        return SourceSpan(source: source.id, range: offset..<offset + width)
    }

    // MARK: Lines

    var isAtEnd: Bool { offset >= bytes.count }

    var isAtEndOfLine: Bool {
        switch byte {
        case nil, UInt8(ascii: "\n"): true
        case UInt8(ascii: "\r"): byte(ahead: 1).map { $0 == UInt8(ascii: "\n") } ?? true
        default: false
        }
    }

    var isAtBlank: Bool {
        byte.map(Self.isBlank) ?? false
    }

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    /// Some editors put U+FEFF before a text.
    mutating func skipByteOrderMark() {
        if bytes.starts(with: [0xef, 0xbb, 0xbf]) { advance(3) }
    }

    /// Skips the line break, if the cursor stands at one.
    mutating func skipLineBreak() {
        if byte == UInt8(ascii: "\r") { advance() }
        if byte == UInt8(ascii: "\n") { advance() }
    }

    /// Skips to the line break.
    mutating func skipLine() {
        while !isAtEndOfLine { advance() }
    }

    /// Skips to the line break of the last line that belongs to this one.
    mutating func skipContinuedLine() {
        skipLine()
        while previousByte == UInt8(ascii: "\\"), !isAtEnd,
            offset > 1, Self.isBlank(bytes[offset - 2])
        {
            skipLineBreak()
            skipLine()
        }
    }

    /// Skips blanks, and the line break after a blank and a `\` that end a line.
    mutating func skipBlanks() {
        while true {
            while isAtBlank { advance() }
            guard isAtContinuation else { return }
            advance()
            skipLineBreak()
        }
    }

    private var isAtContinuation: Bool {
        guard byte == UInt8(ascii: "\\"), previousByte.map(Self.isBlank) ?? false else {
            return false
        }
        return byte(ahead: 1) == UInt8(ascii: "\n")
            || (byte(ahead: 1) == UInt8(ascii: "\r") && byte(ahead: 2) == UInt8(ascii: "\n"))
    }

    /// Skips a comment: `#` at the start of a line or after a blank, to the end of the line.
    mutating func skipComment() {
        guard byte == UInt8(ascii: "#") else { return }
        let previous = previousByte ?? UInt8(ascii: "\n")
        if Self.isBlank(previous) || previous == UInt8(ascii: "\n") { skipLine() }
    }

    /// Skips blank lines and lines that hold only a comment.
    mutating func skipEmptyLines() {
        while true {
            skipBlanks()
            skipComment()
            guard isAtEndOfLine, !isAtEnd else { return }
            skipLineBreak()
        }
    }

    /// Where the last byte ends that stands before an offset and is no blank.
    func endOfText(before offset: Int) -> Int {
        (bytes[..<offset].lastIndex { !Self.isBlank($0) } ?? -1) + 1
    }

    // MARK: Names

    static func startsName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }

    static func continuesName(_ byte: UInt8) -> Bool {
        startsName(byte) || isDigit(byte)
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// The name at the cursor, which then stands behind it.
    mutating func acceptName() -> Identifier? {
        guard let first = byte, Self.startsName(first) else { return nil }
        let start = offset
        while let next = byte, Self.continuesName(next) { advance() }
        return Identifier(
            name: String(decoding: bytes[start..<offset], as: UTF8.self),
            span: span(from: start)
        )
    }

    /// The bytes up to the next blank or the end of the line, as a word without any quoting.
    mutating func acceptRawWord() -> RawWord? {
        let start = offset
        while !isAtEndOfLine, !isAtBlank { advance() }
        guard offset > start else { return nil }
        return RawWord(
            text: String(decoding: bytes[start..<offset], as: UTF8.self),
            span: span(from: start)
        )
    }
}
