import RedpipeRESP

extension [UInt8] {
    mutating func append(_ text: StaticString) {
        unsafe append(
            contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        )
    }

    mutating func append(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { bytes in unsafe append(contentsOf: bytes) }
    }

    mutating func appendSpaces(_ count: Int) {
        for _ in 0..<count { append(UInt8(ascii: " ")) }
    }

    /// Appends the number of an element, aligned to the right.
    mutating func appendNumber(_ number: Int, width: Int) {
        appendSpaces(width - RESPEncoder.decimalByteCount(Int64(number)))
        RESPEncoder.appendDecimal(Int64(number), to: &self)
    }

    /// Appends a number from the wire in its shortest form: `7` for `+007`.
    mutating func appendInteger(_ payload: Span<UInt8>) {
        guard let number = Int64(decimal: payload) else { return append(payload) }
        RESPEncoder.appendDecimal(number, to: &self)
    }

    /// Appends bytes in quotes, with escapes for all but printable ASCII: `"a\n\xff"`.
    ///
    /// - Parameters:
    ///   - bytes: What stands between the quotes.
    ///   - quoteEscape: What stands before a quotation mark.
    mutating func appendQuoted(
        _ bytes: Span<UInt8>,
        quoteEscape: UInt8 = UInt8(ascii: "\\")
    ) {
        append(UInt8(ascii: "\""))
        var index = 0
        while index < bytes.count {
            let plain = index..<bytes.endOfPlainText(from: index)
            append(bytes.extracting(plain))
            index = plain.upperBound
            guard index < bytes.count else { break }
            switch bytes[index] {
            case UInt8(ascii: "\""):
                append(quoteEscape)
                append(UInt8(ascii: "\""))
            case UInt8(ascii: "\\"): append("\\\\")
            default: appendEscape(bytes[index])
            }
            index += 1
        }
        append(UInt8(ascii: "\""))
    }

    /// Appends the escape of a byte that does not print: `\n`, `\x1b`.
    mutating func appendEscape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\n"): append("\\n")
        case UInt8(ascii: "\r"): append("\\r")
        case UInt8(ascii: "\t"): append("\\t")
        case 0x07: append("\\a")
        case 0x08: append("\\b")
        default:
            append("\\x")
            appendHexadecimal(byte)
        }
    }

    mutating func appendHexadecimal(_ byte: UInt8) {
        append(Self.hexadecimalDigit(byte >> 4))
        append(Self.hexadecimalDigit(byte & 0x0f))
    }

    private static func hexadecimalDigit(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
    }
}

extension Span where Element == UInt8 {
    /// Whether the payload of a boolean is `t`.
    var isTrue: Bool { !isEmpty && self[0] == UInt8(ascii: "t") }

    func isEqual(to text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return indices.allSatisfy { unsafe self[$0] == text.utf8Start[$0] }
    }

    /// Where the printable ASCII from `start` on ends that needs no escape in quotes.
    func endOfPlainText(from start: Int) -> Int {
        var index = start
        while index < count, (0x20...0x7e).contains(self[index]), self[index] != 0x22,
            self[index] != 0x5c
        {
            index += 1
        }
        return index
    }
}
