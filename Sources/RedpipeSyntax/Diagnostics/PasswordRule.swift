/// Which words of a command are secret; one rule for all that shows commands.
package enum PasswordRule {
    /// What stands for a password.
    package static let mask = Array("***".utf8)

    /// The words of a command, fit to be shown.
    ///
    ///     PasswordRule.masked(words)      // HELLO 3 AUTH *** ***, SET u redis://app:***@db1
    ///
    /// - Parameter words: The words as they are sent, from the name of the command on.
    /// - Returns: As many words.
    package static func masked(_ words: [[UInt8]]) -> [[UInt8]] {
        var result = words
        let secrets = firstSecretWord(words)
        for index in words.indices {
            if let secrets, index >= secrets {
                result[index] = mask
            } else if mayHoldURL(words[index]) {
                maskURLs(&result[index])
            }
        }
        return result
    }

    private static func maskURLs(_ word: inout [UInt8]) {
        for secret in word.passwordsOfURLs(in: word.indices).reversed() {
            word.replaceSubrange(secret, with: mask)
        }
    }

    /// Whether `://` stands in it; nearly all words end here.
    private static func mayHoldURL(_ word: [UInt8]) -> Bool {
        let bytes = word.span
        guard bytes.count > 2 else { return false }
        for index in 0..<bytes.count - 2 where bytes[index] == UInt8(ascii: ":") {
            if bytes[index + 1] == UInt8(ascii: "/"), bytes[index + 2] == UInt8(ascii: "/") {
                return true
            }
        }
        return false
    }

    /// The index of the first secret word; all that follow it are secret too.
    private static func firstSecretWord(_ words: [[UInt8]]) -> Int? {
        guard let name = words.first, mayTakePassword(name) else { return nil }
        return firstSecretWord(
            words.map { String(decoding: $0, as: UTF8.self).lowercased() }[...]
        )
    }

    /// Whether a command of this name may take a password; nearly all commands end here.
    private static func mayTakePassword(_ name: [UInt8]) -> Bool {
        guard let first = name.first, (3...8).contains(name.count) else { return false }
        switch first | 0x20 {
        case UInt8(ascii: "a"), UInt8(ascii: "h"), UInt8(ascii: "m"), UInt8(ascii: "c"),
            UInt8(ascii: "s"):
            return isNamed(name)
        default: return false
        }
    }

    private static func isNamed(_ name: [UInt8]) -> Bool {
        commandNames.contains(String(decoding: name, as: UTF8.self).lowercased())
    }

    private static let commandNames: Set<String> = [
        "auth", "hello", "migrate", "config", "acl", "sentinel",
    ]

    /// The index of the first secret word of a command; all that follow it are secret too.
    ///
    /// - Parameter words: In small letters.
    /// - Returns: `nil` if there is none.
    static func firstSecretWord(_ words: ArraySlice<String>) -> Int? {
        guard let last = lastPublicWord(words), last + 1 < words.endIndex else { return nil }
        return last + 1
    }

    /// The index of the word behind which the password of a command begins.
    private static func lastPublicWord(_ words: ArraySlice<String>) -> Int? {
        switch words.first {
        case "auth": words.startIndex
        case "hello", "migrate": words.firstIndex { $0 == "auth" || $0 == "auth2" }
        case "config": words.firstIndex(where: settings.contains)
        case "acl":
            words.firstIndex(of: "setuser").map { $0 + 1 }
                ?? words.dropFirst(2).firstIndex { $0.hasPrefix(">") }.map { $0 - 1 }
        case "sentinel": words.firstIndex(where: sentinelSettings.contains)
        default: nil
        }
    }

    /// Settings of a server that are passwords.
    private static let settings: Set<String> = [
        "requirepass", "masterauth", "primaryauth", "tls-key-file-pass", "tls-client-key-file-pass",
    ]

    /// The same for Sentinel.
    private static let sentinelSettings: Set<String> = ["auth-pass", "sentinel-pass"]
}
