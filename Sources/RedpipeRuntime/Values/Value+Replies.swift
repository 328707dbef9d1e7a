import RedpipeRESP

extension Value {
    /// A reply as a value: RESP3's shapes, sets and pushes as lists, strings as text if they are
    /// UTF-8.
    init(_ reply: RESPValue) {
        switch reply {
        case .simpleString(let bytes), .bulkString(let bytes), .verbatimString(let bytes, _):
            self = .string(bytes)
        case .bigNumber(let digits): self = .text(digits)
        case .error(let bytes): self = .string(bytes)
        case .integer(let number): self = .integer(number)
        case .null: self = .null
        case .double(let number): self = .float(number)
        case .boolean(let flag): self = .boolean(flag)
        case .array(let items), .set(let items), .push(let items):
            self = .list(items.map(Value.init))
        case .map(let pairs): self = Self.map(of: pairs)
        case .attributed(let value, _): self = Value(value)
        }
    }

    /// A map whose keys are not scalars stays a list of pairs.
    private static func map(of pairs: [RESPPair]) -> Value {
        var map = ValueMap()
        for pair in pairs {
            guard let key = MapKey(Value(pair.key)) else {
                return .list(pairs.map { .list([Value($0.key), Value($0.value)]) })
            }
            map[key] = Value(pair.value)
        }
        return .map(map)
    }
}
