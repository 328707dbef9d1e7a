/// Where the words of one part of a call come from.
public struct CallWord: Hashable, Sendable {
    /// What gives the words.
    public enum Source: Hashable, Sendable {
        /// The command's name, a token, a number of keys.
        case literal([UInt8])
        /// The key that the command is called on.
        case key
        /// A positional argument: one word.
        case positional(Int)
        /// A named argument: one word.
        case named(Int)
        /// A named argument: one word for each item of a list, else one.
        case elements(Int)
        /// How many items a named argument has, and so many more.
        case count(of: Int, adding: Int)
        /// A named argument behind its token: the token alone for true, nothing for false, else the
        /// token with one word for each item of a list, or with one; it may be repeated before each.
        case option(Int, token: [UInt8], isRepeated: Bool)
    }

    public let source: Source
    /// What the words are; of several they are taken in turn.
    public let roles: [ArgumentRole]

    init(_ source: Source, _ roles: [ArgumentRole] = [.plain]) {
        self.source = source
        self.roles = roles.isEmpty ? [.plain] : roles
    }

    /// Whether it always gives exactly one word.
    public var isSingle: Bool {
        switch source {
        case .literal, .key, .positional, .named, .count: true
        case .elements, .option: false
        }
    }
}
