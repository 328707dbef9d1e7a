/// An error reply: the server's own words.
///
///     do { _ = try name.value } catch DeferredError.server(let error) where error.code == .wrongType {
///         …
///     }
///
/// Reference: https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors
public struct ServerError: Error, Hashable, Sendable {
    /// The whole line without its type byte, unaltered.
    public let text: [UInt8]

    /// The error that a reply spells.
    public init(text: [UInt8]) {
        self.text = text
    }

    /// The first word, `WRONGTYPE` for instance.
    public var code: ServerErrorCode {
        ServerErrorCode(rawValue: Array(text.prefix { $0 != UInt8(ascii: " ") }))
    }

    /// The whole line as text; what is not UTF-8 in it is shown as U+FFFD.
    public var message: String { String(decoding: text, as: UTF8.self) }
}

extension ServerError: CustomStringConvertible {
    /// The whole line as text.
    public var description: String { message }
}
