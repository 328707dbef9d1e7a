/// What a decoder accepts at most; more than that is an error, found before anything is computed.
///
/// No limit reserves memory: a decoder holds only what has arrived.
public struct RESPLimits: Hashable, Sendable {
    /// How many aggregates may lie in one another.
    ///
    /// 512: no server nests deeper than ten or so by itself. Comparing and freeing a ``RESPValue``
    /// recurses; one of this depth does not need the 512 KiB that a thread has on some systems,
    /// even without optimisation.
    public var depth: Int
    /// How many child values an aggregate may announce: 2³² - 1.
    public var elementCount: Int
    /// How long a bulk string, a blob error or a verbatim string may be: 4 GiB.
    ///
    /// A server's `proto-max-bulk-len` is 512 MiB unless raised; scripts can build more.
    public var bulkByteCount: Int
    /// How long a line may be, without its type byte and its CRLF: 1 MiB.
    public var lineByteCount: Int

    /// Limits that no healthy server meets, unless you say otherwise.
    public init(
        depth: Int = 512,
        elementCount: Int = 1 << 32 - 1,
        bulkByteCount: Int = 1 << 32,
        lineByteCount: Int = 1 << 20
    ) {
        self.depth = depth
        self.elementCount = elementCount
        self.bulkByteCount = bulkByteCount
        self.lineByteCount = lineByteCount
    }
}
