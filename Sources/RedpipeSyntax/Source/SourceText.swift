/// A text as it was read: its bytes, its name and its place among the texts of one run.
package struct SourceText: Sendable {
    package let id: SourceID
    /// What diagnostics call it: a path as the user gave it, `<stdin>`, `-e`.
    package let name: String
    package let bytes: [UInt8]
    /// The number of the first line: more than 1 in a part of a longer text.
    private let firstLine: Int
    /// Where each line starts.
    private let lineStarts: [Int]

    package init(id: SourceID, name: String, bytes: [UInt8], firstLine: Int = 1) {
        self.id = id
        self.firstLine = firstLine
        self.name = name
        self.bytes = bytes
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(offset + 1)
        }
        lineStarts = starts
    }

    package init(id: SourceID, name: String, text: String) {
        self.init(id: id, name: name, bytes: Array(text.utf8))
    }

    /// The line that holds a byte, and the bytes of that line without its line break.
    package func line(at offset: Int) -> SourceLine {
        let offset = min(max(offset, 0), bytes.count)
        let count = lineCount(upTo: offset)
        let start = lineStarts[count - 1]
        var end = count < lineStarts.count ? lineStarts[count] - 1 : bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return SourceLine(number: firstLine + count - 1, range: start..<max(start, end))
    }

    /// How many lines start at an offset or before it.
    private func lineCount(upTo offset: Int) -> Int {
        var (low, high) = (1, lineStarts.count)
        while low < high {
            let middle = (low + high + 1) / 2
            if lineStarts[middle - 1] <= offset { low = middle } else { high = middle - 1 }
        }
        return low
    }
}

/// One line of a source text.
package struct SourceLine: Hashable, Sendable {
    /// From 1.
    package let number: Int
    /// Without its line break.
    package let range: Range<Int>
}
