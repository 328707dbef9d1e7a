/// All texts of one run, so that a span can be drawn.
package struct SourceFiles: Sendable {
    private var texts: [SourceText] = []

    package init() {}

    package subscript(id: SourceID) -> SourceText? {
        texts.indices.contains(Int(id.rawValue)) ? texts[Int(id.rawValue)] : nil
    }

    /// Adds a text and gives it the next identity.
    ///
    /// - Parameters:
    ///   - name: What diagnostics call it.
    ///   - bytes: The text.
    ///   - firstLine: The number of its first line, if it is a part of a longer text.
    /// - Returns: The text with its identity.
    package mutating func add(name: String, bytes: [UInt8], firstLine: Int = 1) -> SourceText {
        let id = SourceID(rawValue: Int32(texts.count))
        let text = SourceText(id: id, name: name, bytes: bytes, firstLine: firstLine)
        texts.append(text)
        return text
    }

    /// The number of the line on which a span starts, from 1.
    package func lineNumber(of span: SourceSpan) -> Int {
        self[span.source]?.line(at: span.start).number ?? 0
    }
}
