extension [UInt8] {
    /// Where passwords of URLs stand in a line: between the `:` and the `@` before the host.
    ///
    ///     connect redis://app:secret@db1:6380     // the range of "secret"
    ///
    /// A diagnostic draws the line, and no password may appear in one. What an environment variable
    /// holds (`$PASS`) is not in the text.
    /// Reference: https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1
    func passwords(in line: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = line.lowerBound
        while let scheme = self[start..<line.upperBound].firstRange(of: Array("://".utf8)) {
            let authority = self[scheme.upperBound..<line.upperBound].prefix(
                while: Self.isInAuthority
            )
            start = authority.endIndex
            guard let at = authority.lastIndex(of: UInt8(ascii: "@")),
                let colon = authority[..<at].firstIndex(of: UInt8(ascii: ":"))
            else { continue }
            let password = colon + 1..<at
            if !password.isEmpty, self[password.lowerBound] != UInt8(ascii: "$") {
                result.append(password)
            }
        }
        return result
    }

    private static func isInAuthority(_ byte: UInt8) -> Bool {
        byte > 0x20 && !"/?#\"'".utf8.contains(byte)
    }
}
