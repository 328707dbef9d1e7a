/// Which text a span points into: the script, one of its includes, a line of the REPL.
package struct SourceID: Hashable, Sendable {
    package let rawValue: Int32

    package init(rawValue: Int32) {
        self.rawValue = rawValue
    }
}

/// A run of bytes of one source text.
///
/// Offsets count UTF-8 bytes; lines and columns exist only when a diagnostic is drawn.
package struct SourceSpan: Hashable, Sendable {
    package let source: SourceID
    private let lower: Int32
    private let upper: Int32

    package var range: Range<Int> {
        Int(lower)..<Int(upper)
    }

    package var start: Int { Int(lower) }
    package var end: Int { Int(upper) }

    package init(source: SourceID, range: Range<Int>) {
        self.source = source
        lower = Int32(clamping: range.lowerBound)
        upper = Int32(clamping: range.upperBound)
    }

    /// The span from the start of this one to the end of another of the same text.
    package func joined(with other: SourceSpan) -> SourceSpan {
        SourceSpan(source: source, range: start..<max(start, other.end))
    }

    /// The empty span right behind this one.
    package var behind: SourceSpan {
        SourceSpan(source: source, range: end..<end)
    }
}
