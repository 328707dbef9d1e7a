extension CommandTable {
    /// The shape of a command's reply, if it differs between RESP2 and RESP3.
    ///
    /// - Parameter words: The whole command, its name first.
    /// - Returns: `nil` if the reply needs no conversion; so for unknown commands.
    public static func replyShape(for words: [[UInt8]]) -> ReplyShape? {
        command(for: words)?.replyShape(in: words)
    }
}

extension Command {
    /// The shape of the command's reply, if it differs between RESP2 and RESP3.
    ///
    /// The families are told apart first, so that the frequent commands compare few names. This
    /// table is kept by hand: no server tells it. A test compares it with real servers.
    ///
    /// - Parameter words: The whole command, its name first.
    /// - Returns: `nil` if the reply needs no conversion.
    public func replyShape(in words: [[UInt8]]) -> ReplyShape? {
        switch group {
        case .string: isNamed("lcs") ? .plainMap : nil
        case .hash: hashShape(words)
        case .set: setShape
        case .sortedSet: sortedSetShape(words)
        case .geo: geoShape
        case .stream: streamShape
        case .server: serverShape(words)
        case .connection: connectionShape
        case .cluster: clusterShape
        case .scripting: scriptingShape
        case .vectorSet: vectorSetShape(words)
        case .list, .generic, .hyperloglog, .bitmap, .transactions, .pubsub: nil
        }
    }

    /// Whether the shape of the reply depends on words behind the command's name.
    public var replyShapeDependsOnWords: Bool {
        switch name {
        case "hrandfield", "zrange", "zrevrange", "zrangebyscore", "zrevrangebyscore",
            "zrandmember", "zunion", "zinter", "zdiff", "zpopmin", "zpopmax", "debug", "vemb",
            "vlinks", "vsim":
            true
        default: false
        }
    }

    private func hashShape(_ words: [[UInt8]]) -> ReplyShape? {
        switch name {
        case "hgetall": .plainMap
        case "hrandfield": words.count > 3 ? .pairs(of: .unchanged) : nil
        default: nil
        }
    }

    /// SPOP gives a set only with a count; one member alone is no array and stays as it is.
    private var setShape: ReplyShape? {
        switch name {
        case "smembers", "sinter", "sunion", "sdiff", "spop": .plainSet
        default: nil
        }
    }

    private func sortedSetShape(_ words: [[UInt8]]) -> ReplyShape? {
        switch name {
        case "zscore", "zincrby", "zadd": .double
        case "zmscore": .list(of: .double)
        case "zrank", "zrevrank": .tuple([.unchanged, .double])
        case "zrange", "zrevrange", "zrangebyscore", "zrevrangebyscore":
            words.dropFirst(4).contains(option: "withscores") ? .pairs(of: .double) : nil
        case "zrandmember": words.count > 3 ? .pairs(of: .double) : nil
        case "zunion", "zinter", "zdiff":
            words.dropKeys(countedAt: 1).contains(option: "withscores") ? .pairs(of: .double) : nil
        case "zpopmin", "zpopmax": words.count > 2 ? .pairs(of: .double) : .memberAndScore
        case "bzpopmin", "bzpopmax": .tuple([.unchanged, .unchanged, .double])
        case "zmpop", "bzmpop": .tuple([.unchanged, .list(of: .memberAndScore)])
        default: nil
        }
    }

    /// The coordinates, where they are asked for, come last; distances are text in both protocols.
    private var geoShape: ReplyShape? {
        switch name {
        case "geopos": .list(of: .list(of: .double))
        case "geosearch", "georadius", "georadius_ro", "georadiusbymember", "georadiusbymember_ro":
            .list(of: .last(.list(of: .double)))
        default: nil
        }
    }

    private var streamShape: ReplyShape? {
        switch name {
        case "xread", "xreadgroup": .mapOfPairs(of: .unchanged)
        case "xinfo|stream": .streamInfo
        case "xinfo|groups", "xinfo|consumers": .list(of: .plainMap)
        default: nil
        }
    }

    private var connectionShape: ReplyShape? {
        switch name {
        case "hello": .record([.init("modules", .list(of: .plainMap))])
        case "client|trackinginfo": .record([.init("flags", .plainSet)])
        case "client|list", "client|info": .verbatimText
        default: nil
        }
    }

