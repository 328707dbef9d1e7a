package import RedpipeRESP

/// Writes replies as redis-cli does on a terminal.
///
///     1) "a"
///     2) 1# "key" => (integer) 1
///        2# "list" => (empty array)
///
/// What redis-cli cannot show looks alike: `(big number) 123`, and before a value the pairs of its
/// attribute, numbered with `|`.
package struct HumanPrinter: ReplyPrinter {
    private let destination: OutputDestination

    package init(destination: OutputDestination) {
        self.destination = destination
    }

    package func append(
        _ nodes: Span<RESPNode>,
        bytes: Span<UInt8>,
        to output: inout [UInt8]
    ) {
        if nodes.isInvalidation(bytes) {
            appendInvalidation(nodes, bytes, to: &output)
        } else {
            _ = appendValue(at: 0, nodes, bytes, indentation: 0, to: &output)
        }
    }

    /// Appends a value and a line end; its later lines are indented.
    ///
    /// - Returns: The position behind the value.
    private func appendValue(
        at index: Int,
        _ nodes: Span<RESPNode>,
        _ bytes: Span<UInt8>,
        indentation: Int,
        to output: inout [UInt8]
    ) -> Int {
        let node = nodes[index]
        if node.type == .attribute {
            return appendAttributed(at: index, nodes, bytes, indentation: indentation, to: &output)
        }
        guard node.type.isAggregate, node.count > 0 else {
            appendScalar(node, bytes.extracting(node.payload), to: &output)
            output.append(UInt8(ascii: "\n"))
            return index + 1
        }
        return appendItems(of: index, nodes, bytes, indentation: indentation, to: &output)
    }

    /// Appends the pairs of an attribute, then on a line of its own the value.
    private func appendAttributed(
        at index: Int,
        _ nodes: Span<RESPNode>,
        _ bytes: Span<UInt8>,
        indentation: Int,
        to output: inout [UInt8]
    ) -> Int {
        let value = appendItems(of: index, nodes, bytes, indentation: indentation, to: &output)
        if nodes[index].count > 0 { output.appendSpaces(indentation) }
        return appendValue(at: value, nodes, bytes, indentation: indentation, to: &output)
    }

    /// Appends the numbered elements of an aggregate.
    ///
    /// The first line gets no indentation: it stands behind the number of the parent.
    private func appendItems(
        of index: Int,
        _ nodes: Span<RESPNode>,
        _ bytes: Span<UInt8>,
        indentation: Int,
        to output: inout [UInt8]
    ) -> Int {
        let aggregate = nodes[index]
        let hasPairs = aggregate.type == .map || aggregate.type == .attribute
        let itemCount = hasPairs ? aggregate.count / 2 : aggregate.count
        let width = RESPEncoder.decimalByteCount(Int64(itemCount))
        let inner = indentation + width + 2
        var position = index + 1
        for item in 0..<itemCount {
            if item > 0 { output.appendSpaces(indentation) }
            output.appendNumber(item + 1, width: width)
            output.append(aggregate.type.numberMark)
            output.append(UInt8(ascii: " "))
            position = appendValue(at: position, nodes, bytes, indentation: inner, to: &output)
            guard hasPairs else { continue }
            output.removeLast()
            output.append(" => ")
            if nodes.takesLines(at: position) {
                output.append(UInt8(ascii: "\n"))
                output.appendSpaces(inner)
            }
            position = appendValue(at: position, nodes, bytes, indentation: inner, to: &output)
        }
        return position
    }

    private func appendScalar(
        _ node: RESPNode,
        _ payload: Span<UInt8>,
        to output: inout [UInt8]
    ) {
        switch node.type {
        case .simpleString: output.appendLine(payload, for: destination)
        case .error, .blobError:
            output.append("(error) ")
            output.appendLine(payload, for: destination)
        case .integer:
            output.append("(integer) ")
            output.appendInteger(payload)
        case .double:
            output.append("(double) ")
            output.append(payload)
        case .bigNumber:
            output.append("(big number) ")
            output.append(payload)
        case .bulkString: output.appendQuoted(payload)
        case .verbatimString: output.appendText(payload, for: destination)
        case .boolean: output.append(payload.isTrue ? "(true)" : "(false)")
        case .null: output.append("(nil)")
        case .array: output.append("(empty array)")
        case .map, .attribute: output.append("(empty hash)")
        case .set: output.append("(empty set)")
        case .push: output.append("(empty push)")
        }
    }

    /// `-> invalidate: 'a', 'b'`: keys that the server no longer tracks.
    private func appendInvalidation(
        _ nodes: Span<RESPNode>,
        _ bytes: Span<UInt8>,
        to output: inout [UInt8]
    ) {
        output.append("-> invalidate: ")
        for index in 3..<nodes.count {
            if index > 3 { output.append(", ") }
            output.append(UInt8(ascii: "'"))
            output.appendLine(bytes.extracting(nodes[index].payload), for: destination)
            output.append(UInt8(ascii: "'"))
        }
        output.append(UInt8(ascii: "\n"))
    }
}

extension RESPType {
    /// What stands behind the number of an element.
    fileprivate var numberMark: UInt8 {
        switch self {
        case .map: UInt8(ascii: "#")
        case .set: UInt8(ascii: "~")
        case .attribute: UInt8(ascii: "|")
        default: UInt8(ascii: ")")
        }
    }
}

extension Span where Element == RESPNode {
    /// Whether a value of a map starts on a line of its own: it has more than one numbered line.
    fileprivate func takesLines(at index: Int) -> Bool {
        let node = self[index]
        switch node.type {
        case .attribute:
            return node.count > 0 || takesLines(at: index + 1)
        case .map:
            return node.count > 2 || node.count == 2 && takesLines(at: endOfValue(at: index + 1))
        case .array, .set, .push:
            return node.count > 1 || node.count == 1 && takesLines(at: index + 1)
        default: return false
        }
    }

    /// Whether it is a server's message about keys that a client has cached: `>2 invalidate *1 key`.
    fileprivate func isInvalidation(_ bytes: Span<UInt8>) -> Bool {
        guard count > 2, self[0].type == .push, self[0].count == 2, self[2].type == .array,
            bytes.extracting(self[1].payload).isEqual(to: "invalidate")
        else { return false }
        return (3..<count).allSatisfy { self[$0].type == .bulkString }
    }
}
