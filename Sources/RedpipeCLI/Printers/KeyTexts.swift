/// The keys of one map as they would be written, to find two that are the same.
struct KeyTexts {
    /// The keys, one after the other.
    var text: [UInt8] = []
    /// Where each of them lies in `text`.
    private var ranges: [Range<Int>] = []

    /// Forgets the keys, but after a giant map nothing of it is kept.
    mutating func removeAll() {
        let keepsMemory = text.capacity < 1 << 20 && ranges.capacity < 1 << 16
        text.removeAll(keepingCapacity: keepsMemory)
        ranges.removeAll(keepingCapacity: keepsMemory)
    }

    /// Takes all that was added to `text` since the last key as the next one.
    mutating func endKey() {
        ranges.append((ranges.last?.upperBound ?? 0)..<text.count)
    }

    /// Whether no two keys are the same; their order is lost.
    mutating func areUnique() -> Bool {
        // A span of the property would borrow all of `self`.
        let keys = text
        let text = keys.span
        // The fields of most hashes: comparing each with each takes less time than sorting.
        if ranges.count <= 16 { return Self.areUnequal(ranges.span, in: text) }
        ranges.sort { text.compare($0, $1) < 0 }
        return ranges.indices.dropFirst()
            .allSatisfy { text.compare(ranges[$0 - 1], ranges[$0]) != 0 }
    }

    private static func areUnequal(_ ranges: Span<Range<Int>>, in text: Span<UInt8>) -> Bool {
        for right in ranges.indices {
            for left in 0..<right where text.compare(ranges[left], ranges[right]) == 0 {
                return false
            }
        }
        return true
    }
}

extension Span where Element == UInt8 {
    /// The order of two pieces, shorter ones first: below 0, 0 or above it.
    fileprivate func compare(_ left: Range<Int>, _ right: Range<Int>) -> Int {
        guard left.count == right.count else { return left.count - right.count }
        for offset in 0..<left.count {
            let difference =
                Int(self[left.lowerBound + offset]) - Int(self[right.lowerBound + offset])
            if difference != 0 { return difference }
        }
        return 0
    }
}
