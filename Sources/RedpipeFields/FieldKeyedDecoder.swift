/// The fields of a value that is being decoded.
struct FieldKeyedDecoder<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let map: FieldMap
    let codingPath: [any CodingKey]

    init(_ map: FieldMap, at codingPath: [any CodingKey]) {
        self.map = map
        self.codingPath = codingPath
    }

    var allKeys: [Key] {
        map.names.compactMap { Key(stringValue: String(decoding: $0, as: UTF8.self)) }
    }

    func contains(_ key: Key) -> Bool {
        map[key.stringValue] != nil
    }

    private func decoder(_ key: Key) throws -> FieldDecoder {
        guard let value = map[key.stringValue] else {
            let context = DecodingError.Context(
                codingPath: codingPath,
                debugDescription: "there is no field `\(key.stringValue)`"
            )
            throw DecodingError.keyNotFound(key, context)
        }
        return FieldDecoder(value, at: codingPath + [key])
    }

    func decodeNil(forKey key: Key) throws -> Bool {
        try decoder(key).value == .null
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try decoder(key).decode(type)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try decoder(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder(key).unkeyedContainer()
    }

    func superDecoder() -> any Decoder {
        FieldDecoder(map["super"] ?? .null, at: codingPath)
    }

    func superDecoder(forKey key: Key) throws -> any Decoder {
        try decoder(key)
    }
}
