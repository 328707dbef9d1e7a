extension RESPEncoder {
    /// Appends a number in decimal.
    public static func appendDecimal(_ number: Int64, to buffer: inout [UInt8]) {
        if number < 0 { buffer.append(UInt8(ascii: "-")) }
        let magnitude = number.magnitude
        // Most lengths and counts are this short.
        guard magnitude > 9 else { return buffer.append(digit(magnitude)) }
        var power = power(below: magnitude)
        var rest = magnitude
        while power > 0 {
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: power)
            buffer.append(digit(quotient))
            rest = remainder
            power /= 10
        }
    }

    /// How many bytes ``appendDecimal(_:to:)`` appends.
    public static func decimalByteCount(_ number: Int64) -> Int {
        var rest = number.magnitude
        var count = number < 0 ? 2 : 1
        while rest > 9 {
            rest /= 10
            count += 1
        }
        return count
    }

    /// A double as Redis writes it: `3`, `3.14`, `1e+20`, `inf`, `-inf`, `nan`.
    ///
    /// - Returns: The shortest decimal that reads back as the same number.
    public static func text(of number: Double) -> String {
        let text = number.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func digit(_ value: UInt64) -> UInt8 {
        UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value)
    }

    /// The greatest power of ten that is not above `magnitude`.
    private static func power(below magnitude: UInt64) -> UInt64 {
        var power: UInt64 = 10
        while magnitude / power > 9 { power *= 10 }
        return power
    }
}
