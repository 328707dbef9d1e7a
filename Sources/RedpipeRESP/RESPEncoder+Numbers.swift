extension RESPEncoder {
    /// Appends a number in decimal.
    public static func appendDecimal(_ number: Int64, to buffer: inout [UInt8]) {
        buffer.append(addingCapacity: decimalByteCountLimit) { digits in
            appendDecimal(number, to: &digits)
        }
    }

    /// How many bytes the decimal of a 64-bit integer has at most.
    static let decimalByteCountLimit = 20

    static func appendDecimal(_ number: Int64, to text: inout OutputSpan<UInt8>) {
        if number < 0 { text.append(UInt8(ascii: "-")) }
        // The last digit comes first: dividing by a constant ten takes no division.
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var start = digits.count
        var rest = number.magnitude
        repeat {
            start -= 1
            digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        for index in start..<digits.count { text.append(digits[index]) }
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
}
