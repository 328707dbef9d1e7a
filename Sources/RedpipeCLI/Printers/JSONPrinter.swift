package import RedpipeRESP

/// Writes each reply as one JSON value on a line, which is valid whatever the server sent.
///
/// What JSON has no form for is an object with a `$` key: `{"$bytes":"AP8K"}` (base64) for bytes
/// that are not UTF-8, `{"$double":"inf"}`, `{"$map":[[k,v],…]}` for maps whose keys cannot be
/// those of an object, `{"$attributes":…,"$value":…}`. An error is
/// `{"error":{"code":"ERR","message":"…"}}`, a big number that exceeds 64 bits a string.
package struct JSONPrinter: ReplyPrinter {
    /// Whose rules decide where there is a choice.
    package enum Dialect: Sendable {
        /// redis-cli's: numbers, booleans and null may be keys, as their text; attributes are left
        /// out.
        case redisCLI
        /// Our own, which keeps all types apart: only text may be a key.
        case tagged
    }

    let dialect: Dialect
    let destination: OutputDestination
    /// The texts of a map's keys, to tell whether any two are the same; used again for each map.
    var keys = KeyTexts()

    package init(_ dialect: Dialect, destination: OutputDestination = .stream) {
        self.dialect = dialect
        self.destination = destination
    }

    package mutating func append(
        _ nodes: Span<RESPNode>,
        bytes: Span<UInt8>,
        to output: inout [UInt8]
    ) {
        appendValue(nodes, bytes: bytes, to: &output)
        output.append(UInt8(ascii: "\n"))
    }

    /// Appends one value, and no line end: a part of a greater JSON text.
    package mutating func appendValue(
        _ nodes: Span<RESPNode>,
        bytes: Span<UInt8>,
        to output: inout [UInt8]
    ) {
        _ = appendValue(at: 0, nodes, bytes, to: &output)
    }

    /// Appends the object that describes an error: `{"code":"ERR","message":"no such key"}`.
    ///
    /// - Parameters:
    ///   - error: The server's words: its first one is the code, the others are the message.
    ///   - output: Gets the object behind what it holds.
    package func appendError(_ error: Span<UInt8>, to output: inout [UInt8]) {
        output.appendJSONError(error, for: destination)
    }

    mutating func appendValue(
        at index: Int,
        _ nodes: Span<RESPNode>,
        _ bytes: Span<UInt8>,
        to output: inout [UInt8]
    ) -> Int {
        let node = nodes[index]
        switch node.type {
        case .array, .set, .push: return appendArray(at: index, nodes, bytes, to: &output)
        case .map: return appendMap(at: index, nodes, bytes, to: &output)
        case .attribute: return appendAttributed(at: index, nodes, bytes, to: &output)
        default:
            output.appendJSON(node, bytes.extracting(node.payload), for: destination)
            return index + 1
        }
    }

    private mutating func appendArray(
        at index: Int,
        _ nodes: Span<RESPNode>,
        _ bytes: Span<UInt8>,
        to output: inout [UInt8]
    ) -> Int {
        var position = index + 1
        output.append("[")
        for element in 0..<nodes[index].count {
            if element > 0 { output.append(",") }
            position = appendValue(at: position, nodes, bytes, to: &output)
        }
        output.append("]")
        return position
    }

    private mutating func appendAttributed(
        at index: Int,
        _ nodes: Span<RESPNode>,
        _ bytes: Span<UInt8>,
        to output: inout [UInt8]
    ) -> Int {
        switch dialect {
        case .redisCLI:
            let value = nodes.valueOfAttribute(at: index)
            return appendValue(at: value, nodes, bytes, to: &output)
        case .tagged:
            output.append("{\"$attributes\":")
            let value = appendMap(at: index, nodes, bytes, to: &output)
            output.append(",\"$value\":")
            let end = appendValue(at: value, nodes, bytes, to: &output)
            output.append("}")
            return end
        }
    }
}
