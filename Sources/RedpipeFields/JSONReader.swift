/// Reads JSON: ints stay exact 64-bit ints, maps keep the order of their keys.
///
/// Foundation's reader keeps neither, which is why this one is here.
/// Reference: https://www.rfc-editor.org/rfc/rfc8259
package struct JSONReader {
    private let bytes: [UInt8]
    private var offset = 0

    /// Why a text is no JSON.
    package struct Malformed: Error {
        package let message: String
        /// In bytes from the start of the text.
        package let offset: Int
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The value that a text spells.
    ///
    /// As Python's reader it takes `NaN`, `Infinity` and `-Infinity`, which JSON does not have.
    package static func read(_ bytes: [UInt8]) throws(Malformed) -> FieldValue {
        var reader = JSONReader(bytes)
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw reader.malformed("not UTF-8")
        }
        let value = try reader.value(depth: 0)
        reader.skipBlanks()
        guard reader.offset == bytes.count else { throw reader.malformed("more text follows") }
        return value
    }

    private func malformed(_ message: String) -> Malformed {
        Malformed(message: message, offset: offset)
    }

    private var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func skipBlanks() {
        while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d { offset += 1 }
    }

    private mutating func accept(_ text: StaticString) -> Bool {
        let end = offset + text.utf8CodeUnitCount
        guard end <= bytes.count else { return false }
        let matches = text.withUTF8Buffer { unsafe $0.elementsEqual(bytes[offset..<end]) }
        if matches { offset = end }
        return matches
    }

    private mutating func value(depth: Int) throws(Malformed) -> FieldValue {
        guard depth < JSONWriter.depthLimit else { throw malformed("nested too deeply") }
        skipBlanks()
        switch byte {
        case UInt8(ascii: "{"): return try map(depth: depth)
        case UInt8(ascii: "["): return try list(depth: depth)
        case UInt8(ascii: "\""): return .text(try string())
        default: break
        }
        if accept("null") { return .null }
        if accept("true") { return .boolean(true) }
        if accept("false") { return .boolean(false) }
        if accept("NaN") { return .float(.nan) }
        if accept("Infinity") { return .float(.infinity) }
        if accept("-Infinity") { return .float(-.infinity) }
        return try number()
    }

    private mutating func list(depth: Int) throws(Malformed) -> FieldValue {
        offset += 1
        var items: [FieldValue] = []
        skipBlanks()
        if accept("]") { return .list([]) }
        while true {
            items.append(try value(depth: depth + 1))
            skipBlanks()
            if accept("]") { return .list(items) }
            guard accept(",") else { throw malformed("expected `,` or `]`") }
        }
    }

    private mutating func map(depth: Int) throws(Malformed) -> FieldValue {
        offset += 1
        var map = FieldMap()
        skipBlanks()
        if accept("}") { return .map(map) }
        while true {
            skipBlanks()
            guard byte == UInt8(ascii: "\"") else { throw malformed("expected a key in quotes") }
            let key = try string()
            skipBlanks()
            guard accept(":") else { throw malformed("expected `:`") }
            map[key] = try value(depth: depth + 1)
            skipBlanks()
            if accept("}") { return .map(map) }
            guard accept(",") else { throw malformed("expected `,` or `}`") }
        }
    }

    /// `number = ["-"] digits ["." digits] [("e" | "E") ["+" | "-"] digits]`, no zeros in front.
    private mutating func number() throws(Malformed) -> FieldValue {
        let start = offset
        _ = accept("-")
        let whole = digits()
        var isWellFormed = whole.count == 1 || whole.count > 1 && bytes[whole.lowerBound] != 0x30
        var isInteger = true
        if accept(".") {
            isInteger = false
            isWellFormed = isWellFormed && !digits().isEmpty
        }
        if accept("e") || accept("E") {
            isInteger = false
            _ = accept("+") || accept("-")
            isWellFormed = isWellFormed && !digits().isEmpty
        }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        guard isWellFormed else {
            offset = start
            throw malformed("expected a value")
        }
        if isInteger, let integer = Int64(text) { return .integer(integer) }
        if !isInteger, let number = Double(text), number.isFinite { return .float(number) }
        offset = start
        throw malformed(isInteger ? "the int has more than 64 bits" : "the float is too large")
    }

    private mutating func digits() -> Range<Int> {
        let start = offset
        while let byte, (0x30...0x39).contains(byte) { offset += 1 }
        return start..<offset
    }

    private mutating func string() throws(Malformed) -> [UInt8] {
        offset += 1
        var text: [UInt8] = []
        while let byte {
            switch byte {
            case UInt8(ascii: "\""):
                offset += 1
                return text
            case UInt8(ascii: "\\"): try appendEscape(to: &text)
            case 0..<0x20: throw malformed("a control character must be escaped")
            default:
                text.append(byte)
                offset += 1
            }
        }
        throw malformed("the string is never closed")
    }

    private mutating func appendEscape(to text: inout [UInt8]) throws(Malformed) {
        offset += 1
        guard let byte else { throw malformed("the string is never closed") }
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0a)
        case UInt8(ascii: "r"): text.append(0x0d)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0c)
        case UInt8(ascii: "u"):
            let scalar = try unicodeEscape()
            text.append(contentsOf: String(scalar).utf8)
            return
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        default: throw malformed("unknown escape")
        }
        offset += 1
    }

    /// `uXXXX`, two of them for a character beyond the basic plane.
    private mutating func unicodeEscape() throws(Malformed) -> Unicode.Scalar {
        let start = offset - 1
        let high = try codeUnit()
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard UTF16.isLeadSurrogate(high), accept("\\"), byte == UInt8(ascii: "u"),
            case let low = try codeUnit(), UTF16.isTrailSurrogate(low),
            let scalar = Unicode.Scalar(
                0x10000 + (UInt32(high) - 0xd800) << 10 + (UInt32(low) - 0xdc00)
            )
        else {
            offset = start
            throw malformed("half a character: a lone surrogate")
        }
        return scalar
    }

    private mutating func codeUnit() throws(Malformed) -> UInt16 {
        let end = offset + 5
        guard end <= bytes.count, bytes[offset + 1..<end].allSatisfy(\.isHexDigit),
            let unit = UInt16(String(decoding: bytes[offset + 1..<end], as: UTF8.self), radix: 16)
        else { throw malformed("expected four hex digits") }
        offset = end
        return unit
    }
}

extension UInt8 {
    /// `UInt16(_:radix:)` would take a sign as well.
    fileprivate var isHexDigit: Bool {
        (0x30...0x39).contains(self) || (0x61...0x66).contains(self | 0x20)
    }
}
