extension RESPError: CustomStringConvertible {
    /// The problem, the offset and what was found there, on one line of printable ASCII.
    public var description: String {
        "\(problem) at byte \(offset): \"\(foundText)\""
    }

    /// The bytes that were found, as at most 60 characters of printable ASCII.
    ///
    ///     RESPError(.unknownType, offset: 0, found: Array("HTTP/1.1 400\t".utf8)).foundText
    ///     // HTTP/1.1 400\t
    public var foundText: String {
        var text: [UInt8] = []
        for byte in found {
            let escape = Self.escape(byte)
            guard text.count + escape.count <= Self.foundByteCount else { break }
            text += escape
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// One byte as Redis shows it in quotes.
    private static func escape(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case UInt8(ascii: "\n"): Array("\\n".utf8)
        case UInt8(ascii: "\r"): Array("\\r".utf8)
        case UInt8(ascii: "\t"): Array("\\t".utf8)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): [UInt8(ascii: "\\"), byte]
        case 0x20...0x7e: [byte]
        default: [UInt8(ascii: "\\"), UInt8(ascii: "x"), digit(byte >> 4), digit(byte & 15)]
        }
    }

    private static func digit(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
    }
}

extension RESPError.Problem: CustomStringConvertible {
    /// Lower case and without a full stop, to be followed by where it is.
    public var description: String {
        switch self {
        case .unknownType: "unknown type byte"
        case .invalidInteger: "not a 64-bit integer"
        case .invalidDouble: "not a double"
        case .invalidBoolean: "not a boolean"
        case .invalidBigNumber: "not a big number"
        case .invalidNull: "not a null"
        case .invalidVerbatimString: "verbatim string without a format"
        case .lengthOutOfRange(let limit): "length not within 0 and \(limit)"
        case .lineTooLong(let limit): "line of more than \(limit) bytes"
        case .tooDeep(let limit): "more than \(limit) nested aggregates"
        case .missingCarriageReturn: "line feed without a carriage return"
        case .missingLineFeed: "carriage return without a line feed"
        case .missingPayloadEnd: "no line end behind a payload"
        case .unexpectedStreamPart: "part of a stream where none is open"
        case .missingChunk: "no chunk in a streamed string"
        case .missingMapValue: "streamed map that ends after a key"
        }
    }
}
