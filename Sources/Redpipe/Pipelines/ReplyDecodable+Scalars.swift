public import RedpipeRESP

extension RESPValue: ReplyDecodable {
    public init(reply: RESPValue) {
        self = reply
    }
}

extension String: ReplyDecodable {
    /// The text of a string reply, which must be UTF-8.
    public init(reply: RESPValue) throws(ReplyDecodingError) {
        guard let bytes = reply.withoutAttributes.stringBytes,
            let text = String(validating: bytes, as: UTF8.self)
        else { throw ReplyDecodingError(expected: "a text", found: reply) }
        self = text
    }
}

extension Int64: ReplyDecodable {
    /// An integer, or a string that spells one in decimal, as counters do.
    public init(reply: RESPValue) throws(ReplyDecodingError) {
        let value = reply.withoutAttributes
        if case .integer(let number) = value {
            self = number
        } else if let bytes = value.stringBytes, let number = Int64(decimal: bytes.span) {
            self = number
        } else {
            throw ReplyDecodingError(expected: "an integer", found: reply)
        }
    }
}

extension Int: ReplyDecodable {
    /// An integer, or a string that spells one in decimal, as counters do.
    public init(reply: RESPValue) throws(ReplyDecodingError) {
        self = Int(try Int64(reply: reply))
    }
}

extension Double: ReplyDecodable {
    /// A double, an integer, or a string that spells a number, as RESP2's scores do.
    public init(reply: RESPValue) throws(ReplyDecodingError) {
        switch reply.withoutAttributes {
        case .double(let number): self = number
        case .integer(let number): self = Double(number)
        case let value:
            guard let bytes = value.stringBytes, let number = Double(decimal: bytes) else {
                throw ReplyDecodingError(expected: "a number", found: reply)
            }
            self = number
        }
    }

    /// The number that a text spells in decimal, infinities included; hexadecimal does not count.
    private init?(decimal bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard !bytes.contains(where: { $0 | 0x20 == UInt8(ascii: "x") }) else { return nil }
        self.init(text)
    }
}

extension Bool: ReplyDecodable {
    /// A boolean, the integer 0 or 1, or the status `OK`.
    public init(reply: RESPValue) throws(ReplyDecodingError) {
        switch reply.withoutAttributes {
        case .boolean(let flag): self = flag
        case .integer(0): self = false
        case .integer(1): self = true
        case .simpleString(let text) where text == Array("OK".utf8): self = true
        default: throw ReplyDecodingError(expected: "a boolean", found: reply)
        }
    }
}

extension UInt8: ReplyDecodable {
    /// An integer from 0 to 255.
    public init(reply: RESPValue) throws(ReplyDecodingError) {
        guard let byte = UInt8(exactly: try Int64(reply: reply)) else {
            throw ReplyDecodingError(expected: "a byte", found: reply)
        }
        self = byte
    }

    /// The bytes of a string: `[UInt8]` is read from a string, not from an array.
    public static func elements(of reply: RESPValue) throws(ReplyDecodingError) -> [UInt8] {
        guard let bytes = reply.withoutAttributes.stringBytes else {
            throw ReplyDecodingError(expected: "a string", found: reply)
        }
        return bytes
    }
}
