extension Span where Element == UInt8 {
    /// 1 behind a sign, else 0.
    var indexOfFirstDigit: Int {
        !isEmpty && (self[0] == UInt8(ascii: "-") || self[0] == UInt8(ascii: "+")) ? 1 : 0
    }

    /// Whether it is an optional sign and at least one decimal digit.
    var isDecimalInteger: Bool {
        let start = indexOfFirstDigit
        return start < count && endOfDigits(from: start) == count
    }

    /// Whether it is `t` or `f`.
    var isBoolean: Bool {
        count == 1 && (self[0] == UInt8(ascii: "t") || self[0] == UInt8(ascii: "f"))
    }

    /// Whether it is a decimal number, with a fraction and an exponent if need be, or not finite.
    ///
    /// Servers before Redis 7.2 wrote what C's `printf` writes, so `-nan` is one too.
    var isDouble: Bool { isDecimalFraction || isNonFinite }

    private var isDecimalFraction: Bool {
        let start = indexOfFirstDigit
        var end = endOfDigits(from: start)
        var digitCount = end - start
        if end < count, self[end] == UInt8(ascii: ".") {
            let fraction = end + 1
            end = endOfDigits(from: fraction)
            digitCount += end - fraction
        }
        guard digitCount > 0, end < count else { return digitCount > 0 }
        guard self[end] | 0x20 == UInt8(ascii: "e") else { return false }
        return extracting(end + 1..<count).isDecimalInteger
    }

    private var isNonFinite: Bool {
        let start = indexOfFirstDigit
        guard count - start == 3 else { return false }
        let letters = (self[start] | 0x20, self[start + 1] | 0x20, self[start + 2] | 0x20)
        return letters == (UInt8(ascii: "i"), UInt8(ascii: "n"), UInt8(ascii: "f"))
            || letters == (UInt8(ascii: "n"), UInt8(ascii: "a"), UInt8(ascii: "n"))
    }

    private func endOfDigits(from start: Int) -> Int {
        var index = start
        while index < count, (0x30...0x39).contains(self[index]) { index += 1 }
        return index
    }
}
