extension Duration {
    /// The length in nanoseconds; what 64 bits cannot hold is as good as for ever.
    var clampedNanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (nanoseconds, hasOverflown) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, hasCarried) = nanoseconds.addingReportingOverflow(attoseconds / 1_000_000_000)
        guard hasOverflown || hasCarried else { return sum }
        return seconds < 0 ? .min : .max
    }

    /// The length in seconds with as many decimals as needed, at most three: `2.5 s`.
    var secondsText: String {
        let milliseconds = clampedNanoseconds / 1_000_000
        let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
        guard rest > 0 else { return "\(seconds) s" }
        var decimals = String(1000 + rest).dropFirst()
        while decimals.last == "0" { decimals.removeLast() }
        return "\(seconds).\(decimals) s"
    }
}
