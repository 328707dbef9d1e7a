extension Endpoint {
    /// The endpoint that a URL names.
    ///
    ///     redis://[[user]:password@]host[:port][/database]
    ///     unix://[[user]:password@]/path[?db=database]
    ///
    /// User, password and path are percent-encoded; an IPv6 address stands in brackets; without a
    /// host it is 127.0.0.1. A single word before the `@` is a password, as for redis-cli.
    ///
    /// Reference: https://www.iana.org/assignments/uri-schemes/prov/redis
    public init(url: String) throws(EndpointError) {
        let (scheme, rest) = try Self.splitScheme(url)
        switch scheme {
        case "redis": self = try Self.tcp(rest)
        case "unix", "redis+unix": self = try Self.unix(rest)
        case "rediss", "redis+cluster", "rediss+cluster", "redis+sentinel", "rediss+sentinel":
            throw .unsupportedScheme(scheme)
        default: throw .unknownScheme(scheme)
        }
    }

    private static func splitScheme(
        _ url: String
    ) throws(EndpointError) -> (String, ArraySlice<UInt8>) {
        let bytes = Array(url.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
            bytes[colon...].starts(with: "://".utf8),
            bytes[..<colon].allSatisfy(\.isSchemeCharacter), colon > 0
        else { throw .missingScheme }
        let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
        return (scheme, bytes[(colon + 3)...])
    }

    private static func tcp(_ text: ArraySlice<UInt8>) throws(EndpointError) -> Endpoint {
        let (path, query) = text.split(at: "?")
        let (authority, database) = path.split(at: "/")
        let (credentials, place) = try splitCredentials(authority)
        let (host, port) = try splitPort(place)
        return Endpoint(
            .tcp(host: host, port: port),
            credentials: credentials,
            database: try parseDatabase(path: database, query: query)
        )
    }

    private static func unix(_ text: ArraySlice<UInt8>) throws(EndpointError) -> Endpoint {
        let (whole, query) = text.split(at: "?")
        // A path may hold an `@` of its own.
        let (credentials, encodedPath) =
            whole.first == UInt8(ascii: "/") ? (nil, whole) : try splitCredentials(whole)
        let path = try encodedPath.removingPercentEncoding
        guard !path.isEmpty, !path.contains(0),
            let text = String(validating: path, as: UTF8.self)
        else { throw .invalidPath }
        return Endpoint(
            .unix(path: text),
            credentials: credentials,
            database: try parseDatabase(path: nil, query: query)
        )
    }
}

extension Endpoint {
    /// Everything before the last `@` authenticates: a password may hold one unencoded.
    private static func splitCredentials(
        _ text: ArraySlice<UInt8>
    ) throws(EndpointError) -> (Credentials?, ArraySlice<UInt8>) {
        guard let at = text.lastIndex(of: UInt8(ascii: "@")) else { return (nil, text) }
        let (first, second) = text[..<at].split(at: ":")
        let rest = text[(at + 1)...]
        guard let second else {
            let password = try first.removingPercentEncoding
            return (password.isEmpty ? nil : Credentials(password: password), rest)
        }
        let user = try first.removingPercentEncoding
        let password = try second.removingPercentEncoding
        guard !user.isEmpty || !password.isEmpty else { return (nil, rest) }
        return (Credentials(user: user.isEmpty ? nil : user, password: password), rest)
    }

    private static func splitPort(
        _ text: ArraySlice<UInt8>
    ) throws(EndpointError) -> (String, UInt16) {
        guard text.first == UInt8(ascii: "[") else {
            let (host, port) = text.split(at: ":")
            return (try parseHost(host), try parsePort(port))
        }
        let (host, rest) = text.dropFirst().split(at: "]")
        guard let rest else { throw .invalidHost }
        guard !rest.isEmpty else { return (try parseHost(host), defaultPort) }
        guard rest.first == UInt8(ascii: ":") else { throw .invalidPort }
        return (try parseHost(host), try parsePort(rest.dropFirst()))
    }

    private static func parseHost(_ encoded: ArraySlice<UInt8>) throws(EndpointError) -> String {
        guard !encoded.isEmpty else { return "127.0.0.1" }
        let bytes = try encoded.removingPercentEncoding
        // A blank or a control character in a name would reach the resolver, or a message.
        guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7f }),
            let host = String(validating: bytes, as: UTF8.self)
        else { throw .invalidHost }
        return host
    }

    private static func parsePort(_ digits: ArraySlice<UInt8>?) throws(EndpointError) -> UInt16 {
        guard let digits, !digits.isEmpty else { return defaultPort }
        guard let port = digits.decimalNumber, let port = UInt16(exactly: port), port > 0 else {
            throw .invalidPort
        }
        return port
    }

    private static func parseDatabase(
        path: ArraySlice<UInt8>?,
        query: ArraySlice<UInt8>?
    ) throws(EndpointError) -> Int {
        var found = (path ?? []).isEmpty ? nil : path
        for parameter in (query ?? []).split(separator: UInt8(ascii: "&")) {
            let (name, value) = parameter.split(at: "=")
            guard name.elementsEqual("db".utf8) else {
                throw .unknownParameter(String(decoding: name.prefix(20), as: UTF8.self))
            }
            guard found == nil else { throw .repeatedDatabase }
            found = value ?? []
        }
        guard let found else { return 0 }
        guard let database = found.decimalNumber else { throw .invalidDatabase }
        return database
    }
}
