import RedpipeCommands

extension Completer {
    /// What may stand at the end of a Redis command.
    func command(_ text: LineText) -> Completion {
        let word = text.lastWord
        let before = text.dropLast(word).words
        guard let name = before.first else {
            return matching(word, topLevelCommands.map { inCase(of: word.string, $0) })
        }
        if word.bytes.first == UInt8(ascii: "$") { return expression(word) }
        guard let command = CommandTable.command(named: name) else { return .nothing(at: text.end) }
        if command.isContainer, before.count == 1 {
            let known = command.subcommandNames.filter {
                context.isKnownToServer("\(command.name)|\($0)".lowercased())
            }
            return tokens(word, known, like: name)
        }
        let words = before.map { Array($0.utf8) }
        let exact = CommandTable.command(for: words + [word.bytes]) ?? command
        if isKey(exact, words) { return keys(word) }
        let place = words.count - exact.name.split(separator: "|").count
        guard place >= exact.plainArgumentCount else { return .nothing(at: text.end) }
        return tokens(word, exact.arguments.flatMap(\.tokens), like: name)
    }

    /// Words of the command itself, in the case of what was begun, or else of its name.
    private func tokens(_ word: LineText, _ tokens: [String], like name: String) -> Completion {
        let model = word.bytes.isEmpty ? name : word.string
        return matching(word, tokens.map { inCase(of: model, $0) })
    }

    /// Whether the next word is a key; the rules for keys want to see what may follow it.
    private func isKey(_ command: Command, _ words: [[UInt8]]) -> Bool {
        (0..<3).contains { count in
            let rest = Array(repeating: [UInt8(ascii: "1")], count: count)
            return command.keyIndices(in: words + [[UInt8(ascii: "k")]] + rest)
                .contains(words.count)
        }
    }
}

extension Command {
    /// How many arguments come first that must be there and are any text.
    fileprivate var plainArgumentCount: Int {
        arguments.prefix { argument in
            !argument.isOptional && argument.token == nil && argument.children.isEmpty
        }.count
    }
}

extension CommandArgument {
    /// The words that stand for themselves, with those of its parts.
    fileprivate var tokens: [String] {
        (token.map { [$0] } ?? []) + children.flatMap(\.tokens)
    }
}
