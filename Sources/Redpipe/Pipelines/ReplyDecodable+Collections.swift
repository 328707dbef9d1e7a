public import RedpipeRESP

extension Optional: ReplyDecodable where Wrapped: ReplyDecodable {
    /// `nil` for a null.
    public init(reply: RESPValue) throws(ReplyDecodingError) {
        self = reply.withoutAttributes == .null ? nil : try Wrapped(reply: reply)
    }
}

extension Array: ReplyDecodable where Element: ReplyDecodable {
    /// The elements of an array or a set; of a string its bytes, if they are what is asked for.
    public init(reply: RESPValue) throws(ReplyDecodingError) {
        self = try Element.elements(of: reply)
    }
}

extension Dictionary: ReplyDecodable where Key: ReplyDecodable, Value: ReplyDecodable {
    /// The pairs of a map, or of RESP2's flat array; of a repeated key the last value.
    public init(reply: RESPValue) throws(ReplyDecodingError) {
        self.init()
        for pair in try reply.pairs {
            self[try Key(reply: pair.key)] = try Value(reply: pair.value)
        }
    }
}

extension RESPValue {
    /// The pairs of a map, or of an array in which keys and values take turns.
    fileprivate var pairs: [RESPPair] {
        get throws(ReplyDecodingError) {
            switch withoutAttributes {
            case .map(let pairs): return pairs
            case .array(let elements) where elements.count.isMultiple(of: 2):
                return stride(from: 0, to: elements.count, by: 2).map { index in
                    RESPPair(key: elements[index], value: elements[index + 1])
                }
            default: throw ReplyDecodingError(expected: "a map", found: self)
            }
        }
    }
}
