public import RedpipeRESP

/// A reply that does not have the type or the form that was asked for.
public struct ReplyDecodingError: Error, Hashable, Sendable {
    /// What was asked for, as a noun: `an integer`.
    public let expected: String
    /// What arrived.
    public let found: RESPValue

    /// A reply that is not what `expected` names.
    public init(expected: String, found: RESPValue) {
        self.expected = expected
        self.found = found
    }
}

extension ReplyDecodingError: CustomStringConvertible {
    /// Lower case and without a full stop; at most 60 characters of the reply.
    public var description: String {
        "\(found.kind) where \(expected) was expected"
    }
}

extension RESPValue {
    /// What the value is, as a noun with what it says if that is short.
    fileprivate var kind: String {
        switch self {
        case .simpleString(let text): "status \(Excerpt(text))"
        case .error(let text): "error \(Excerpt(text))"
        case .integer(let number): "integer \(number)"
        case .bulkString(let bytes), .verbatimString(let bytes, format: _): "\(Excerpt(bytes))"
        case .null: "null"
        case .double(let number): "double \(number)"
        case .boolean(let flag): "boolean \(flag)"
        case .bigNumber(let digits): "big number \(Excerpt(digits))"
        case .array(let elements): "array of \(elements.count)"
        case .map(let pairs): "map of \(pairs.count)"
        case .set(let members): "set of \(members.count)"
        case .push(let elements): "push of \(elements.count)"
        case .attributed(let value, attributes: _): value.kind
        }
    }
}
