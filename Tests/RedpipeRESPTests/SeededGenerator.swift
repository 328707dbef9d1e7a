/// Random numbers that are the same in every run: xorshift, 64 bits.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// A generator with its own sequence for each seed but 0.
    init(seed: UInt64) {
        state = seed &* 0x9e37_79b9_7f4a_7c15
    }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
