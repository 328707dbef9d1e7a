/// All texts of one run, so that a span can be drawn.
package struct SourceFiles: Sendable {
    private var texts: [SourceText] = []

    package init() {}

    package subscript(id: SourceID) -> SourceText? {
        texts.indices.contains(Int(id.rawValue)) ? texts[Int(id.rawValue)] : nil
    }

    /// Adds a text and gives it the next identity.
    package mutating func add(name: String, bytes: [UInt8]) -> SourceText {
        let text = SourceText(id: SourceID(rawValue: Int32(texts.count)), name: name, bytes: bytes)
        texts.append(text)
        return text
    }

    /// The number of the line on which a span starts, from 1.
    package func lineNumber(of span: SourceSpan) -> Int {
        self[span.source]?.line(at: span.start).number ?? 0
    }
}
