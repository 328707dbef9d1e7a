/// The items of a value that is being encoded.
struct FieldListEncoder: UnkeyedEncodingContainer {
    private let node: FieldNode
    let codingPath: [any CodingKey]
    private(set) var count = 0

    init(_ node: FieldNode, at codingPath: [any CodingKey]) {
        self.node = node
        self.codingPath = codingPath
    }

    private mutating func next() -> FieldNode {
        count += 1
        return node.appended()
    }

    mutating func encodeNil() {
        next().content = .value(.null)
    }

    mutating func encode(_ value: some Encodable) throws {
        try next().set(value, at: codingPath)
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
        next().encoder(at: codingPath).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        next().encoder(at: codingPath).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder {
        next().encoder(at: codingPath)
    }
}
