/// A cursor over one line of the table.
///
/// A line holds, separated by single blanks and with `-` for what is empty:
///
///     name arity flags group policies since keys subcommands complexity arguments
///     xadd -5 6101005 h -- 5.0.0 22:i1:r0,1,0 - O(1) key:k,nomkstream:t?"NOMKSTREAM",…
///
/// - *name* is in lower case, a subcommand's as `config|get`.
/// - *flags* are the bits of ``CommandFlags`` in hexadecimal.
/// - *group* is the place in ``CommandGroup`` as a letter from `a` on.
/// - *policies* are two letters, for requests and replies: ``RequestPolicy``, ``ResponsePolicy``.
/// - *keys* are read by ``KeySpecification``, *arguments* by ``CommandArgument``.
struct RowReader {
    private(set) var offset: Int

    init(at offset: Int) {
        self.offset = offset
    }

    /// The byte under the cursor.
    var current: UInt8 {
        CommandTable.lines.byte(at: offset)
    }

    /// Whether the cursor stands behind a field.
    var isAtEndOfField: Bool {
        current == UInt8(ascii: " ") || current == UInt8(ascii: "\n")
    }

    mutating func advance() {
        offset += 1
    }

    /// Steps over a byte if it is the current one.
    mutating func accept(_ byte: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: byte) else { return false }
        advance()
        return true
    }

    /// Steps over a whole field and the separator behind it.
    mutating func field() -> Range<Int> {
        let start = offset
        while !isAtEndOfField {
            advance()
        }
        defer { advance() }
        return start..<offset
    }

    /// Steps over bytes up to one that ends a part of a field.
    mutating func part(until isEnd: (UInt8) -> Bool) -> Range<Int> {
        let start = offset
        while !isAtEndOfField, !isEnd(current) {
            advance()
        }
        return start..<offset
    }

    /// Steps over a decimal number with an optional minus sign.
    mutating func integer() -> Int {
        let isNegative = accept("-")
        var value = 0
        while (0x30...0x39).contains(current) {
            value = value * 10 + Int(current - 0x30)
            advance()
        }
        return isNegative ? -value : value
    }

    /// Steps over a hexadecimal number in lower case.
    mutating func hexadecimal() -> UInt32 {
        var value: UInt32 = 0
        while !isAtEndOfField, current != UInt8(ascii: ":") {
            let digit = current < 0x61 ? current - 0x30 : current - 0x61 + 10
            value = value << 4 | UInt32(digit)
            advance()
        }
        return value
    }
}