    private func serverShape(_ words: [[UInt8]]) -> ReplyShape? {
        switch name {
        case "config|get": .plainMap
        case "command", "command|info": .list(of: .recursive(.commandInfo))
        case "command|docs": .map(of: .recursive(.commandDocumentation))
        case "command|getkeysandflags": .list(of: .tuple([.unchanged, .plainSet]))
        case "acl|getuser":
            .record([.init("flags", .plainSet), .init("selectors", .list(of: .plainMap))])
        case "acl|log": .list(of: .record([.init("age-seconds", .double)]))
        case "module|list": .list(of: .plainMap)
        case "memory|stats": .memoryStatistics
        case "latency|histogram": .map(of: .record([.init("histogram_usec", .plainMap)]))
        case "info", "lolwut", "latency|doctor", "latency|graph", "memory|doctor",
            "memory|malloc-stats":
            .verbatimText
        case "debug": words.dropFirst().prefix(1).isHashTableReport ? .verbatimText : nil
        default: nil
        }
    }

    private var clusterShape: ReplyShape? {
        switch name {
        case "cluster|info", "cluster|nodes": .verbatimText
        case "cluster|links", "cluster|getslotmigrations": .list(of: .plainMap)
        case "cluster|shards": .list(of: .record([.init("nodes", .list(of: .plainMap))]))
        case "cluster|slots": .clusterSlots
        case "cluster|slot-stats": .list(of: .tuple([.unchanged, .plainMap]))
        default: nil
        }
    }

    private var scriptingShape: ReplyShape? {
        switch name {
        case "function|list": .list(of: .record([.init("functions", .list(of: .function))]))
        case "function|stats":
            .record([.init("running_script", .plainMap), .init("engines", .map(of: .plainMap))])
        default: nil
        }
    }

    private func vectorSetShape(_ words: [[UInt8]]) -> ReplyShape? {
        switch name {
        case "vadd", "vrem", "vsetattr", "vismember": .boolean
        case "vinfo": .plainMap
        case "vemb":
            words.count > 3 ? .tuple([.unchanged, .unchanged, .double]) : .list(of: .double)
        case "vlinks": words.count > 3 ? .list(of: .map(of: .double)) : nil
        case "vsim": words.similarityShape
        default: nil
        }
    }
}

extension ReplyShape {
    fileprivate static let streamInfo = record([
        .init("groups", .list(of: .record([.init("consumers", .list(of: .plainMap))])))
    ])

    fileprivate static let function = record([.init("flags", .plainSet)])

    /// Ratios and percentages are fractions, and each database is a map; the rest are counts.
    fileprivate static let memoryStatistics = record([
        .init("db.dict*", .unchanged), .init("db.*", .plainMap),
        .init("dataset.percentage", .double), .init("peak.percentage", .double),
        .init("allocator-fragmentation.ratio", .double), .init("allocator-rss.ratio", .double),
        .init("rss-overhead.ratio", .double), .init("fragmentation", .double),
    ])

    /// First and last slot, then the nodes: address, port, identifier and a map of further names.
    fileprivate static let clusterSlots = list(
        of: .tuple([
            .unchanged, .unchanged, .tuple([.unchanged, .unchanged, .unchanged, .plainMap]),
        ])
    )
}

extension ArraySlice<[UInt8]> {
    fileprivate func contains(option: StaticString) -> Bool {
        contains { ASCII.matches($0, option) }
    }

    fileprivate var isHashTableReport: Bool {
        contains(option: "htstats") || contains(option: "htstats-key")
    }
}

extension [[UInt8]] {
    /// What follows the keys, whose number stands at a place; nothing if it is no number.
    fileprivate func dropKeys(countedAt place: Int) -> ArraySlice<[UInt8]> {
        guard place < count, let keys = ASCII.integer(self[place]),
            (0...Int64(count)).contains(keys)
        else { return [] }
        return dropFirst(place + 1 + Int(keys))
    }

    /// The shape of VSIM, whose vector may hold words like its options.
    fileprivate var similarityShape: ReplyShape? {
        guard count > 2 else { return nil }
        let options = ASCII.matches(self[2], "values") ? dropKeys(countedAt: 3) : dropFirst(4)
        let scores = options.contains(option: "withscores")
        switch (scores, options.contains(option: "withattribs")) {
        case (true, true): return .mapOfTuples([.double, .unchanged])
        case (true, false): return .map(of: .double)
        case (false, true): return .plainMap
        case (false, false): return nil
        }
    }
}
