import RedpipeCommands
import RedpipeSyntax

/// Decides which inputs hold a password and must never be written down.
enum SecretFilter {
    /// Whether an input holds a secret, in any of its lines.
    ///
    /// It errs on the safe side: a line in doubt is a secret.
    static func holdsSecret(_ text: String) -> Bool {
        text.replacing("\\\r\n", with: " ").replacing("\\\n", with: " ").split(
            whereSeparator: \.isNewline
        )
        .contains { lineHoldsSecret(String($0)) }
    }

    private static func lineHoldsSecret(_ line: String) -> Bool {
        if holdsPasswordInURL(line) { return true }
        let words = line.lowercased().split { $0.isWhitespace || "\"'{}(),".contains($0) }
            .map(String.init)
        return words.contains(where: givesPassword) || setsPassword(words)
            || words.indices.contains { index in
                isSecret(words[index...]) || isSecret(corrected(words, at: index))
            }
    }

    /// Whether there is a setting that is a password with a value behind it, whatever the command;
    /// or a rule of a user that gives one; or an option of another program.
    private static func setsPassword(_ words: [String]) -> Bool {
        let setting = words.dropLast().firstIndex { word in
            namesPassword(word)
                || word.count > 6 && Suggestion.nearest(to: word, in: passwordSettings) != nil
        }
        if let setting, setting == 0 || words[setting - 1] != "get" { return true }
        guard let first = words.first else { return false }
        if first.hasPrefix("acl"),
            words.contains(where: { $0.count > 1 && "<>".contains($0.prefix(1)) })
        {
            return true
        }
        return first.hasPrefix("redis") || first.hasPrefix("valkey")
            ? words.contains { $0 == "-a" || $0.hasPrefix("--pass") } : false
    }

    /// The words of a command from here on, its name spelled as it was probably meant: a slip of the
    /// finger does not make a password public.
    private static func corrected(_ words: [String], at index: Int) -> ArraySlice<String> {
        guard index == 0 || beginsCommand(after: words[index - 1]),
            CommandTable.command(named: words[index]) == nil,
            let name = Suggestion.nearest(to: words[index], in: secretNames)
        else { return [] }
        return [name] + words[(index + 1)...]
    }

    private static let secretNames = ["auth", "hello", "migrate", "acl", "config", "sentinel"]

    private static func beginsCommand(after word: String) -> Bool {
        ["try", "cmd", "<-", "pipeline", "transaction"].contains(word) || word.first == "@"
            || word.allSatisfy(\.isNumber)
    }

    /// An option that no connection has, and that people try all the same.
    private static func givesPassword(_ word: String) -> Bool {
        ["password=", "pass=", "auth=", "requirepass="].contains { option in
            word.hasPrefix(option) && word.count > option.count && !word.hasPrefix(option + "$")
        }
    }

    /// Whether the words from here on are a command that takes a password.
    private static func isSecret(_ words: ArraySlice<String>) -> Bool {
        guard let name = words.first, words.count > 1 else { return false }
        let rest = words.dropFirst()
        switch name {
        case "auth": return true
        case "hello", "migrate": return rest.contains { $0 == "auth" || $0 == "auth2" }
        case "acl": return rest.first == "setuser"
        case "config": return rest.first == "set" && rest.contains(where: namesPassword)
        case "sentinel": return rest.contains(where: namesPassword)
        default: return false
        }
    }

    private static func namesPassword(_ word: String) -> Bool { passwordSettings.contains(word) }

    private static let passwordSettings = [
        "requirepass", "masterauth", "primaryauth", "auth-pass", "auth-user", "sentinel-pass",
        "tls-key-file-pass", "tls-client-key-file-pass",
    ]

    /// Between the scheme and the `@`, unless a variable of the environment stands there.
    private static func holdsPasswordInURL(_ line: String) -> Bool {
        let bytes = Array(line.utf8)
        return bytes.userInformationOfURLs(in: bytes.indices).contains { range in
            let user = bytes[range]
            let colon = user.firstIndex(of: UInt8(ascii: ":"))
            let password = colon.map { user[($0 + 1)...] } ?? user
            return !password.isEmpty && password.first != UInt8(ascii: "$")
        }
    }
}
