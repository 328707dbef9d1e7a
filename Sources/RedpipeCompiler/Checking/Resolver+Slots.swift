import RedpipeCommands
import RedpipeSyntax

extension Resolver {
    /// On a cluster all keys of a command lie in one hash slot, unless the command can be split.
    ///
    /// Only what the script itself says is looked at: the connection and the keys.
    mutating func checkSlots(of command: CommandStatement, on connection: String?) {
        guard let name = connection ?? surroundings.connection, isCluster(name),
            !command.words.contains(where: \.isSpread)
        else { return }
        let words = command.words.map { $0.literal ?? [] }
        guard let entry = CommandTable.command(for: words), !entry.canBeSplit else { return }
        let keys = entry.hashedIndices(in: words).map { command.words[$0] }
        let known = keys.compactMap { word in word.literal.map { (word, HashSlot(key: $0)) } }
        guard let first = known.first, let other = known.first(where: { $0.1 != first.1 }) else {
            return
        }
        report(.differentSlots(first, other))
    }

    private func isCluster(_ name: String) -> Bool {
        guard let url = declarations.connections[name]?.url.text else { return false }
        return url.hasPrefix("redis+cluster:") || url.hasPrefix("rediss+cluster:")
            || url == "scratch:cluster"
    }
}

extension Command {
    /// A cluster client sends it in parts, one for each slot, and merges the replies.
    fileprivate var canBeSplit: Bool {
        ["mget", "mset", "del", "unlink", "exists", "touch"].contains(name)
    }
}

extension Word {
    fileprivate var isSpread: Bool {
        if case .reference(let reference) = content { reference.isSpread } else { false }
    }
}

extension Diagnostic {
    fileprivate static func differentSlots(
        _ one: (Word, HashSlot),
        _ other: (Word, HashSlot)
    ) -> Diagnostic {
        Diagnostic(
            "E0405",
            "the keys of a command lie in one hash slot, and this one is in \(other.1.rawValue)",
            at: other.0.span
        )
        .mark(one.0.span, "this one is in \(one.1.rawValue)")
        .help("a part in braces decides alone: `user:{7}:name` and `user:{7}:mail` share a slot")
    }
}
