/// What a reply is, named by the byte that it starts with on the wire.
///
/// The three spellings of null share ``null``. Chunks of streamed strings (`;`) and the end of a
/// streamed aggregate (`.`) are no values and have no type.
///
/// Reference: https://redis.io/docs/latest/develop/reference/protocol-spec/#resp-protocol-description
public enum RESPType: UInt8, Hashable, Sendable {
    /// `+`
    case simpleString = 0x2b
    /// `-`
    case error = 0x2d
    /// `:`
    case integer = 0x3a
    /// `$`
    case bulkString = 0x24
    /// `*`
    case array = 0x2a
    /// `_`, and RESP2's `$-1` and `*-1`
    case null = 0x5f
    /// `,`
    case double = 0x2c
    /// `#`
    case boolean = 0x23
    /// `(`
    case bigNumber = 0x28
    /// `!`
    case blobError = 0x21
    /// `=`
    case verbatimString = 0x3d
    /// `%`
    case map = 0x25
    /// `~`
    case set = 0x7e
    /// `|`
    case attribute = 0x7c
    /// `>`
    case push = 0x3e
}

extension RESPType {
    /// Whether values of this type hold others.
    public var isAggregate: Bool {
        switch self {
        case .array, .map, .set, .attribute, .push: true
        default: false
        }
    }

    /// Whether the server reports a failure with it: `-` or `!`.
    public var isError: Bool { self == .error || self == .blobError }
}
