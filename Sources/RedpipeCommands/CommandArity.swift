/// How many words a command takes, its own name among them.
///
/// Reference: https://redis.io/docs/latest/develop/reference/command-arity/
public enum CommandArity: Hashable, Sendable {
    /// Neither more nor fewer words.
    case exactly(Int)
    /// That many words or more.
    case atLeast(Int)

    /// Redis' own notation: a negative number is a minimum.
    init(_ number: Int) {
        self = number < 0 ? .atLeast(-number) : .exactly(number)
    }

    /// Redis' own notation: `2` for exactly two words, `-2` for two or more.
    public var number: Int {
        switch self {
        case .exactly(let count): count
        case .atLeast(let count): -count
        }
    }

    /// Whether a command of that many words is complete, its name counted.
    public func allows(wordCount: Int) -> Bool {
        switch self {
        case .exactly(let count): wordCount == count
        case .atLeast(let count): wordCount >= count
        }
    }

    /// The rule without the words of the name: `at least 2 arguments`.
    ///
    ///     CommandArity.exactly(3).argumentDescription(nameWordCount: 2)  // "exactly 1 argument"
    ///
    /// - Parameter nameWordCount: 1, or 2 for a subcommand.
    /// - Returns: Words that follow "takes".
    public func argumentDescription(nameWordCount: Int) -> String {
        switch self {
        case .exactly(let count): Self.exactly(arguments: count - nameWordCount)
        case .atLeast(let count): Self.atLeast(arguments: count - nameWordCount)
        }
    }

    private static func exactly(arguments count: Int) -> String {
        count == 0 ? "no arguments" : "exactly " + arguments(count)
    }

    private static func atLeast(arguments count: Int) -> String {
        count == 0 ? "any number of arguments" : "at least " + arguments(count)
    }

    private static func arguments(_ count: Int) -> String {
        count == 1 ? "1 argument" : "\(count) arguments"
    }
}

extension Command {
    /// How many arguments the command takes: `exactly 2 arguments`, `at least 1 argument`.
    public var arityDescription: String {
        arity.argumentDescription(nameWordCount: name.contains("|") ? 2 : 1)
    }
}
