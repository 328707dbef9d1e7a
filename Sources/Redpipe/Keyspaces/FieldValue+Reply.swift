public import RedpipeFields
public import RedpipeRESP

extension FieldValue {
    /// A reply as a value: RESP3's shapes, sets as lists, strings as text if they are UTF-8.
    ///
    /// A map whose keys are not texts or numbers stays a list of pairs.
    public init(_ reply: RESPValue) {
        switch reply {
        case .simpleString(let bytes), .bulkString(let bytes), .verbatimString(let bytes, _),
            .bigNumber(let bytes), .error(let bytes):
            self = .string(bytes)
        case .integer(let number): self = .integer(number)
        case .null: self = .null
        case .double(let number): self = .float(number)
        case .boolean(let flag): self = .boolean(flag)
        case .array(let items), .set(let items), .push(let items):
            self = .list(items.map(FieldValue.init))
        case .map(let pairs): self = Self.map(of: pairs)
        case .attributed(let value, _): self = FieldValue(value)
        }
    }

    private static func map(of pairs: [RESPPair]) -> FieldValue {
        var map = FieldMap()
        for pair in pairs {
            switch FieldValue(pair.key) {
            case .text(let name), .bytes(let name): map[name] = FieldValue(pair.value)
            case .integer(let number): map[String(number)] = FieldValue(pair.value)
            default: return .list(pairs.map { .list([FieldValue($0.key), FieldValue($0.value)]) })
            }
        }
        return .map(map)
    }
}
