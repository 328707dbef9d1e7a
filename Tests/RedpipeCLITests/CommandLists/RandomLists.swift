/// Random commands, the same in every run: each kind of key has its own names, so none fails.
enum RandomLists {
    static let entries: [ListEntry] = {
        var generator = ListGenerator(state: 20_260_101)
        return (0..<450).map { _ in ListEntry(generator.line()) }
    }()
}

/// A generator of random lines.
private struct ListGenerator {
    var state: UInt64

    private mutating func number(below limit: Int) -> Int {
        // Knuth's MMIX constants; the high bits are the good ones.
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    private mutating func pick(_ texts: [String]) -> String { texts[number(below: texts.count)] }

    mutating func line() -> String {
        let line = pick(Self.patterns)
            .filling("%s") { key("str") }
            .filling("%n") { key("num") }
            .filling("%l") { key("list") }
            .filling("%h") { key("hash") }
            .filling("%z") { key("zset") }
            .filling("%d") { String(number(below: 20)) }
            .filling("%v") { value() }
        return number(below: 10) == 0 ? "\(1 + number(below: 4)) " + line : line
    }

    private mutating func key(_ kind: String) -> String {
        quoted("\(kind):\(number(below: 6))")
    }

    private mutating func value() -> String {
        quoted(
            pick(["a", "0", "-17", "some words", "é", "", "tab\there", "x=y", "[1]", "{}", "%"])
        )
    }

    /// A word in one of the ways to write it.
    private mutating func quoted(_ word: String) -> String {
        switch number(below: 4) {
        case 0: "\"\(word)\""
        case 1: "'\(word)'"
        case 2 where word.count > 1: "\(word.prefix(1))\"\(word.dropFirst())\""
        case _ where word.isEmpty || word.contains(" ") || word.contains("\t"): "\"\(word)\""
        default: word
        }
    }

    private static let patterns = [
        "SET %s %v", "GET %s", "get %s", "APPEND %s %v", "STRLEN %s", "GETRANGE %s 0 %d",
        "MGET %s %s %n", "INCR %n", "DECRBY %n %d", "INCRBY %n %d", "SET %n %d",
        "RPUSH %l %v", "LPUSH %l %v %v", "LRANGE %l 0 %d", "LLEN %l", "LPOP %l",
        "LINDEX %l %d", "RPOP %l %d", "LTRIM %l 0 8", "HSET %h f%d %v", "HGET %h f%d",
        "HDEL %h f%d", "HLEN %h", "HGETALL %h", "HKEYS %h", "HVALS %h", "HMGET %h f1 f%d",
        "HEXISTS %h f%d", "HINCRBY %h n%d %d", "ZADD %z %d m%d", "ZRANGE %z 0 -1 WITHSCORES",
        "ZSCORE %z m%d", "ZRANK %z m%d", "ZINCRBY %z %d m%d", "ZCARD %z", "ZREM %z m%d",
        "ZRANGEBYSCORE %z 0 %d LIMIT 0 3", "ZPOPMIN %z", "EXISTS %s %l %h", "DEL %s %l",
        "TYPE %l", "TYPE %s", "EXPIRE %s 1000", "PERSIST %s", "SETNX %s %v", "GETSET %s %v",
        "ECHO %v", "LINSERT %l BEFORE a b", "ZADD %z GT CH %d.5 m%d",
        "SMEMBERS set:%d", "SADD set:%d %d", "SINTERCARD 2 set:1 set:2", "SUNION set:1 set:2",
    ]
}

extension String {
    /// Replaces each occurrence of a text by what a closure makes up for it.
    fileprivate func filling(_ text: String, _ make: () -> String) -> String {
        var result = ""
        var rest = self[...]
        while let range = rest.firstRange(of: text) {
            result += rest[..<range.lowerBound] + make()
            rest = rest[range.upperBound...]
        }
        return result + rest
    }
}
