extension ReplyParser {
    /// The CR that ends the line at the position; `nil` if it, or the LF behind it, is yet to come.
    mutating func lineEnd(_ bytes: Span<UInt8>) throws(Failure) -> Int? {
        let start = max(scanned, position + 1)
        let end = bytes.lineBreak(from: start)
        examinedByteCount += end - start
        scanned = end
        guard end - position - 1 <= limits.lineByteCount else {
            throw failure(.lineTooLong(limit: limits.lineByteCount), at: position)
        }
        guard end < bytes.count else { return nil }
        guard bytes[end] == UInt8(ascii: "\r") else {
            throw failure(.missingCarriageReturn, at: end)
        }
        guard end + 1 < bytes.count else { return nil }
        guard bytes[end + 1] == UInt8(ascii: "\n") else {
            throw failure(.missingLineFeed, at: end)
        }
        return end
    }

    /// Whether the payload that is awaited and the CRLF behind it have arrived.
    func hasPayload(_ bytes: Span<UInt8>) throws(Failure) -> Bool {
        guard bytes.count - position - 2 >= awaited else { return false }
        let end = position + awaited
        guard bytes[end] == UInt8(ascii: "\r"), bytes[end + 1] == UInt8(ascii: "\n") else {
            throw failure(.missingPayloadEnd, at: end)
        }
        return true
    }

    /// The number that a header's line is.
    func integer(_ text: Span<UInt8>) throws(Failure) -> Int64 {
        guard let value = Int64(decimal: text) else {
            throw failure(.invalidInteger, at: position)
        }
        return value
    }

    /// A length or a count, once it is known to lie within its limit.
    func checked(_ length: Int64, limit: Int) throws(Failure) -> Int {
        guard length >= 0, length <= Int64(limit) else {
            throw failure(.lengthOutOfRange(limit: limit), at: position)
        }
        return Int(length)
    }

    mutating func move(to position: Int) {
        self.position = position
        scanned = position
    }

    func failure(_ problem: RESPError.Problem, at position: Int) -> Failure {
        Failure(problem: problem, position: position)
    }
}

extension Span where Element == UInt8 {
    /// The position of the first CR or LF at or after `start`; the end if there is none.
    fileprivate func lineBreak(from start: Int) -> Int {
        var index = start
        while index < count, self[index] != UInt8(ascii: "\r"), self[index] != UInt8(ascii: "\n") {
            index += 1
        }
        return index
    }
}
