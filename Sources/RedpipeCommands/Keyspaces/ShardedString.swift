/// Strings that are fields of shared hashes, as Python redpipe's `HashedString` keeps them: which
/// commands on strings have a counterpart on hashes.
public enum ShardedString {
    /// The command on hashes, and the words behind the field.
    public static func counterpart(
        of name: String,
        _ rest: [[UInt8]]
    ) -> (name: String, rest: [[UInt8]])? {
        switch name {
        case "get": ("HGET", rest)
        case "set" where rest.count == 1: ("HSET", rest)
        case "set" where rest.count == 2 && rest[1].isNX: ("HSETNX", [rest[0]])
        case "setnx": ("HSETNX", rest)
        case "strlen": ("HSTRLEN", rest)
        case "incr": ("HINCRBY", [Array("1".utf8)])
        case "decr": ("HINCRBY", [Array("-1".utf8)])
        case "incrby": ("HINCRBY", rest)
        case "decrby": negated(rest).map { ("HINCRBY", [$0]) }
        case "incrbyfloat": ("HINCRBYFLOAT", rest)
        case "del" where rest.isEmpty, "unlink" where rest.isEmpty: ("HDEL", [])
        case "exists" where rest.isEmpty: ("HEXISTS", [])
        default: nil
        }
    }

    /// Whether a call may have a counterpart; which options it has may be known only later.
    public static func mayTake(_ call: CommandCall) -> Bool {
        let rest = call.words.count - 2
        guard call.command.name != "set" else {
            return rest <= 2 && call.words.dropFirst(3).allSatisfy(\.mayBeNX)
        }
        // Any words will do but for DECRBY, which wants a number.
        let words = Array(repeating: Array("0".utf8), count: rest)
        return counterpart(of: call.command.name, words) != nil
    }

    private static func negated(_ rest: [[UInt8]]) -> [UInt8]? {
        guard let word = rest.first, let number = ASCII.integer(word), number != .min else {
            return nil
        }
        return Array(String(-number).utf8)
    }
}

extension CallWord {
    fileprivate var mayBeNX: Bool {
        switch source {
        case .option(_, let token, _): token.isNX
        case .literal(let word): word.isNX
        default: true
        }
    }
}

extension [UInt8] {
    fileprivate var isNX: Bool { String(decoding: self, as: UTF8.self).lowercased() == "nx" }
}
