/// One of the 16384 parts that a cluster shares out among its nodes.
///
/// Reference: https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#key-distribution-model
public struct HashSlot: Hashable, Comparable, Sendable {
    /// How many there are.
    public static let count = 16384

    /// From 0 to 16383.
    public let rawValue: UInt16

    /// A slot by its number; `nil` outside 0..<16384.
    public init?(_ number: Int) {
        guard (0..<Self.count).contains(number) else { return nil }
        rawValue = UInt16(number)
    }

    /// The slot of a key: what its hash tag, or the whole of it, hashes to.
    public init(key: borrowing Span<UInt8>) {
        rawValue = CRC16.checksum(of: key, in: Self.hashTag(of: key)) % UInt16(Self.count)
    }

    /// The slot of a key: what its hash tag, or the whole of it, hashes to.
    public init(key: [UInt8]) {
        self.init(key: key.span)
    }

    public static func < (one: Self, other: Self) -> Bool {
        one.rawValue < other.rawValue
    }
}

extension HashSlot {
    /// The range that the cluster hashes.
    ///
    /// It lies between the first `{` and the first `}` after it; if that is empty, it is the whole
    /// key.
    ///
    ///     hashTag(of: "{user1000}.followers")  // the range of "user1000"
    ///
    /// - Parameter key: Bytes; they need not be UTF-8.
    /// - Returns: A range of `key`, empty only if `key` is.
    ///
    /// Reference: https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#hash-tags
    public static func hashTag(of key: borrowing Span<UInt8>) -> Range<Int> {
        var open = 0
        while open < key.count, key[open] != UInt8(ascii: "{") {
            open += 1
        }
        var close = open + 1
        while close < key.count, key[close] != UInt8(ascii: "}") {
            close += 1
        }
        return close < key.count && close > open + 1 ? open + 1..<close : 0..<key.count
    }

    /// The range that the cluster hashes: the hash tag, or the whole key.
    public static func hashTag(of key: [UInt8]) -> Range<Int> {
        hashTag(of: key.span)
    }
}
