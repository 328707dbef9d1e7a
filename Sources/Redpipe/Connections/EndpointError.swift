/// What is wrong with the URL of a connection.
///
/// No case holds any part of the URL that could be a password.
@nonexhaustive
public enum EndpointError: Error, Hashable, Sendable {
    /// There is no `scheme://`.
    case missingScheme
    /// A scheme that names no kind of server.
    case unknownScheme(String)
    /// A scheme that is known but not served yet.
    case unsupportedScheme(String)
    /// A `%` without two hexadecimal digits behind it.
    case invalidPercentEncoding
    /// A host name with bytes that cannot be in one, or a `[` without its `]`.
    case invalidHost
    /// Not a number from 1 to 65535.
    case invalidPort
    /// Not a decimal number from 0 on.
    case invalidDatabase
    /// A unix socket without a path, or with a NUL in it.
    case invalidPath
    /// Two `?db=` or a database in the path and in `?db=`.
    case repeatedDatabase
    /// Something behind `?` other than `db=`.
    case unknownParameter(String)
}

extension EndpointError: CustomStringConvertible {
    /// Lower case and without a full stop.
    public var description: String {
        switch self {
        case .missingScheme: "a URL starts with `redis://` or `unix://`"
        case .unknownScheme(let scheme):
            "unknown scheme `\(scheme)`: a URL starts with `redis://` or `unix://`"
        case .unsupportedScheme(let scheme): "`\(scheme)` connections are not supported yet"
        case .invalidPercentEncoding: "a `%` without two hexadecimal digits (write `%25`)"
        case .invalidHost: "not a host name or address"
        case .invalidPort: "a port is a number from 1 to 65535"
        case .invalidDatabase: "a database is a number from 0 on"
        case .invalidPath: "a unix socket needs a path without NUL bytes"
        case .repeatedDatabase: "the database is given twice"
        case .unknownParameter(let name): "unknown parameter `\(name)`: only `db` is known"
        }
    }
}
