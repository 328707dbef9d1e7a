extension ReplyParser {
    /// Takes the header of a value, or the end of a streamed aggregate.
    mutating func parseElement(_ bytes: Span<UInt8>) throws(Failure) -> Bool {
        guard position < bytes.count else { return false }
        let byte = bytes[position]
        guard let type = RESPType(rawValue: byte) else { return try parseStreamEnd(byte, bytes) }
        guard let end = try lineEnd(bytes) else { return false }
        let line = position + 1..<end
        switch type {
        case .simpleString, .error: finishLine(type, line)
        case .integer, .double, .boolean, .bigNumber, .null: try parseLine(type, line, bytes)
        case .bulkString, .blobError, .verbatimString: try parseLength(of: type, line, bytes)
        case .array, .set, .push, .map, .attribute: try parseCount(of: type, line, bytes)
        }
        return true
    }

    /// A scalar whose line has a grammar.
    private mutating func parseLine(
        _ type: RESPType,
        _ line: Range<Int>,
        _ bytes: Span<UInt8>
    ) throws(Failure) {
        let text = bytes.extracting(line)
        let problem: RESPError.Problem? =
            switch type {
            case .integer: Int64(decimal: text) == nil ? .invalidInteger : nil
            case .double: text.isDouble ? nil : .invalidDouble
            case .boolean: text.isBoolean ? nil : .invalidBoolean
            case .bigNumber: text.isDecimalInteger ? nil : .invalidBigNumber
            default: text.isEmpty ? nil : .invalidNull
            }
        if let problem { throw Failure(problem: problem, position: position) }
        finishLine(type, line)
    }

    /// `$5`, `$-1`, `$?`, `!5`, `=5`: the header of a payload.
    private mutating func parseLength(
        of type: RESPType,
        _ line: Range<Int>,
        _ bytes: Span<UInt8>
    ) throws(Failure) {
        if type == .bulkString, bytes.isStreamMark(line) { return beginStreamedString(line) }
        let length = try integer(bytes.extracting(line))
        if type == .bulkString, length == -1 { return finishLine(.null, line) }
        awaited = try checked(length, limit: limits.bulkByteCount)
        // A verbatim string's format and colon are no part of its text.
        let prefix = type == .verbatimString ? 4 : 0
        guard awaited >= prefix else { throw failure(.invalidVerbatimString, at: position) }
        move(to: line.upperBound + 2)
        nodes.append(RESPNode(type, offset: position + prefix, count: awaited - prefix))
        state = .payload
    }

    /// Takes the payload that a header announced.
    mutating func parsePayload(_ bytes: Span<UInt8>) throws(Failure) -> Bool {
        guard try hasPayload(bytes) else { return false }
        if nodes[nodes.count - 1].type == .verbatimString, bytes[position + 3] != 0x3a {
            throw failure(.invalidVerbatimString, at: position)
        }
        move(to: position + awaited + 2)
        finishValue()
        return true
    }

    /// `*3`, `*-1`, `*?`, `%2`, `|1`: the header of an aggregate.
    private mutating func parseCount(
        of type: RESPType,
        _ line: Range<Int>,
        _ bytes: Span<UInt8>
    ) throws(Failure) {
        if type.canBeStreamed, bytes.isStreamMark(line) {
            return try open(type, count: 0, remaining: Frame.streamed, line)
        }
        let announced = try integer(bytes.extracting(line))
        if type == .array, announced == -1 { return finishLine(.null, line) }
        let hasPairs = type == .map || type == .attribute
        let limit = hasPairs ? limits.elementCount / 2 : limits.elementCount
        let count = try checked(announced, limit: limit) * (hasPairs ? 2 : 1)
        try open(type, count: count, remaining: type == .attribute ? count + 1 : count, line)
    }

    /// Adds an aggregate, and waits for its children if it has any.
    private mutating func open(
        _ type: RESPType,
        count: Int,
        remaining: Int,
        _ line: Range<Int>
    ) throws(Failure) {
        guard frames.count < limits.depth else {
            throw failure(.tooDeep(limit: limits.depth), at: position)
        }
        move(to: line.upperBound + 2)
        nodes.append(RESPNode(type, offset: position, count: count))
        guard remaining != 0 else { return finishValue() }
        frames.append(Frame(node: nodes.count - 1, remaining: remaining))
        state = .element
    }

    /// Adds a scalar that is its line.
    private mutating func finishLine(_ type: RESPType, _ line: Range<Int>) {
        let byteCount = type == .null ? 0 : line.count
        nodes.append(RESPNode(type, offset: line.lowerBound, count: byteCount))
        move(to: line.upperBound + 2)
        finishValue()
    }

    /// Counts a whole value, and every aggregate that is whole with it.
    mutating func finishValue() {
        state = .element
        while let frame = frames.last {
            if frame.remaining == Frame.streamed {
                nodes[frame.node].count += 1
                return
            }
            guard frame.remaining == 1 else {
                frames[frames.count - 1].remaining -= 1
                return
            }
            frames.removeLast()
        }
        state = .complete
    }
}
