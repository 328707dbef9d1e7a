/// The name under which a program knows one of its connections.
public struct ConnectionName: Hashable, Sendable {
    /// The name itself.
    public let text: String

    /// A name.
    public init(_ text: String) {
        self.text = text
    }

    /// The connection of pipelines that name none.
    public static let `default` = Self("default")
}

extension ConnectionName: ExpressibleByStringLiteral {
    /// A name.
    public init(stringLiteral text: String) {
        self.init(text)
    }
}

extension ConnectionName: CustomStringConvertible {
    /// The name itself.
    public var description: String { text }
}
