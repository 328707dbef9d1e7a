public import RedpipeRESP

/// A type that a reply can be read as.
///
/// Nothing is coerced silently: a text that is not UTF-8 is no `String`, a number beyond 64 bits no
/// `Int`. A null is a value only for optionals and ``RESPValue``.
public protocol ReplyDecodable {
    /// The value that a reply holds.
    init(reply: RESPValue) throws(ReplyDecodingError)

    /// The values that a reply holds as its elements.
    ///
    /// This is here because bytes are an array whose reply is no array. Nothing but `UInt8` needs
    /// to write its own.
    static func elements(of reply: RESPValue) throws(ReplyDecodingError) -> [Self]
}

extension ReplyDecodable {
    /// The elements of an array, a set or a push, each decoded.
    public static func elements(of reply: RESPValue) throws(ReplyDecodingError) -> [Self] {
        guard let elements = reply.withoutAttributes.elements else {
            throw ReplyDecodingError(expected: "an array", found: reply)
        }
        var values: [Self] = []
        values.reserveCapacity(elements.count)
        for element in elements { values.append(try Self(reply: element)) }
        return values
    }
}

extension RESPValue {
    /// The elements of an array-like value in order; `nil` for anything else.
    var elements: [RESPValue]? {
        switch self {
        case .array(let elements), .set(let elements), .push(let elements): elements
        default: nil
        }
    }

    /// The bytes of a string of any kind; `nil` for anything else.
    var stringBytes: [UInt8]? {
        switch self {
        case .bulkString(let bytes), .simpleString(let bytes), .bigNumber(let bytes): bytes
        case .verbatimString(let bytes, format: _): bytes
        default: nil
        }
    }
}
