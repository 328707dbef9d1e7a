/// Commands to compare between RESP2 and RESP3, so many that each command and each detail of a
/// reply comes up.
///
/// A paragraph is a session on an empty server, commands end at `; ` or the line. After a `~` only
/// the shape of the reply is compared, for it is another each time; `$$` is the last bulk string
/// that the session was sent.
enum ReplyExamples {
    /// The sessions of a text.
    static func sessions(of text: String) -> [[ReplyExample]] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.split { $0.isEmpty }.map { session in
            session.flatMap(commands).map(ReplyExample.init)
        }
    }

    private static func commands(in line: Substring) -> [String] {
        var commands: [String] = []
        var rest = line
        while let end = rest.firstRange(of: "; ") {
            commands.append(String(rest[..<end.lowerBound]))
            rest = rest[end.upperBound...]
        }
        return commands + [String(rest)]
    }

    /// Commands without an example, by reason.
    static let exempt: [String: Set<String>] = [
        "the connection would no longer answer commands": [
            "monitor", "psubscribe", "psync", "punsubscribe", "ssubscribe", "subscribe",
            "sunsubscribe", "sync", "unsubscribe",
        ],
        "the server would take a second; it answers OK": ["pfselftest"],
        "the server would end or lose its role": ["failover", "shutdown"],
        "something else must run, or must not run, at the same time": [
            "bgrewriteaof", "bgsave", "cluster|cancelslotmigrations", "function|kill",
            "script|kill",
        ],
        "a module would have to be built": ["module|load", "module|loadex", "module|unload"],
        "a second node is needed; all of them answer OK": [
            "cluster|failover", "cluster|forget", "cluster|migrateslots", "cluster|replicate",
            "cluster|set-config-epoch", "cluster|syncslots",
        ],
    ]

    /// Commands whose replies differ only when there is a second node: `ReplyShapeTests` has them.
    static let sameWithoutSecondNode: Set<String> = ["cluster|links", "cluster|getslotmigrations"]

    /// Commands whose replies differ on some servers only: for lack of an option or of a built-in
    /// module, or with another allocator.
    static let sameOnSomeServers: Set<String> = [
        "zrank", "zrevrank", "module|list", "memory|malloc-stats",
    ]
}
