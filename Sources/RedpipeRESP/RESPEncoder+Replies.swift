extension RESPEncoder {
    /// Appends decoded elements in RESP3's form.
    ///
    /// Streamed values come out with their lengths, each null as `_`. A status or an error that
    /// holds a line break, which no line can, comes out as a bulk string or a blob error.
    ///
    /// - Parameters:
    ///   - nodes: The elements of any number of values in preorder.
    ///   - bytes: What they point into.
    ///   - buffer: Gets the reply behind what it holds.
    public static func appendReply(
        _ nodes: Span<RESPNode>,
        bytes: Span<UInt8>,
        to buffer: inout [UInt8]
    ) {
        for index in nodes.indices {
            appendElement(nodes[index], bytes: bytes, to: &buffer)
        }
    }

    private static func appendElement(
        _ node: RESPNode,
        bytes: Span<UInt8>,
        to buffer: inout [UInt8]
    ) {
        let payload = bytes.extracting(node.payload)
        switch node.type {
        case .simpleString where payload.holdsLineBreak:
            appendBlob(.bulkString, payload, to: &buffer)
        case .error where payload.holdsLineBreak:
            appendBlob(.blobError, payload, to: &buffer)
        case .simpleString, .error, .integer, .null, .double, .boolean, .bigNumber:
            appendLine(node.type, payload, to: &buffer)
        case .bulkString, .blobError:
            appendBlob(node.type, payload, to: &buffer)
        case .verbatimString:
            let start = node.verbatimFormat.lowerBound
            appendBlob(node.type, bytes.extracting(start..<node.payload.upperBound), to: &buffer)
        case .array, .set, .push:
            appendHeader(node.type, node.count, to: &buffer)
        case .map, .attribute:
            appendHeader(node.type, node.count / 2, to: &buffer)
        }
    }

    private static func appendLine(
        _ type: RESPType,
        _ text: Span<UInt8>,
        to buffer: inout [UInt8]
    ) {
        buffer.append(type.rawValue)
        append(text, to: &buffer)
        appendLineEnd(to: &buffer)
    }

    private static func appendBlob(
        _ type: RESPType,
        _ payload: Span<UInt8>,
        to buffer: inout [UInt8]
    ) {
        appendHeader(type, payload.count, to: &buffer)
        append(payload, to: &buffer)
        appendLineEnd(to: &buffer)
    }
}

extension Span where Element == UInt8 {
    fileprivate var holdsLineBreak: Bool {
        for index in indices
        where self[index] == UInt8(ascii: "\r") || self[index] == UInt8(ascii: "\n") {
            return true
        }
        return false
    }
}

extension RESPValue {
    /// The value as a server sends it in RESP3.
    public var encoded: [UInt8] {
        var buffer: [UInt8] = []
        let flattening = RESPFlattening(self)
        RESPEncoder.appendReply(flattening.nodes.span, bytes: flattening.bytes.span, to: &buffer)
        return buffer
    }
}
