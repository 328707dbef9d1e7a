package import RedpipeRESP

/// Writes each reply as one line of comma-separated values, as `redis-cli --csv` does.
///
/// Strings are in quotes with backslash escapes for what does not print; lists and maps are
/// flattened, an empty one is an empty field, a null is `NULL`. Unlike redis-cli a quotation mark
/// is doubled, for a backslash before it would end the field for everybody else. Attributes are
/// left out.
///
/// Reference: https://www.rfc-editor.org/rfc/rfc4180
package struct CSVPrinter: ReplyPrinter {
    package init() {}

    package func append(
        _ nodes: Span<RESPNode>,
        bytes: Span<UInt8>,
        to output: inout [UInt8]
    ) {
        _ = appendValue(at: 0, nodes, bytes, to: &output)
        output.append(UInt8(ascii: "\n"))
    }

    private func appendValue(
        at index: Int,
        _ nodes: Span<RESPNode>,
        _ bytes: Span<UInt8>,
        to output: inout [UInt8]
    ) -> Int {
        let node = nodes[index]
        switch node.type {
        case .attribute:
            let value = nodes.valueOfAttribute(at: index)
            return appendValue(at: value, nodes, bytes, to: &output)
        case .array, .set, .push, .map:
            return appendElements(of: index, nodes, bytes, to: &output)
        default:
            appendScalar(node, bytes.extracting(node.payload), to: &output)
            return index + 1
        }
    }

    private func appendElements(
        of index: Int,
        _ nodes: Span<RESPNode>,
        _ bytes: Span<UInt8>,
        to output: inout [UInt8]
    ) -> Int {
        var position = index + 1
        for element in 0..<nodes[index].count {
            if element > 0 { output.append(UInt8(ascii: ",")) }
            position = appendValue(at: position, nodes, bytes, to: &output)
        }
        return position
    }

    private func appendScalar(
        _ node: RESPNode,
        _ payload: Span<UInt8>,
        to output: inout [UInt8]
    ) {
        switch node.type {
        case .integer: output.appendInteger(payload)
        case .boolean: output.append(payload.isTrue ? "true" : "false")
        case .null: output.append("NULL")
        case .double, .bigNumber: output.append(payload)
        case .error, .blobError:
            output.append("ERROR,")
            output.appendQuoted(payload, quoteEscape: UInt8(ascii: "\""))
        default: output.appendQuoted(payload, quoteEscape: UInt8(ascii: "\""))
        }
    }
}
