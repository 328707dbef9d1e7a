/// Makes field values of `Encodable` ones.
///
///     try FieldEncoder.encode(User(name: "Bob"))  // ["name": "Bob"]
package final class FieldEncoder {
    private let node: FieldNode
    package let codingPath: [any CodingKey]

    private init(_ node: FieldNode, at codingPath: [any CodingKey]) {
        self.node = node
        self.codingPath = codingPath
    }

    /// The value of an encodable one.
    ///
    /// - Throws: What its `encode(to:)` throws, and ``EncodingError`` for an integer beyond 64 bits.
    package static func encode(_ value: some Encodable) throws -> FieldValue {
        let node = FieldNode()
        try node.set(value, at: [])
        return node.value
    }
}

extension FieldEncoder: Encoder {
    package var userInfo: [CodingUserInfoKey: Any] { [:] }

    package func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        node.content = .map([])
        return KeyedEncodingContainer(FieldKeyedEncoder(node, at: codingPath))
    }

    package func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.content = .list([])
        return FieldListEncoder(node, at: codingPath)
    }

    package func singleValueContainer() -> any SingleValueEncodingContainer {
        FieldSingleEncoder(node, at: codingPath)
    }
}

/// A value under construction; a class, because containers share it.
final class FieldNode {
    enum Content {
        case value(FieldValue)
        case list([FieldNode])
        case map([(name: String, node: FieldNode)])
    }

    var content = Content.value(.null)

    /// What has been encoded.
    var value: FieldValue {
        switch content {
        case .value(let value): value
        case .list(let nodes): .list(nodes.map(\.value))
        case .map(let entries): .map(FieldMap(entries.map { ($0.name, $0.node.value) }))
        }
    }

    /// A new last item.
    func appended() -> FieldNode {
        let node = FieldNode()
        guard case .list(var nodes) = content else { return node }
        nodes.append(node)
        content = .list(nodes)
        return node
    }

    /// A new entry.
    func entry(_ name: String) -> FieldNode {
        let node = FieldNode()
        guard case .map(var entries) = content else { return node }
        entries.append((name, node))
        content = .map(entries)
        return node
    }

    /// Takes a value of any encodable type.
    func set(_ value: some Encodable, at path: [any CodingKey]) throws {
        if let value = value as? any FieldConvertible & Encodable {
            content = .value(value.fieldValue)
        } else if let number = value as? any BinaryInteger {
            content = .value(.integer(try Self.integer(number, at: path)))
        } else if let number = value as? Float {
            content = .value(.float(Double(number)))
        } else {
            try value.encode(to: FieldEncoder.inner(self, at: path))
        }
    }

    private static func integer(
        _ number: any BinaryInteger,
        at path: [any CodingKey]
    ) throws -> Int64 {
        guard let integer = Int64(exactly: number) else {
            let context = EncodingError.Context(
                codingPath: path,
                debugDescription: "\(number) has more than 64 bits"
            )
            throw EncodingError.invalidValue(number, context)
        }
        return integer
    }
}

extension FieldEncoder {
    /// An encoder of a part of a value.
    fileprivate static func inner(_ node: FieldNode, at path: [any CodingKey]) -> FieldEncoder {
        FieldEncoder(node, at: path)
    }
}

extension FieldNode {
    /// An encoder that writes here, as `superEncoder` wants one.
    func encoder(at path: [any CodingKey]) -> any Encoder {
        FieldEncoder.inner(self, at: path)
    }
}
