/// The start of some bytes in a form that is safe to show: printable ASCII, at most 60 characters.
///
/// What a stranger's server sends may hold anything, terminal escapes for instance.
public struct Excerpt: Hashable, Sendable {
    /// The first bytes, unaltered.
    public let bytes: [UInt8]

    /// How many bytes and characters are shown at most.
    public static let limit = 60

    /// The start of `bytes`.
    public init(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes.prefix(Self.limit))
    }
}

extension Excerpt: CustomStringConvertible {
    /// The bytes in double quotes, escaped as Redis does.
    public var description: String {
        var text = ""
        for byte in bytes {
            let escape = Self.escape(byte)
            guard text.utf8.count + escape.utf8.count <= Self.limit else { break }
            text += escape
        }
        return "\"\(text)\""
    }

    private static func escape(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "\n"): "\\n"
        case UInt8(ascii: "\r"): "\\r"
        case UInt8(ascii: "\t"): "\\t"
        case UInt8(ascii: "\""): "\\\""
        case UInt8(ascii: "\\"): "\\\\"
        case 0x20...0x7e: String(UnicodeScalar(byte))
        default: (byte < 16 ? "\\x0" : "\\x") + String(byte, radix: 16)
        }
    }
}
