extension [UInt8] {
    /// Where passwords stand in a line, for a diagnostic that draws the line.
    ///
    /// What an environment variable holds (`$PASS`) is not in the text.
    package func passwords(in line: Range<Int>) -> [Range<Int>] {
        passwordsOfURLs(in: line).filter { self[$0.lowerBound] != UInt8(ascii: "$") }
            + (passwordOfCommand(in: line).map { [$0] } ?? [])
    }

    /// A line with `***` in the place of each password.
    package func maskingPasswords(in line: Range<Int>) -> [UInt8] {
        var result: [UInt8] = []
        var start = line.lowerBound
        for secret in passwords(in: line).sorted(by: { $0.lowerBound < $1.lowerBound })
        where secret.lowerBound >= start {
            result += self[start..<secret.lowerBound] + Array("***".utf8)
            start = secret.upperBound
        }
        return result + self[start..<line.upperBound]
    }

    /// Between the `:` and the `@` before the host.
    ///
    ///     connect redis://app:secret@db1:6380     // the range of "secret"
    func passwordsOfURLs(in line: Range<Int>) -> [Range<Int>] {
        userInformationOfURLs(in: line).compactMap { user in
            guard let colon = self[user].firstIndex(of: UInt8(ascii: ":")),
                colon + 1 < user.upperBound
            else { return nil }
            return colon + 1..<user.upperBound
        }
    }

    /// Between the scheme of a URL and the `@` before its host.
    ///
    ///     connect redis://app:secret@db1:6380     // the range of "app:secret"
    ///
    /// Reference: https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1
    package func userInformationOfURLs(in line: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = line.lowerBound
        while let scheme = self[start..<line.upperBound].firstRange(of: Array("://".utf8)) {
            let rest = self[scheme.upperBound..<line.upperBound]
            let authority = rest.prefix(while: Self.isInAuthority)
            start = authority.endIndex
            if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
                result.append(authority.startIndex..<at)
            }
        }
        return result
    }

    /// In a password people forget to encode a `/`, a `?` or a `#`, which would end it.
    private static func isInAuthority(_ byte: UInt8) -> Bool {
        byte > 0x20 && !"\"'".utf8.contains(byte)
    }

    /// All that follows the words after which a command takes a password.
    private func passwordOfCommand(in line: Range<Int>) -> Range<Int>? {
        // The words that announce a password stand at the start, whatever follows them.
        let beginning = self[line].prefix(1 << 14)
        let words = beginning.split { $0 == 0x20 || $0 == 0x09 }
        let names = words.map { String(decoding: $0, as: UTF8.self).lowercased() }
        for start in names.indices where start == 0 || Self.mayPrecedeCommand(names[start - 1]) {
            guard let secret = PasswordRule.firstSecretWord(names[start...]) else { continue }
            return words[secret].startIndex..<line.upperBound
        }
        return nil
    }

    private static func mayPrecedeCommand(_ word: String) -> Bool {
        ["<-", "cmd", "try", "{"].contains(word) || word.hasPrefix("@")
    }
}

extension String {
    /// The text with `***` in the place of each password, as of a line of a script.
    package var maskingPasswords: String {
        let bytes = Array(utf8)
        return String(decoding: bytes.maskingPasswords(in: bytes.indices), as: UTF8.self)
    }
}
