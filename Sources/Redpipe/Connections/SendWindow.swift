/// How many commands may wait for their replies on one connection.
///
/// A server keeps in memory what we do not read, and runs a buffer full of commands before it
/// writes anything: 100 000 GETs of large values must not be sent at once. So the window follows
/// the size of the replies.
struct SendWindow {
    /// Replies that arrived since the last change, and their bytes.
    private var replyCount = 0
    private var replyByteCount = 0
    /// How many commands may wait.
    private(set) var commandLimit = Self.initialLimit

    /// Before the first reply says how large replies are: a batch of the usual size in one flush.
    static let initialLimit = 1024
    /// Where more does not make it faster.
    static let greatestLimit = 65_536
    /// Where less makes it slower, whatever the size.
    static let leastLimit = 16
    /// The bytes of replies that the server shall have to keep.
    static let byteBudget = 32 << 20

    /// Learns from one reply.
    mutating func observe(replyByteCount byteCount: Int) {
        replyCount += 1
        replyByteCount += byteCount
        // The first reply, and every 64th: an average over a few follows changes soon enough.
        guard replyCount >= 64 || commandLimit == Self.initialLimit else { return }
        let average = max(1, replyByteCount / replyCount)
        commandLimit = min(max(Self.byteBudget / average, Self.leastLimit), Self.greatestLimit)
        replyCount = 0
        replyByteCount = 0
    }
}
