extension Int64 {
    /// The number that `text` spells: an optional sign, then decimal digits and nothing else.
    ///
    ///     Int64(decimal: "-42")                  // -42
    ///     Int64(decimal: "9223372036854775808")  // nil: beyond 64 bits
    package init?(decimal text: Span<UInt8>) {
        let isNegative = !text.isEmpty && text[0] == UInt8(ascii: "-")
        let digits = text.indexOfFirstDigit..<text.count
        guard !digits.isEmpty else { return nil }
        // Eighteen digits cannot overflow, and nearly every number has fewer.
        let isShort = digits.count <= 18
        var value: Int64 = 0
        for index in digits {
            let digit = Int64(text[index]) - 0x30
            guard (0...9).contains(digit) else { return nil }
            let signed = isNegative ? -digit : digit
            if isShort {
                value = value &* 10 &+ signed
            } else {
                guard let next = value.appending(signed) else { return nil }
                value = next
            }
        }
        self = value
    }

    /// `self * 10 + digit`, or `nil` beyond 64 bits.
    private func appending(_ digit: Int64) -> Int64? {
        let (shifted, hasOverflown) = multipliedReportingOverflow(by: 10)
        let (sum, hasCarried) = shifted.addingReportingOverflow(digit)
        return hasOverflown || hasCarried ? nil : sum
    }
}
