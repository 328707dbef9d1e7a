extension RESPValue {
    /// The value that decoded elements stand for.
    ///
    /// It works from the last element to the first, so that nesting takes no stack.
    ///
    /// - Parameters:
    ///   - nodes: The elements of exactly one value in preorder, as a decoder shows them.
    ///   - bytes: What they point into.
    public init(nodes: Span<RESPNode>, bytes: Span<UInt8>) {
        guard nodes.count != 1 else {
            self.init(scalar: nodes[0], bytes: bytes)
            return
        }
        var values: [RESPValue] = []
        for index in nodes.indices.reversed() {
            let node = nodes[index]
            let value =
                node.type.isAggregate
                ? RESPValue(aggregate: node, takingFrom: &values)
                : RESPValue(scalar: node, bytes: bytes)
            values.append(value)
        }
        self = values.popLast() ?? .null
    }

    /// A scalar, or an aggregate without children.
    private init(scalar node: RESPNode, bytes: Span<UInt8>) {
        let payload = bytes.extracting(node.payload)
        switch node.type {
        case .simpleString: self = .simpleString(Array(payload))
        case .error, .blobError: self = .error(Array(payload))
        case .integer: self = .integer(Int64(decimal: payload) ?? 0)
        case .bulkString: self = .bulkString(Array(payload))
        case .double: self = .double(Double(text: payload))
        case .boolean: self = .boolean(payload[0] == UInt8(ascii: "t"))
        case .bigNumber: self = .bigNumber(Array(payload))
        case .verbatimString:
            let format = Array(bytes.extracting(node.verbatimFormat))
            self = .verbatimString(Array(payload), format: format)
        case .null: self = .null
        case .array, .map, .set, .attribute, .push:
            var none: [RESPValue] = []
            self.init(aggregate: node, takingFrom: &none)
        }
    }

    /// An aggregate whose children end `values`, the first one last.
    private init(aggregate node: RESPNode, takingFrom values: inout [RESPValue]) {
        switch node.type {
        case .map: self = .map(values.takePairs(node.count / 2))
        case .set: self = .set(values.takeLast(node.count))
        case .push: self = .push(values.takeLast(node.count))
        case .attribute:
            let attributes = values.takePairs(node.count / 2)
            self = .attributed(values.popLast() ?? .null, attributes: attributes)
        default: self = .array(values.takeLast(node.count))
        }
    }
}

extension [RESPValue] {
    /// The last values, the last one first.
    fileprivate mutating func takeLast(_ count: Int) -> [RESPValue] {
        defer { removeLast(count) }
        return suffix(count).reversed()
    }

    /// As many pairs as asked for from the end, where a key stands behind its value.
    fileprivate mutating func takePairs(_ count: Int) -> [RESPPair] {
        defer { removeLast(2 * count) }
        return (0..<count).map { pair in
            let key = self.count - 1 - 2 * pair
            return RESPPair(key: self[key], value: self[key - 1])
        }
    }
}

extension Array where Element == UInt8 {
    /// The bytes of `span`.
    package init(_ span: Span<UInt8>) {
        self = unsafe span.withUnsafeBufferPointer { bytes in unsafe Array(bytes) }
    }
}

extension Double {
    /// The number that a checked text spells; `-nan`, which C's `printf` writes, is not a number.
    package init(text: Span<UInt8>) {
        let string = String(decoding: [UInt8](text), as: UTF8.self)
        self = Double(string) ?? .nan
    }
}
