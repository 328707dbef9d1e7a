extension Command {
    /// What in the command's reply is stored by the types of the keyspace that it is called on.
    ///
    /// This table is kept by hand, as that of the shapes: no server tells it.
    ///
    /// - Parameter words: The whole command, its name first.
    /// - Returns: Where members, values and fields stand; ``ReplyContents/plain`` if nowhere.
    public func replyContents(in words: [[UInt8]]) -> ReplyContents {
        switch group {
        case .string: stringContents
        case .list: listContents
        case .set: setContents
        case .sortedSet: sortedSetContents(words)
        case .geo: geoContents
        case .hash: hashContents(words)
        case .stream: streamContents(words)
        case .generic: genericContents(words)
        default: .plain
        }
    }

    private var stringContents: ReplyContents {
        switch name {
        case "get", "getdel", "getex", "getset", "set", "mget", "incrbyfloat": .value
        default: .plain
        }
    }

    private var listContents: ReplyContents {
        switch name {
        case "lindex", "lpop", "rpop", "lrange", "lmove", "blmove", "rpoplpush", "brpoplpush":
            .value
        case "blpop", "brpop", "lmpop", "blmpop": .tuple([.plain, .value])
        default: .plain
        }
    }

    private var setContents: ReplyContents {
        switch name {
        case "smembers", "sinter", "sunion", "sdiff", "spop", "srandmember": .value
        case "sscan": .tuple([.plain, .value])
        default: .plain
        }
    }

    private func sortedSetContents(_ words: [[UInt8]]) -> ReplyContents {
        switch name {
        case "zrange", "zrevrange", "zrangebyscore", "zrevrangebyscore", "zrangebylex",
            "zrevrangebylex", "zunion", "zinter", "zdiff", "zrandmember":
            .pairs
        case "zpopmin", "zpopmax": words.count > 2 ? .pairs : .tuple([.value])
        case "bzpopmin", "bzpopmax": .tuple([.plain, .value])
        case "zmpop", "bzmpop": .tuple([.plain, .pairs])
        case "zscan":
            .tuple([.plain, words.dropFirst(3).contains(token: "noscores") ? .value : .alternating])
        default: .plain
        }
    }

    private var geoContents: ReplyContents {
        switch name {
        case "geosearch", "georadius", "georadius_ro", "georadiusbymember", "georadiusbymember_ro":
            .pairs
        default: .plain
        }
    }

    private func hashContents(_ words: [[UInt8]]) -> ReplyContents {
        switch name {
        case "hget", "hincrby", "hincrbyfloat": .valueOfField(atWord: 2)
        case "hmget": .valuesOfFields(fromWord: 2)
        case "hgetdel", "hgetex":
            words.place(behind: "fields").map { .valuesOfFields(fromWord: $0 + 1) } ?? .plain
        case "hgetall": .fields
        case "hkeys": .field
        case "hvals": .value
        case "hrandfield": words.count > 3 ? .list(of: .fieldsInTurn) : .field
        case "hscan":
            words.dropFirst(3).contains(token: "novalues")
                ? .plain : .tuple([.plain, .fieldsInTurn])
        default: .plain
        }
    }

    private func streamContents(_ words: [[UInt8]]) -> ReplyContents {
        switch name {
        case "xrange", "xrevrange": .list(of: .entry)
        case "xclaim": words.dropFirst(5).contains(token: "justid") ? .plain : .list(of: .entry)
        case "xautoclaim":
            words.dropFirst(6).contains(token: "justid")
                ? .plain : .tuple([.plain, .list(of: .entry)])
        case "xread", "xreadgroup": .map(of: .list(of: .entry))
        default: .plain
        }
    }

    /// The elements of a SORT are values unless patterns say what else to get.
    private func genericContents(_ words: [[UInt8]]) -> ReplyContents {
        switch name {
        case "sort", "sort_ro": words.dropFirst(2).contains(token: "get") ? .plain : .value
        default: .plain
        }
    }
}

extension Collection where Element == [UInt8] {
    fileprivate func contains(token: StaticString) -> Bool {
        contains { ASCII.matches($0, token) }
    }
}

extension [[UInt8]] {
    /// The place of the word behind a token, counted from the command's name.
    fileprivate func place(behind token: StaticString) -> Int? {
        dropFirst(2).firstIndex { ASCII.matches($0, token) }.map { $0 + 1 }
    }
}
