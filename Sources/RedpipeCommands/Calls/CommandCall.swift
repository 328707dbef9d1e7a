/// A command called on a key: which words it consists of, and what each of them is.
///
///     // f.zadd("a", score: 1, nx: true)
///     try CommandCall("zadd", on: .zset, [.word("a")], named: [("score", …), ("nx", …)])
///     // ZADD, key, option nx, named score, positional 0
///
/// It is laid out by the argument tokens of the command table and can be laid out before the
/// values are known.
public struct CommandCall: Hashable, Sendable {
    public let command: Command
    /// The words in order, the command's name first.
    public let words: [CallWord]

    /// Lays out a call by method name.
    ///
    /// - Parameters:
    ///   - method: The command in any case; of a container the first argument is the subcommand.
    ///   - type: What the key holds.
    ///   - positional: The words that follow in order, tokens among them, without the key.
    ///   - named: Arguments by the table's names or tokens; `_` stands for `-`.
    /// - Throws: ``CallError`` for a command of another family, and for arguments that it does not
    ///   have or does not get.
    public init(
        _ method: String,
        on type: KeyspaceType,
        _ positional: [CallArgument] = [],
        named: [(name: String, argument: CallArgument)] = []
    ) throws(CallError) {
        let command = try Self.command(method, on: type, positional)
        guard type.allows(command) else { throw .wrongFamily(command, type) }
        var binder = CallBinder(
            command,
            positional: positional,
            named: named,
            skipping: command.name.contains("|") ? 1 : 0
        )
        self.command = command
        words = try binder.callWords()
        try checkArity()
    }

    private static func command(
        _ method: String,
        on type: KeyspaceType,
        _ positional: [CallArgument]
    ) throws(CallError) -> Command {
        guard !method.contains("|"), let command = CommandTable.command(named: method) else {
            throw .unknownCommand(method, suggestion: type.suggestion(for: method))
        }
        guard command.isContainer else { return command }
        guard case .word(let word)? = positional.first else { throw .missingSubcommand(command) }
        let name = String(decoding: word, as: UTF8.self)
        guard let subcommand = CommandTable.command(named: command.name + "|" + name) else {
            let suggestion = Suggestion.nearest(
                to: name.lowercased(),
                in: command.subcommandNames
            )
            throw .unknownSubcommand(name, of: command, suggestion: suggestion?.uppercased())
        }
        return subcommand
    }

    /// Without lists the number of words is known.
    private func checkArity() throws(CallError) {
        guard words.allSatisfy(\.isSingle), !command.arity.allows(wordCount: words.count) else {
            return
        }
        // The key is no argument that the caller gives.
        let nameWordCount = command.name.contains("|") ? 2 : 1
        throw .wrongArity(command, given: words.count - nameWordCount)
    }
}

extension KeyspaceType {
    /// The method that was probably meant, among those that its keys have.
    public func suggestion(for method: String) -> String? {
        let names = CommandTable.allCommands.filter { allows($0) && !$0.name.contains("|") }
        return Suggestion.nearest(to: method.lowercased(), in: names.map(\.name))
    }
}

extension Command {
    /// The role of each word of a whole command.
    ///
    ///     // HSET h name Bob
    ///     [.plain, .key, .field, .fieldValue]
    ///
    /// - Parameter words: The command, its name first; unknown where a value is known later.
    /// - Returns: As many roles.
    public func roles(of words: [CallArgument]) -> [ArgumentRole] {
        let nameWordCount = name.contains("|") ? 2 : 1
        var binder = CallBinder(self, positional: words, named: [], skipping: nameWordCount)
        return binder.roles()
    }
}
