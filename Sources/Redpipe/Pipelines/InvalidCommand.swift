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
        if let match = Self.names.first(where: name.isCaseless) {
            self = .changesConnection(String(decoding: match, as: UTF8.self))
        } else if words.count > 1, name.isCaseless(Self.client), words[1].isCaseless(Self.reply) {
            self = .changesConnection("CLIENT REPLY")
        } else {
            return nil
        }
    }

    private static let client = Array("CLIENT".utf8)
    private static let reply = Array("REPLY".utf8)
    private static let names = [
        "ASKING", "AUTH", "DISCARD", "EXEC", "HELLO", "MONITOR", "MULTI", "PSUBSCRIBE", "PSYNC",
        "PUNSUBSCRIBE", "QUIT", "READONLY", "READWRITE", "RESET", "SELECT", "SSUBSCRIBE",
        "SUBSCRIBE", "SUNSUBSCRIBE", "SYNC", "UNSUBSCRIBE", "UNWATCH", "WATCH",
    ].map { Array($0.utf8) }
}

extension [UInt8] {
    /// Whether it spells a word of upper-case ASCII letters in any case.
    fileprivate func isCaseless(_ word: [UInt8]) -> Bool {
        guard count == word.count else { return false }
        return indices.allSatisfy { self[$0] == word[$0] || self[$0] == word[$0] | 0x20 }
    }
}
