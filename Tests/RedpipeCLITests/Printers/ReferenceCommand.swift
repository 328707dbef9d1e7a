@testable import RedpipeCLI

/// A command whose reply depends on nothing but the prepared keys.
struct ReferenceCommand: Sendable {
    let arguments: [String]
    /// The formats in which redis-cli's text is not valid, or redis-cli fails.
    let invalidFormats: Set<OutputFormat>

    init(_ arguments: String..., invalid: Set<OutputFormat> = []) {
        self.arguments = arguments
        invalidFormats = invalid
    }

    /// A Lua expression as a reply.
    static func script(_ text: String, invalid: Set<OutputFormat> = []) -> ReferenceCommand {
        ReferenceCommand("EVAL", text, "0", invalid: invalid)
    }

    static let preparation: [[String]] = [
        ["SET", "string", "words and é \\ \t\r\n\u{1b}[1m\u{7f}"], ["SET", "number", "-17"],
        ["RPUSH", "list"] + (1...12).map { "element \($0)" },
        ["RPUSH", "one", "single"], ["HSET", "hash", "a", "1", "b", "", "c d", "x y"],
        ["SADD", "set", "member"],
        ["ZADD", "zset", "1", "a", "2.5", "b", "inf", "c", "-1e30", "d"],
        ["XADD", "stream", "1-1", "field", "value", "other", ""],
        ["XADD", "stream", "2-1", "f", "v"],
        ["XGROUP", "CREATE", "stream", "group", "0"],
        ["GEOADD", "places", "13.361389", "38.115556", "Palermo"],
    ]

    static let all = keys + collections + servers + scripts + protocols

    private static let keys = [
        ReferenceCommand("PING"), ReferenceCommand("ECHO", ""), ReferenceCommand("ECHO", "OK"),
        ReferenceCommand("GET", "string"), ReferenceCommand("GET", "missing"),
        ReferenceCommand("STRLEN", "string"), ReferenceCommand("GET", "number"),
        ReferenceCommand("MGET", "string", "missing", "number"),
        ReferenceCommand("ECHO", "a \"quote\"", invalid: [.csv]),
        ReferenceCommand("GET", "list", invalid: [.json]),
        ReferenceCommand("NOSUCHCOMMAND", "x", invalid: [.json]),
        ReferenceCommand("TYPE", "list"), ReferenceCommand("EXISTS", "list", "missing"),
        ReferenceCommand("OBJECT", "ENCODING", "number"), ReferenceCommand("PTTL", "missing"),
        ReferenceCommand("INCRBYFLOAT", "float", "0"),
    ]

    private static let collections = [
        ReferenceCommand("LRANGE", "list", "0", "-1"), ReferenceCommand("LRANGE", "one", "0", "-1"),
        ReferenceCommand("LRANGE", "missing", "0", "-1"), ReferenceCommand("LPOS", "list", "x"),
        ReferenceCommand("LPOP", "missing", "2"), ReferenceCommand("HGETALL", "hash"),
        ReferenceCommand("HGETALL", "missing"), ReferenceCommand("HMGET", "hash", "a", "x"),
        ReferenceCommand("HSCAN", "hash", "0"), ReferenceCommand("SMEMBERS", "set"),
        ReferenceCommand("SMEMBERS", "missing"),
        ReferenceCommand("SMISMEMBER", "set", "member", "x"),
        ReferenceCommand("ZRANGE", "zset", "0", "-1"),
        ReferenceCommand("ZRANGE", "zset", "0", "1", "WITHSCORES"),
        ReferenceCommand("ZRANGE", "zset", "0", "-1", "WITHSCORES", invalid: [.json]),
        ReferenceCommand("ZSCORE", "zset", "b"), ReferenceCommand("ZSCORE", "zset", "missing"),
        ReferenceCommand("ZMSCORE", "zset", "a", "x", "d"), ReferenceCommand("ZRANK", "zset", "b"),
        ReferenceCommand("XRANGE", "stream", "-", "+"), ReferenceCommand("XLEN", "stream"),
        ReferenceCommand("XREAD", "STREAMS", "stream", "0"),
        ReferenceCommand("XREAD", "STREAMS", "stream", "9"),
        ReferenceCommand("XINFO", "STREAM", "stream"),
        ReferenceCommand("XINFO", "STREAM", "stream", "FULL"),
        ReferenceCommand("XINFO", "GROUPS", "stream"),
        ReferenceCommand("XPENDING", "stream", "group"),
        ReferenceCommand("GEOPOS", "places", "Palermo", "x"),
        ReferenceCommand("GEOHASH", "places", "Palermo", "x"),
        ReferenceCommand(
            "GEOSEARCH",
            "places",
            "FROMLONLAT",
            "13",
            "38",
            "BYRADIUS",
            "100",
            "km",
            "WITHCOORD",
            "WITHDIST"
        ),
        ReferenceCommand("SCAN", "0"),
    ]

