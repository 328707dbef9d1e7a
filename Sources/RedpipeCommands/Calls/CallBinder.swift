/// Fits the arguments of a call to those of the table.
///
/// Positional arguments are Redis' words in order. Optional arguments stand in any order among
/// their neighbours and are told by their tokens. What is named, and the key that a command is
/// called on, stands at its place in the table.
struct CallBinder {
    /// A place in the tree of arguments: an index for each level.
    typealias Path = [Int]

    let command: Command
    let positional: [CallArgument]
    /// Which named argument fills a place.
    private(set) var fillings: [Path: Int] = [:]
    /// The first argument that is a key, until the key stands there.
    private(set) var keyPath: Path?
    /// The next positional argument.
    private(set) var cursor: Int
    private(set) var words: [CallWord] = []
    /// The number that was given for what follows.
    var count: Int?

    private let arguments: [CommandArgument]
    private let named: [(name: String, argument: CallArgument)]

    /// A call that is still to be laid out.
    ///
    /// - Parameters:
    ///   - command: What is called.
    ///   - positional: Its positional arguments.
    ///   - named: Its named arguments.
    ///   - nameWordCount: How many positional arguments belong to the command's name.
    init(
        _ command: Command,
        positional: [CallArgument],
        named: [(name: String, argument: CallArgument)],
        skipping nameWordCount: Int
    ) {
        self.command = command
        self.positional = positional
        self.named = named
        cursor = min(nameWordCount, positional.count)
        arguments = command.arguments
    }

    /// The words of a call on a key.
    mutating func callWords() throws(CallError) -> [CallWord] {
        keyPath = arguments.firstKeyPath
        guard keyPath != nil else { throw .noKey(command) }
        for part in command.name.split(separator: "|") {
            words.append(CallWord(.literal(Array(part.uppercased().utf8))))
        }
        for (index, argument) in named.enumerated() { try assign(argument.name, to: index) }
        try bind(arguments, at: [], before: Following())
        while cursor < positional.count { take() }
        return words
    }

    /// The roles of a whole command's words.
    ///
    /// A command that is not well formed still has as many roles as words: the server judges it.
    mutating func roles() -> [ArgumentRole] {
        words = (0..<cursor).map { CallWord(.positional($0)) }
        try? bind(arguments, at: [], before: Following())
        while cursor < positional.count { take() }
        return words.map { $0.roles[0] }
    }
}

/// What comes behind an argument: how many words at least, and which tokens.
struct Following {
    var minimumWordCount = 0
    var tokens: [String] = []
}

extension CallBinder {
    /// Finds the place that a name means: the one nearest to the root, then the first.
    private mutating func assign(_ name: String, to index: Int) throws(CallError) {
        var level = arguments.indices.map { (path: [$0], argument: arguments[$0]) }
        while !level.isEmpty {
            if let (path, argument) = level.first(where: { $0.argument.isCalled(name) }) {
                return try fill(path, argument, by: index, called: name)
            }
            level = level.flatMap { parent in
                parent.argument.children.enumerated().map { (parent.path + [$0], $1) }
            }
        }
        let names = arguments.flatMap(\.allNames)
        let suggestion = Suggestion.nearest(to: name.lowercased(), in: names)
        throw .unknownArgument(name, of: command, suggestion: suggestion)
    }

    private mutating func fill(
        _ path: Path,
        _ argument: CommandArgument,
        by index: Int,
        called name: String
    ) throws(CallError) {
        if let keyPath, keyPath.starts(with: path), !argument.isMultiple || argument.kind != .key {
            throw .keyGiven(name, of: command)
        }
        guard !fillings.keys.contains(where: { $0.starts(with: path) || path.starts(with: $0) })
        else { throw .repeatedArgument(name, of: command) }
        fillings[path] = index
    }

    /// Whether a place or one within it is filled by a name, or by the key.
    func isFilled(_ path: Path) -> Bool {
        keyPath?.starts(with: path) == true || fillings.keys.contains { $0.starts(with: path) }
    }

    /// Whether a named argument fills a place within this one.
    func isNamedWithin(_ path: Path) -> Bool {
        fillings.keys.contains { $0.count > path.count && $0.starts(with: path) }
    }

    /// How many positional arguments are left.
    var available: Int { positional.count - cursor }

    /// Whether the next positional argument is one of some tokens.
    func isNext(oneOf tokens: [String]?) -> Bool {
        guard let tokens, available > 0, case .word(let word) = positional[cursor] else {
            return false
        }
        return tokens.contains { token in
            token.utf8.count == word.count
                && zip(word, token.utf8).allSatisfy {
                    ASCII.lowercased($0) == ASCII.lowercased($1)
                }
        }
    }

    /// The next positional argument as a number.
    var nextNumber: Int? {
        guard available > 0, case .word(let word) = positional[cursor] else { return nil }
        return ASCII.integer(word).flatMap { Int(exactly: $0) }
    }

    mutating func append(_ source: CallWord.Source, _ roles: [ArgumentRole] = [.plain]) {
        words.append(CallWord(source, roles))
    }

    /// Takes the next positional argument; there must be one.
    mutating func take(_ role: ArgumentRole = .plain) {
        append(.positional(cursor), [role])
        cursor += 1
    }

    /// Puts the key where it belongs.
    mutating func takeKey() {
        append(.key, [.key])
        keyPath = nil
    }
}

extension [CommandArgument] {
    /// Where the first key stands.
    fileprivate var firstKeyPath: [Int]? {
        for (index, argument) in enumerated() {
            if argument.kind == .key { return [index] }
            if let path = argument.children.firstKeyPath { return [index] + path }
        }
        return nil
    }
}
