extension StaticString {
    /// The byte at an offset; an offset outside the text is a mistake of ours.
    func byte(at offset: Int) -> UInt8 {
        precondition(offset >= 0 && offset < utf8CodeUnitCount, "an offset outside the table")
        return unsafe utf8Start[offset]
    }

    /// A part of the text.
    func text(in range: Range<Int>) -> String {
        precondition(range.lowerBound >= 0 && range.upperBound <= utf8CodeUnitCount)
        let start = unsafe utf8Start + range.lowerBound
        return unsafe String(
            decoding: UnsafeBufferPointer(start: start, count: range.count),
            as: UTF8.self
        )
    }
}
