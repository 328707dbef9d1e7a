extension [UInt8] {
    /// The scalar that starts at an offset and its length in bytes; `nil` if the bytes are no UTF-8.
    func scalar(at offset: Int, before end: Int) -> (scalar: Unicode.Scalar, byteCount: Int)? {
        let first = self[offset]
        let length =
            switch first {
            case 0..<0x80: 1
            case 0xc2..<0xe0: 2
            case 0xe0..<0xf0: 3
            case 0xf0..<0xf5: 4
            default: 0
            }
        guard length > 0, offset + length <= end else { return nil }
        var value = UInt32(first) & (length == 1 ? 0x7f : 0x7f >> UInt32(length))
        for byte in self[offset + 1..<offset + length] {
            guard byte & 0xc0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3f)
        }
        let minimum: UInt32 = length == 3 ? 0x800 : length == 4 ? 0x10000 : 0
        guard value >= minimum, let scalar = Unicode.Scalar(value) else { return nil }
        return (scalar, length)
    }
}
