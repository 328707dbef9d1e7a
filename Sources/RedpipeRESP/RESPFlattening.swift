/// A value laid out as a decoder lays out a reply, for whatever works on decoded elements.
///
///     let flattening = RESPFlattening(value)
///     printer.print(flattening.nodes.span, bytes: flattening.bytes.span, to: &output)
public struct RESPFlattening: Hashable, Sendable {
    /// The elements of the value in preorder.
    public private(set) var nodes: [RESPNode] = []
    /// What the elements point into: the payloads, one after the other.
    public private(set) var bytes: [UInt8] = []

    /// The elements of `value`; nesting takes no stack.
    public init(_ value: RESPValue) {
        var pending = [value]
        while let next = pending.popLast() { append(next, pending: &pending) }
    }

    /// Adds one element, and its children to those that are to come, the first one last.
    private mutating func append(_ value: RESPValue, pending: inout [RESPValue]) {
        switch value {
        case .simpleString(let text): append(.simpleString, text)
        case .error(let text): append(.error, text)
        case .integer(let number): append(.integer, decimal(number))
        case .bulkString(let payload): append(.bulkString, payload)
        case .null: append(.null, [])
        case .double(let number): append(.double, Array(RESPEncoder.text(of: number).utf8))
        case .boolean(let isTrue): append(.boolean, Array((isTrue ? "t" : "f").utf8))
        case .bigNumber(let digits): append(.bigNumber, digits)
        case .verbatimString(let text, let format):
            // The wire has room for three bytes, no more and no less.
            bytes += (format + Array("   ".utf8)).prefix(3) + [UInt8(ascii: ":")]
            append(.verbatimString, text)
        case .array(let elements): append(.array, of: elements, pending: &pending)
        case .set(let members): append(.set, of: members, pending: &pending)
        case .push(let elements): append(.push, of: elements, pending: &pending)
        case .map(let pairs): append(.map, of: pairs.flattened, pending: &pending)
        case .attributed(let value, attributes: let pairs):
            pending.append(value)
            append(.attribute, of: pairs.flattened, pending: &pending)
        }
    }

    private mutating func append(_ type: RESPType, _ payload: [UInt8]) {
        nodes.append(RESPNode(type, offset: bytes.count, count: payload.count))
        bytes += payload
    }

    private mutating func append(
        _ type: RESPType,
        of children: [RESPValue],
        pending: inout [RESPValue]
    ) {
        nodes.append(RESPNode(type, offset: bytes.count, count: children.count))
        pending += children.reversed()
    }

    private func decimal(_ number: Int64) -> [UInt8] {
        var digits: [UInt8] = []
        RESPEncoder.appendDecimal(number, to: &digits)
        return digits
    }
}

extension [RESPPair] {
    /// Keys and values in turn.
    fileprivate var flattened: [RESPValue] { flatMap { [$0.key, $0.value] } }
}
