/// A text as it was read: its bytes, its name and its place among the texts of one run.
package struct SourceText: Sendable {
    package let id: SourceID
    /// What diagnostics call it: a path as the user gave it, `<stdin>`, `-e`.
    package let name: String
    package let bytes: [UInt8]

    package init(id: SourceID, name: String, bytes: [UInt8]) {
        self.id = id
        self.name = name
        self.bytes = bytes
    }

    package init(id: SourceID, name: String, text: String) {
        self.init(id: id, name: name, bytes: Array(text.utf8))
    }

    /// The line that holds a byte, and the bytes of that line without its line break.
    package func line(at offset: Int) -> SourceLine {
        let offset = min(max(offset, 0), bytes.count)
        let number = bytes[..<offset].count { $0 == UInt8(ascii: "\n") } + 1
        let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        var end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return SourceLine(number: number, range: start..<max(start, end))
    }
}

/// One line of a source text.
package struct SourceLine: Hashable, Sendable {
    /// From 1.
    package let number: Int
    /// Without its line break.
    package let range: Range<Int>
}
