extension Parser {
    // DURATION = digits ("ms" | "s" | "m" | "h" | "d")

    /// Reads a duration such as `500ms`.
    ///
    /// - Parameter word: Digits and one of the units `ms s m h d`.
    /// - Returns: The duration.
    /// - Throws: A diagnostic at the word.
    package static func duration(of word: RawWord) throws(Diagnostic) -> Duration {
        let digits = word.text.prefix { $0.isASCII && $0.isNumber }
        let milliseconds: Int64? =
            switch word.text.dropFirst(digits.count) {
            case "ms": 1
            case "s": 1000
            case "m": 60_000
            case "h": 3_600_000
            case "d": 86_400_000
            default: nil
            }
        guard let milliseconds, let count = Int64(digits) else { throw .invalidDuration(word) }
        let (total, overflow) = count.multipliedReportingOverflow(by: milliseconds)
        guard !overflow, total < 1 << 52 else { throw .invalidDuration(word) }
        return .milliseconds(total)
    }
}

extension Diagnostic {
    fileprivate static func invalidDuration(_ word: RawWord) -> Diagnostic {
        Diagnostic("E0104", "`\(word.text)` is no duration", at: word.span)
            .help("a whole number and a unit: `ms s m h d`, as in `500ms`")
    }
}
