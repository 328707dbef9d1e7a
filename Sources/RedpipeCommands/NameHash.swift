/// The running hash of a name, without its case: FNV-1a of 32 bits.
///
/// `scripts/generate-commands` has the same function; the two must agree.
struct NameHash {
    private var state: UInt32 = 0x811C_9DC5

    mutating func append(_ byte: UInt8) {
        state = (state ^ UInt32(ASCII.lowercased(byte))) &* 0x0100_0193
    }

    mutating func append(_ bytes: borrowing Span<UInt8>) {
        for index in bytes.indices {
            append(bytes[index])
        }
    }

    /// The hash, with the better mixed high bits folded into the low ones.
    var value: Int {
        Int(state ^ state >> 15)
    }
}
