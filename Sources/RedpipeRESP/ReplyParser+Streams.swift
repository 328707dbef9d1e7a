extension ReplyParser {
    /// `$?`: chunks follow, up to an empty one.
    mutating func beginStreamedString(_ line: Range<Int>) {
        move(to: line.upperBound + 2)
        nodes.append(RESPNode(.bulkString, offset: position, count: 0))
        state = .chunkHeader
    }

    /// `.`: the end of a streamed aggregate; any other byte here is the type of nothing.
    mutating func parseStreamEnd(
        _ byte: UInt8,
        _ bytes: Span<UInt8>
    ) throws(Failure) -> Bool {
        guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: ";") else {
            throw failure(.unknownType, at: position)
        }
        guard let frame = frames.last, frame.remaining == Frame.streamed,
            byte == UInt8(ascii: ".")
        else { throw failure(.unexpectedStreamPart, at: position) }
        guard let end = try lineEnd(bytes) else { return false }
        guard end == position + 1 else { throw failure(.unexpectedStreamPart, at: position) }
        let node = nodes[frame.node]
        guard node.type != .map || node.count.isMultiple(of: 2) else {
            throw failure(.missingMapValue, at: position)
        }
        move(to: end + 2)
        frames.removeLast()
        finishValue()
        return true
    }

    /// `;4`: the length of a chunk, 0 for the end of the string.
    mutating func parseChunkHeader(_ bytes: Span<UInt8>) throws(Failure) -> Bool {
        guard position < bytes.count else { return false }
        guard bytes[position] == UInt8(ascii: ";") else {
            throw failure(.missingChunk, at: position)
        }
        guard let end = try lineEnd(bytes) else { return false }
        let length = try integer(bytes.extracting(position + 1..<end))
        awaited = try checked(length, limit: limits.bulkByteCount - nodes[nodes.count - 1].count)
        move(to: end + 2)
        if awaited == 0 {
            finishValue()
        } else {
            state = .chunk
        }
        return true
    }

    /// Adds a chunk to the payload; they come in one piece once its bytes were moved.
    mutating func finishChunk() -> Progress {
        let last = nodes.count - 1
        let chunk = position..<position + awaited
        let target = nodes[last].payload.upperBound
        nodes[last].count += awaited
        move(to: chunk.upperBound + 2)
        state = .chunkHeader
        return .chunk(chunk, target: target)
    }
}

extension RESPType {
    /// Whether its header may end in `?` in place of a count.
    var canBeStreamed: Bool { self == .array || self == .set || self == .map }
}

extension Span where Element == UInt8 {
    /// Whether a header announces chunks or children in place of their number: `$?`, `*?`.
    func isStreamMark(_ line: Range<Int>) -> Bool {
        line.count == 1 && self[line.lowerBound] == UInt8(ascii: "?")
    }
}
