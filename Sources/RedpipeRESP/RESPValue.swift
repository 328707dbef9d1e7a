/// A reply, with everything it holds, in RESP3's shapes.
///
/// Keys and values are bytes: they need not be UTF-8, and two of them are equal only if their bytes
/// are. RESP2's two null spellings and RESP3's own all read as ``null``, simple and blob errors both
/// as ``error(_:)``.
///
/// Reference: https://redis.io/docs/latest/develop/reference/protocol-spec/
public indirect enum RESPValue: Hashable, Sendable {
    /// `+OK`: a status line.
    case simpleString([UInt8])
    /// `-ERR …` or `!21 …`: the server's own words, the code first.
    case error([UInt8])
    /// `:42`
    case integer(Int64)
    /// `$5 hello`
    case bulkString([UInt8])
    /// `_`, `$-1` or `*-1`
    case null
    /// `,3.14`, `,inf`, `,nan`
    case double(Double)
    /// `#t` or `#f`
    case boolean(Bool)
    /// `(349…`: decimal digits with an optional sign.
    case bigNumber([UInt8])
    /// `=15 txt:Some string`: a text and the three bytes that name its format.
    case verbatimString([UInt8], format: [UInt8])
    /// `*2 …`
    case array([RESPValue])
    /// `%1 …`: pairs in the order of arrival; keys may repeat.
    case map([RESPPair])
    /// `~2 …`: members in the order of arrival.
    case set([RESPValue])
    /// `>2 …`: a message that answers no command.
    case push([RESPValue])
    /// `|1 … value`: a value with out-of-band attributes before it.
    case attributed(RESPValue, attributes: [RESPPair])
}

/// One key of a map with its value.
public struct RESPPair: Hashable, Sendable {
    public let key: RESPValue
    public let value: RESPValue

    public init(key: RESPValue, value: RESPValue) {
        self.key = key
        self.value = value
    }
}
