import RedpipeRESP

extension [UInt8] {
    /// Appends a scalar of a reply as a JSON value.
    mutating func appendJSON(
        _ node: RESPNode,
        _ payload: Span<UInt8>,
        for destination: OutputDestination
    ) {
        switch node.type {
        case .integer: appendInteger(payload)
        case .double: appendJSONDouble(payload)
        case .boolean: append(payload.isTrue ? "true" : "false")
        case .null: append("null")
        case .bigNumber: appendJSONBigNumber(payload)
        case .error, .blobError:
            append("{\"error\":")
            appendJSONError(payload, for: destination)
            append("}")
        default: appendJSON(payload, for: destination)
        }
    }

    /// Appends a scalar as the key of an object: in quotes, whatever its type.
    mutating func appendJSONKey(
        _ key: RESPNode,
        _ payload: Span<UInt8>,
        for destination: OutputDestination
    ) {
        switch key.type {
        case .simpleString, .bulkString, .verbatimString:
            appendJSON(payload, for: destination)
        default:
            append("\"")
            if key.type == .double {
                append(payload)
            } else {
                appendJSON(key, payload, for: destination)
            }
            append("\"")
        }
    }

    /// Appends `{"code":"ERR","message":"no such key"}`: the first word, then the others.
    mutating func appendJSONError(_ error: Span<UInt8>, for destination: OutputDestination) {
        let code = (0..<error.count).first { error[$0] == UInt8(ascii: " ") } ?? error.count
        append("{\"code\":")
        appendJSON(error.extracting(0..<code), for: destination)
        append(",\"message\":")
        let message = Swift.min(code + 1, error.count)..<error.count
        appendJSON(error.extracting(message), for: destination)
        append("}")
    }

    /// Appends digits as a number if 64 bits hold it, else as a string.
    private mutating func appendJSONBigNumber(_ digits: Span<UInt8>) {
        if let number = Int64(decimal: digits) {
            RESPEncoder.appendDecimal(number, to: &self)
        } else {
            append("\"")
            append(digits)
            append("\"")
        }
    }
}
