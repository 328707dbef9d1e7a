package import RedpipeRESP

/// Writes replies as redis-cli does into a pipe: the bytes of every value, one a line.
///
/// A null and an empty list are an empty line, nested lists are flattened, and a map is a line
/// `key value` for each pair. Attributes are left out.
package struct RawPrinter: ReplyPrinter {
    private let options: PrinterOptions

    package init(_ options: PrinterOptions) {
        self.options = options
    }

    /// For replies that are a text of many lines: nothing follows them, in no format.
    ///
    /// `VerbatimReply` knows the commands with such replies.
    package static func verbatim(_ options: PrinterOptions) -> RawPrinter {
        var options = options
        options.replyDelimiter = []
        return RawPrinter(options)
    }

    package func append(
        _ nodes: Span<RESPNode>,
        bytes: Span<UInt8>,
        to output: inout [UInt8]
    ) {
        _ = appendValue(at: 0, nodes, bytes, to: &output)
        output.append(options.replyDelimiter.span)
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
        let aggregate = nodes[index]
        var position = index + 1
        for element in 0..<aggregate.count {
            if aggregate.type == .map, !element.isMultiple(of: 2) {
                output.append(UInt8(ascii: " "))
            } else if element > 0 {
                output.append(options.elementDelimiter.span)
            }
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
        case .boolean: output.append(payload.isTrue ? "(true)" : "(false)")
        case .error, .blobError:
            output.appendText(payload, for: options.destination)
            output.append(UInt8(ascii: "\n"))
        default: output.appendText(payload, for: options.destination)
        }
    }
}
