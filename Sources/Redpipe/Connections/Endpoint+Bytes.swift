extension UInt8 {
    /// Whether it may be in the scheme of a URL.
    ///
    /// Reference: https://www.rfc-editor.org/rfc/rfc3986#section-3.1
    var isSchemeCharacter: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// The value of a hexadecimal digit of either case.
    fileprivate var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension ArraySlice<UInt8> {
    /// What lies before the first `separator`, and what lies behind it if there is one.
    func split(at separator: Unicode.Scalar) -> (ArraySlice<UInt8>, ArraySlice<UInt8>?) {
        guard let index = firstIndex(of: UInt8(ascii: separator)) else { return (self, nil) }
        return (self[..<index], self[(index + 1)...])
    }

    /// The number that at most nine decimal digits spell, which no type here overflows on.
    var decimalNumber: Int? {
        guard (1...9).contains(count) else { return nil }
        var number = 0
        for byte in self {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
    }

    /// The bytes with each `%41` read as `A`.
    var removingPercentEncoding: [UInt8] {
        get throws(EndpointError) {
            var bytes: [UInt8] = []
            var rest = self
            while let byte = rest.popFirst() {
                bytes.append(byte == UInt8(ascii: "%") ? try rest.popEncodedByte() : byte)
            }
            return bytes
        }
    }

    private mutating func popEncodedByte() throws(EndpointError) -> UInt8 {
        guard let high = popFirst()?.hexadecimalValue, let low = popFirst()?.hexadecimalValue else {
            throw .invalidPercentEncoding
        }
        return high << 4 | low
    }
}
