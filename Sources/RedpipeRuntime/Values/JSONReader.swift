/// Reads JSON as values: ints stay exact 64-bit ints, maps keep the order of their keys.
///
/// Foundation's reader keeps neither, which is why this one is here.
/// Reference: https://www.rfc-editor.org/rfc/rfc8259
struct JSONReader {
    private static let maximumDepth = 200

    private let bytes: [UInt8]
    private var offset = 0

    struct Malformed: Error {
        let message: String
        /// In bytes from the start of the text.
        let offset: Int
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    static func read(_ bytes: [UInt8]) throws(Malformed) -> Value {
        var reader = JSONReader(bytes)
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

    private mutating func value(depth: Int) throws(Malformed) -> Value {
        guard depth < Self.maximumDepth else { throw malformed("nested too deeply") }
        skipBlanks()
        switch byte {
        case UInt8(ascii: "{"): return try map(depth: depth)
        case UInt8(ascii: "["): return try list(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        default: break
        }
        if accept("null") { return .null }
        if accept("true") { return .boolean(true) }
        if accept("false") { return .boolean(false) }
        return try number()
    }

    private mutating func list(depth: Int) throws(Malformed) -> Value {
        offset += 1
        var items: [Value] = []
        skipBlanks()
        if accept("]") { return .list([]) }
        while true {
            items.append(try value(depth: depth + 1))
            skipBlanks()
            if accept("]") { return .list(items) }
            guard accept(",") else { throw malformed("expected `,` or `]`") }
        }
    }

    private mutating func map(depth: Int) throws(Malformed) -> Value {
        offset += 1
        var map = ValueMap()
        skipBlanks()
        if accept("}") { return .map(map) }
        while true {
            skipBlanks()
            guard byte == UInt8(ascii: "\"") else { throw malformed("expected a key in quotes") }
            let key = try string()
            skipBlanks()
            guard accept(":") else { throw malformed("expected `:`") }
            map[.text(key)] = try value(depth: depth + 1)
            skipBlanks()
            if accept("}") { return .map(map) }
            guard accept(",") else { throw malformed("expected `,` or `}`") }
        }
    }

    private mutating func number() throws(Malformed) -> Value {
        let start = offset
        while let byte, "+-.eE0123456789".utf8.contains(byte) { offset += 1 }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let whole = digits.prefix(while: \.isNumber)
        if !whole.isEmpty, whole == "0" || !whole.hasPrefix("0"), !text.hasSuffix(".") {
            if let integer = Int64(text) { return .integer(integer) }
            if let number = Double(text), number.isFinite { return .float(number) }
        }
        offset = start
        throw malformed("expected a value")
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

    /// `uXXXX`, two of them for a character beyond the basic plane; a lone surrogate is U+FFFD.
    private mutating func unicodeEscape() throws(Malformed) -> Unicode.Scalar {
        let high = try codeUnit()
        guard UTF16.isLeadSurrogate(high) else { return Unicode.Scalar(high) ?? "\u{fffd}" }
        let afterHigh = offset
        guard accept("\\"), byte == UInt8(ascii: "u") else { return "\u{fffd}" }
        let low = try codeUnit()
        guard UTF16.isTrailSurrogate(low) else {
            offset = afterHigh
            return "\u{fffd}"
        }
        let value = 0x10000 + (UInt32(high) - 0xd800) << 10 + (UInt32(low) - 0xdc00)
        return Unicode.Scalar(value) ?? "\u{fffd}"
    }

    private mutating func codeUnit() throws(Malformed) -> UInt16 {
        let end = offset + 5
        guard end <= bytes.count,
            let unit = UInt16(String(decoding: bytes[offset + 1..<end], as: UTF8.self), radix: 16)
        else { throw malformed("expected four hex digits") }
        offset = end
        return unit
    }
}
