/// Where a server is and how to enter it.
///
///     let endpoint = try Endpoint(url: "redis://app:secret@db1:6380/2")
public struct Endpoint: Hashable, Sendable {
    /// Where the server listens.
    public let address: Address
    /// What to authenticate with, if anything.
    public let credentials: Credentials?
    /// The number of the database.
    public let database: Int

    /// A server at an address.
    public init(_ address: Address, credentials: Credentials? = nil, database: Int = 0) {
        self.address = address
        self.credentials = credentials
        self.database = database
    }

    /// The place where a server listens.
    public enum Address: Hashable, Sendable {
        /// A host name or a literal address, without brackets.
        case tcp(host: String, port: UInt16)
        /// The path of a unix socket.
        case unix(path: String)
    }

    /// The port of servers that name none.
    public static let defaultPort: UInt16 = 6379
}

extension Endpoint: CustomStringConvertible {
    /// The address, with the database if it is not 0, never the password: `db1:6380/2`.
    public var description: String {
        database == 0 ? "\(address)" : "\(address)/\(database)"
    }
}

extension Endpoint.Address: CustomStringConvertible {
    /// `host:port`, `[::1]:port` or the path.
    public var description: String {
        switch self {
        case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        case .unix(let path): path
        }
    }
}
