import RedpipeSyntax

/// What a user's configuration file says: connections, and settings of the interactive mode.
///
///     connect users redis://app@db1:6380/2 password-file=~/.secrets/users readonly
///     \timing on
struct Configuration {
    /// A line `connect NAME URL OPTION…`, with its password taken out.
    struct Profile: Equatable {
        let name: String
        let url: String
        let password: PasswordSource?
        let options: [String]
        /// The number of its line.
        var line = 0
    }

    /// Where a password comes from that does not stand in the URL.
    enum PasswordSource: Equatable {
        case file(String)
        /// The first line that a shell command prints.
        case command(String)
        /// A variable of the environment.
        case environment(String)
    }

    private(set) var profiles: [Profile] = []
    /// Lines that start with a backslash, to be run when the interactive mode starts.
    private(set) var commands: [(line: Int, text: String)] = []
    /// What is wrong, with the number of its line.
    private(set) var problems: [String] = []

    /// Reads the text of a file; a wrong line is reported and left out.
    init(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let line = String(line).trimmingBlanks
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("\\") {
                commands.append((index + 1, line))
            } else if var profile = Self.profile(line) {
                if profiles.contains(where: { $0.name == profile.name }) {
                    problems.append(
                        "\(index + 1): the connection `\(profile.name)` is declared twice"
                    )
                }
                profile.line = index + 1
                profiles.append(profile)
            } else {
                problems.append("\(index + 1): expected `connect [NAME] URL` or a `\\` command")
            }
        }
    }

    // `"connect" [NAME] URL {option}`
    private static func profile(_ line: String) -> Profile? {
        var words = self.words(line)[...]
        guard words.popFirst() == "connect", let first = words.popFirst() else { return nil }
        let hasName = !first.contains(":") && !first.hasPrefix("$")
        guard let url = hasName ? words.popFirst() : first else { return nil }
        var password: PasswordSource?
        var options: [String] = []
        for word in words {
            if let source = PasswordSource(word) { password = source } else { options.append(word) }
        }
        let name = hasName ? first : "default"
        return Profile(name: name, url: url, password: password, options: options)
    }

    /// The words of a line; quotes hold blanks together.
    private static func words(_ line: String) -> [String] {
        var words: [String] = []
        var word = ""
        var quote: Character?
        for character in line {
            if character == quote {
                quote = nil
            } else if quote == nil, character == "\"" || character == "'" {
                quote = character
            } else if quote == nil, character == " " || character == "\t" {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.append(character)
            }
        }
        return word.isEmpty ? words : words + [word]
    }
}

extension Configuration.PasswordSource {
    // `password-file=PATH | password-command=COMMAND | password-env=NAME`
    fileprivate init?(_ word: String) {
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "password-file": self = .file(parts[1])
        case "password-command": self = .command(parts[1])
        case "password-env": self = .environment(parts[1])
        default: return nil
        }
    }
}
