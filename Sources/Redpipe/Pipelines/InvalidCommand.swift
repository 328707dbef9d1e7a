/// Why a command cannot be sent in a pipeline.
@nonexhaustive
public enum InvalidCommand: Error, Hashable, Sendable {
    /// It has no name.
    case empty
    /// It would change the order or the number of replies, or what later commands mean.
    case changesConnection(String)
}

extension InvalidCommand: CustomStringConvertible {
    /// Lower case and without a full stop.
    public var description: String {
        switch self {
        case .empty: "a command needs a name"
        case .changesConnection(let name):
            "`\(name)` cannot be part of a pipeline: it changes what the connection answers later"
        }
    }
}

extension InvalidCommand {
    /// What is wrong with a command, if anything is.
    init?(_ words: [[UInt8]]) {
        guard let name = words.first, !name.isEmpty else {
            self = .empty
            return
        }
        // Every one of them starts with one of these letters, most other commands do not.
        guard Self.initials.contains(name[0] | 0x20) else { return nil }
        let word = String(decoding: name, as: UTF8.self).uppercased()
        let isReplyMode = word == "CLIENT" && words.count > 1 && words[1].isCaseless("REPLY")
        guard isReplyMode || Self.names.contains(word) else { return nil }
        self = .changesConnection(isReplyMode ? "CLIENT REPLY" : word)
    }

    private static let initials = Set("acdehmpqrsuw".utf8)
    private static let names: Set<String> = [
        "ASKING", "AUTH", "DISCARD", "EXEC", "HELLO", "MONITOR", "MULTI", "PSUBSCRIBE", "PSYNC",
        "PUNSUBSCRIBE", "QUIT", "READONLY", "READWRITE", "RESET", "SELECT", "SSUBSCRIBE",
        "SUBSCRIBE", "SUNSUBSCRIBE", "SYNC", "UNSUBSCRIBE", "UNWATCH", "WATCH",
    ]
}

extension [UInt8] {
    /// Whether it spells an upper-case ASCII word in any case.
    func isCaseless(_ word: StaticString) -> Bool {
        count == word.utf8CodeUnitCount
            && String(decoding: self, as: UTF8.self).uppercased() == word.description
    }
}
