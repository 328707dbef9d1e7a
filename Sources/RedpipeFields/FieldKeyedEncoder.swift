/// The fields of a value that is being encoded.
struct FieldKeyedEncoder<Key: CodingKey>: KeyedEncodingContainerProtocol {
    private let node: FieldNode
    let codingPath: [any CodingKey]

    init(_ node: FieldNode, at codingPath: [any CodingKey]) {
        self.node = node
        self.codingPath = codingPath
    }

    mutating func encodeNil(forKey key: Key) {
        node.entry(key.stringValue).content = .value(.null)
    }

    mutating func encode(_ value: some Encodable, forKey key: Key) throws {
        try node.entry(key.stringValue).set(value, at: codingPath + [key])
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        node.entry(key.stringValue).encoder(at: codingPath + [key]).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        node.entry(key.stringValue).encoder(at: codingPath + [key]).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder {
        node.entry("super").encoder(at: codingPath)
    }

    mutating func superEncoder(forKey key: Key) -> any Encoder {
        node.entry(key.stringValue).encoder(at: codingPath + [key])
    }
}
