import RedpipeCommands

extension CommandRole {
    /// Whether a command of this name may be more than ordinary; nearly all commands end here.
    static func mayBeSpecial(_ name: Span<UInt8>) -> Bool {
        guard !name.isEmpty else { return false }
        let letter = Int(name[0] | 0x20) - 0x61
        guard (0..<26).contains(letter), name.count < 16 else { return false }
        return lengths[letter] & 1 << UInt16(name.count) != 0
    }

    /// The lengths of special names, by their first letter.
    private static let lengths: InlineArray<26, UInt16> = {
        var lengths = InlineArray<26, UInt16>(repeating: 0)
        for name in specialNames {
            let letter = Int(unsafe name.utf8Start[0]) - 0x61
            lengths[letter] |= 1 << UInt16(name.utf8CodeUnitCount)
        }
        return lengths
    }()

    private static let specialNames: [StaticString] = [
        "multi", "exec", "discard", "watch", "unwatch", "reset", "select", "auth", "hello",
        "client", "readonly", "readwrite", "subscribe", "psubscribe", "ssubscribe", "unsubscribe",
        "punsubscribe", "sunsubscribe", "monitor", "shutdown",
        // Those with a text for people, as `VerbatimReply` knows them.
        "info", "lolwut", "debug", "memory", "cluster", "latency", "proxy",
        // Those that block.
        "blpop", "brpop", "brpoplpush", "blmove", "blmpop", "bzpopmin", "bzpopmax", "bzmpop",
        "xread", "xreadgroup", "wait", "waitaof",
    ]

    /// The role of a command that may be special.
    init(of words: [[UInt8]]) {
        self = Self.role(ofName: words[0].lowercasedText, words)
    }

    private static func role(ofName name: String, _ words: [[UInt8]]) -> CommandRole {
        switch name {
        case "multi" where words.count == 1: .beginsTransaction
        case "exec" where words.count == 1: .executesTransaction
        case "discard" where words.count == 1: .discardsTransaction
        case "watch": .watches(true)
        case "unwatch": .watches(false)
        case "reset" where words.count == 1: .resets
        case "select": .changesSession(.database)
        case "auth": .changesSession(.user)
        case "hello" where words.count > 1: .changesSession(SessionAspects(ofHello: words))
        case "readonly", "readwrite": .changesSession(.readOnly)
        case "subscribe", "psubscribe", "ssubscribe": .streams(.subscription)
        case "unsubscribe", "punsubscribe", "sunsubscribe":
            .unsubscribes(replyCount: max(1, words.count - 1))
        case "monitor": .streams(.monitor)
        case "shutdown": .endsServer
        case "client": clientRole(words)
        default: otherRole(words)
        }
    }

    private static func clientRole(_ words: [[UInt8]]) -> CommandRole {
        guard words.count == 3 else { return otherRole(words) }
        switch (words[1].lowercasedText, words[2].lowercasedText) {
        case ("setname", _): return .changesSession(.name)
        case ("reply", "on"): return .setsReplies(.on)
        case ("reply", "off"): return .setsReplies(.off)
        case ("reply", "skip"): return .setsReplies(.skip)
        default: return otherRole(words)
        }
    }

    private static func otherRole(_ words: [[UInt8]]) -> CommandRole {
        if VerbatimReply.isOwed(to: words) { return .text }
        let timeout = CommandTable.command(for: words)?.blockingTimeout(in: words)
        return timeout.map { .blocking($0) } ?? .ordinary
    }
}

extension [UInt8] {
    /// The text with ASCII capitals made small.
    var lowercasedText: String {
        String(decoding: map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
