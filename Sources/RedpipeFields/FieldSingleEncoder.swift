/// A value that is being encoded as one of another type.
struct FieldSingleEncoder: SingleValueEncodingContainer {
    private let node: FieldNode
    let codingPath: [any CodingKey]

    init(_ node: FieldNode, at codingPath: [any CodingKey]) {
        self.node = node
        self.codingPath = codingPath
    }

    mutating func encodeNil() {
        node.content = .value(.null)
    }

    mutating func encode(_ value: some Encodable) throws {
        try node.set(value, at: codingPath)
    }
}
