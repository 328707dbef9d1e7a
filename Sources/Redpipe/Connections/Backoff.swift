/// The pauses before refused commands are sent again.
struct Backoff {
    private var waitCount = 0

    /// How often commands are sent again before their refusal stands.
    static let limit = 5

    /// Whether there is no pause left.
    var isExhausted: Bool { waitCount == Self.limit }

    /// The next pause: about twice as long as the one before, 1.5 s in all.
    ///
    /// It is random within a half, so that clients that were refused together come back apart.
    mutating func next() -> Duration {
        let base = 50 << waitCount
        waitCount += 1
        return .milliseconds(Int.random(in: (base * 3 / 4)...(base * 5 / 4)))
    }
}
