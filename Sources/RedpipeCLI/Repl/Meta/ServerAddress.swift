/// The ways in which people name a server: `db1 6380` as in redis-cli, `db1:6380`, a socket's path.
enum ServerAddress {
    /// What the language calls the server; `nil` for what may be the name of a connection.
    ///
    ///     ServerAddress.url(of: "db1 6380")  // redis://db1:6380
    static func url(of text: String) -> String? {
        if text.contains("://") || text.hasPrefix("scratch:") || text.hasPrefix("$") { return text }
        let words = text.split(separator: " ").map(String.init)
        guard let first = words.first else { return nil }
        if first.hasPrefix("/") || first.hasPrefix("~") || first.hasPrefix("./") {
            return "unix://"
                + UserFolders.expanded(text).replacing("%", with: "%25")
                .replacing(" ", with: "%20").replacing("?", with: "%3F")
        }
        if words.count == 2 { return url(host: first, port: words[1]) }
        guard words.count == 1, let colon = first.lastIndex(of: ":") else { return nil }
        return url(host: String(first[..<colon]), port: String(first[first.index(after: colon)...]))
    }

    private static func url(host: String, port: String) -> String? {
        guard !host.isEmpty, let port = UInt16(port) else { return nil }
        let isIPv6 = host.contains(":") && !host.hasPrefix("[")
        return "redis://\(isIPv6 ? "[\(host)]" : host):\(port)"
    }
}