    private static let servers = [
        ReferenceCommand("CONFIG", "GET", "maxmemory"), ReferenceCommand("CONFIG", "GET", "*z*x*"),
        ReferenceCommand("CONFIG", "GET", "maxmem*"), ReferenceCommand("DBSIZE"),
        ReferenceCommand("COMMAND", "INFO", "get", "missing", "xreadgroup"),
        ReferenceCommand("COMMAND", "DOCS", "set"), ReferenceCommand("COMMAND", "COUNT"),
        ReferenceCommand("COMMAND", "GETKEYS", "MSET", "a", "1", "b", "2"),
        ReferenceCommand("COMMAND", "GETKEYSANDFLAGS", "SET", "a", "1"),
        ReferenceCommand("OBJECT", "HELP"), ReferenceCommand("FUNCTION", "LIST"),
        ReferenceCommand("FUNCTION", "STATS"), ReferenceCommand("ACL", "GETUSER", "default"),
        ReferenceCommand("ACL", "LIST"), ReferenceCommand("SLOWLOG", "LEN"),
        ReferenceCommand("INFO", "modules", invalid: [.json]),
        ReferenceCommand("MEMORY", "DOCTOR", invalid: [.json]),
        ReferenceCommand("CLUSTER", "INFO", invalid: [.json]), ReferenceCommand("ROLE"),
        ReferenceCommand("SELECT", "99", invalid: [.json]), ReferenceCommand("LATENCY", "LATEST"),
        ReferenceCommand("CLIENT", "GETNAME"), ReferenceCommand("WAIT", "0", "0"),
    ]

    private static let scripts = [
        script("return {1,{2,{3,'x',{}}},{},{{{{}}}}}"),
        script("local t = {} for i = 1, 100 do t[i] = {i, 'v'} end return t"),
        script("local t = {} for i = 1, 10 do t[i] = {{i}, {}} end return t"),
        script("return {ok='fine words'}"),
        script("return {err='ERR my \"own\"'}", invalid: [.json, .csv]),
        script("return {1,{err='MINE nested'},false}", invalid: [.json]),
        script(#"return '\0\1\255\254 \\ '"#, invalid: [.json]),
        script("return 3.99"), script("return true"), script("return false"), script("return nil"),
        script("redis.setresp(3) return {double=3.5}"), script("redis.setresp(3) return true"),
        script("redis.setresp(3) return {map={k={1,2}}}"),
        script("redis.setresp(3) return {map={k={map={l={map={m=1}}}}}}"),
        script("redis.setresp(3) return {map={[1]={set={x=true}}}}"),
        script("redis.setresp(3) return {1,{map={k={double=1e30}}},{set={}},{map={}}}"),
        script("redis.setresp(3) return redis.call('hgetall','hash')"),
        script("redis.setresp(3) return {verbatim_string={format='txt',string='a\\nb'}}"),
        script("return redis.call('xrange','stream','-','+')"),
        script("error('broken')", invalid: [.json]),
    ]

    /// Not `bignum`, `attrib` and `push`: redis-cli ends at them, or waits for ever.
    private static let protocols = [
        "string", "integer", "double", "null", "array", "set", "map", "verbatim", "true", "false",
    ].map { ReferenceCommand("DEBUG", "PROTOCOL", $0) }
}
