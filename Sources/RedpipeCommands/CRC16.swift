/// The check sum that the cluster hashes keys with: CRC-16/XMODEM, polynomial 0x1021.
///
/// Reference: https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#appendix
enum CRC16 {
    private static let table = InlineArray<256, UInt16> { index in
        (0..<8).reduce(UInt16(index) << 8) { remainder, _ in
            remainder & 0x8000 == 0 ? remainder << 1 : remainder << 1 ^ 0x1021
        }
    }

    /// The check sum of the bytes in a range, which must lie within them.
    static func checksum(of bytes: borrowing Span<UInt8>, in range: Range<Int>) -> UInt16 {
        var checksum: UInt16 = 0
        for index in range {
            checksum = checksum << 8 ^ table[Int(UInt8(checksum >> 8) ^ bytes[index])]
        }
        return checksum
    }
}
