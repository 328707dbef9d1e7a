extension [UInt8] {
    /// Appends bytes in base64, with padding.
    ///
    /// Reference: https://www.rfc-editor.org/rfc/rfc4648#section-4
    mutating func appendBase64(_ bytes: Span<UInt8>) {
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = start..<Swift.min(start + 3, bytes.count)
            let bits = (0..<3).reduce(UInt32(0)) { bits, place in
                let index = start + place
                return bits << 8 | (group.contains(index) ? UInt32(bytes[index]) : 0)
            }
            for place in 0..<4 {
                let sextet = UInt8(bits >> UInt32(18 - 6 * place) & 0x3f)
                append(place <= group.count ? Self.base64Digit(sextet) : UInt8(ascii: "="))
            }
        }
    }

    private static func base64Digit(_ sextet: UInt8) -> UInt8 {
        switch sextet {
        case 0..<26: UInt8(ascii: "A") + sextet
        case 26..<52: UInt8(ascii: "a") + sextet - 26
        case 52..<62: UInt8(ascii: "0") + sextet - 52
        case 62: UInt8(ascii: "+")
        default: UInt8(ascii: "/")
        }
    }
}
