import RedpipeRESP

/// What to ask about a key of a type: its size and its first elements.
struct KeyLook {
    let questions: [[String]]
    /// What the size counts.
    let unit: String
    private let type: String

    init(type: String, key: String) {
        self.type = type
        switch type {
        case "string":
            (questions, unit) = ([["STRLEN", key], ["GETRANGE", key, "0", "199"]], "bytes")
        case "list": (questions, unit) = ([["LLEN", key], ["LRANGE", key, "0", "9"]], "elements")
        case "set":
            (questions, unit) = ([["SCARD", key], ["SSCAN", key, "0", "COUNT", "10"]], "members")
        case "zset":
            (questions, unit) = (
                [["ZCARD", key], ["ZRANGE", key, "0", "9", "WITHSCORES"]], "members"
            )
        case "hash":
            (questions, unit) = ([["HLEN", key], ["HSCAN", key, "0", "COUNT", "10"]], "fields")
        case "stream":
            (questions, unit) = (
                [["XLEN", key], ["XRANGE", key, "-", "+", "COUNT", "5"]], "entries"
            )
        default: (questions, unit) = ([], "")
        }
    }

    /// A size with its unit: `3 elements`, `1 entry`.
    func size(_ count: Int64) -> String {
        guard count == 1 else { return "\(count) \(unit)" }
        return unit == "entries" ? "1 entry" : "1 \(unit.dropLast())"
    }

    /// The first elements as a reply to be shown; SCANs may bring more than was asked for.
    func elements(of reply: RESPValue) -> RESPValue {
        guard case .array(let parts) = reply, type == "set" || type == "hash", parts.count == 2,
            case .array(let items) = parts[1]
        else { return reply }
        guard type == "hash" else { return .set(Array(items.prefix(10))) }
        let pairs = stride(from: 0, to: min(items.count - 1, 20), by: 2).map {
            RESPPair(key: items[$0], value: items[$0 + 1])
        }
        return .map(pairs)
    }
}
