/// What a connection authenticates with.
///
/// Nothing that shows it shows the password.
public struct Credentials: Hashable, Sendable {
    /// The user's name; `nil` for the server's default user.
    public let user: [UInt8]?
    /// The password's bytes.
    public let password: [UInt8]

    /// A password, of the default user if none is named.
    public init(user: [UInt8]? = nil, password: [UInt8]) {
        self.user = user
        self.password = password
    }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The user's name alone.
    public var description: String {
        guard let user else { return "password" }
        return "user \(Excerpt(user))"
    }

    public var debugDescription: String { description }

    /// Nothing: `dump` shall not print the password either.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
