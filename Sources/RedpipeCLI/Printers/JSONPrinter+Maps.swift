import RedpipeRESP

extension JSONPrinter {
    /// Appends a map, or the pairs of an attribute: as an object if its keys allow it.
    mutating func appendMap(
        at index: Int,
        _ nodes: Span<RESPNode>,
        _ bytes: Span<UInt8>,
        to output: inout [UInt8]
    ) -> Int {
        if canBeObject(at: index, nodes, bytes) {
            appendObject(at: index, nodes, bytes, to: &output)
        } else {
            appendPairs(at: index, nodes, bytes, to: &output)
        }
    }

    private mutating func appendObject(
        at index: Int,
        _ nodes: Span<RESPNode>,
        _ bytes: Span<UInt8>,
        to output: inout [UInt8]
    ) -> Int {
        var position = index + 1
        output.append("{")
        for pair in 0..<nodes[index].count / 2 {
            if pair > 0 { output.append(",") }
            let key = nodes[position]
            output.appendJSONKey(key, bytes.extracting(key.payload), for: destination)
            output.append(":")
            position = appendValue(at: position + 1, nodes, bytes, to: &output)
        }
        output.append("}")
        return position
    }

    /// Appends `{"$map":[[k,v],…]}`.
    private mutating func appendPairs(
        at index: Int,
        _ nodes: Span<RESPNode>,
        _ bytes: Span<UInt8>,
        to output: inout [UInt8]
    ) -> Int {
        var position = index + 1
        output.append("{\"$map\":[")
        for pair in 0..<nodes[index].count / 2 {
            output.append(pair > 0 ? ",[" : "[")
            position = appendValue(at: position, nodes, bytes, to: &output)
            output.append(",")
            position = appendValue(at: position, nodes, bytes, to: &output)
            output.append("]")
        }
        output.append("]}")
        return position
    }

    /// Whether every key is text, or may stand for one, and no two are the same.
    ///
    /// That must be known before the first value is written: to write a map anew inside one that
    /// is written anew takes exponential time.
    private mutating func canBeObject(
        at index: Int,
        _ nodes: Span<RESPNode>,
        _ bytes: Span<UInt8>
    ) -> Bool {
        keys.removeAll()
        var position = index + 1
        for _ in 0..<nodes[index].count / 2 {
            let key = nodes[position]
            let payload = bytes.extracting(key.payload)
            guard isObjectKey(key, payload) else { return false }
            keys.text.appendJSONKey(key, payload, for: destination)
            keys.endKey()
            position = nodes.endOfValue(at: position + 1)
        }
        return keys.areUnique()
    }

    private func isObjectKey(_ key: RESPNode, _ payload: Span<UInt8>) -> Bool {
        switch key.type {
        case .simpleString, .bulkString, .verbatimString: payload.isUTF8
        case .integer, .double, .boolean, .null: dialect == .redisCLI
        default: false
        }
    }
}
