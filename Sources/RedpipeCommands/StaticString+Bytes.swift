extension StaticString {
    /// The byte at an offset; an offset outside the text is a mistake of ours.
    func byte(at offset: Int) -> UInt8 {
        precondition(offset >= 0 && offset < utf8CodeUnitCount, "an offset outside the table")
        return unsafe utf8Start[offset]
    }

    /// A part of the text.
    func text(in range: Range<Int>) -> String {
        String(decoding: range.lazy.map { byte(at: $0) }, as: UTF8.self)
    }
}
