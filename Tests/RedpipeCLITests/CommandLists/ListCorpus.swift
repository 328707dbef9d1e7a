/// Command lists that redis-cli and the program must answer with the same bytes.
enum ListCorpus {
    /// Everything, in an order in which the state of the server is the same for everybody.
    static var all: [ListEntry] {
        quoting + repetition + ownWords + replies + errors + transactions + scripts
            + RandomLists.entries
    }

    /// Section 2.1 of the grammar: what a line is, and how it is cut into words.
    private static let quoting = [
        ListEntry("ECHO a", "  ECHO   a  ", "\tECHO\ta\t", "ECHO a\r", "", "   ", "\r", "\u{b}"),
        ListEntry("ECHO a\u{b}b", "ECHO a\u{c}b", flaws: [.bytes]),
        ListEntry("ECHO a\u{b} b", "ECHO a\u{c}", flaws: [.error]),
        ListEntry(#"ECHO "a b""#, "ECHO 'a b'", #"ECHO a"b c""#, "ECHO a'b c'", #"ECHO key"""#),
        ListEntry(#"ECHO """#, "ECHO ''", #"ECHO "a'b""#, "ECHO '#x'", "ECHO #x", "ECHO a;b"),
        ListEntry(#"ECHO 'a"b'"#, #"ECHO "a\"b""#, #"ECHO '"'"#, flaws: [.quotationMark]),
        ListEntry(#"ECHO "\n\r\t\a\b""#, #"ECHO "\q\0\e\f\v\u0041\x4g\x4""#, #"ECHO '\n\x41'"#),
        ListEntry(#"ECHO "\x41\x7a\x4A""#, #"ECHO 'it\'s'"#, #"ECHO a\nb"#, #"ECHO a\"b""#),
        ListEntry(#"ECHO "\x00\xff\x80\x7f\x1b""#, #"ECHO "\\\x5c""#, flaws: [.bytes]),
        ListEntry("ECHO ünïcödé", "ECHO 日本語", #"ECHO "👍 ok""#, "ECHO $x", "ECHO *", "ECHO \\"),
        ListEntry(bytes: [Array("ECHO ".utf8) + [0xff, 0xfe, 0x80]], flaws: [.bytes]),
        ListEntry(
            #"ECHO "a"b"#,
            #"ECHO ""b"#,
            #"ECHO "a""b""#,
            #"ECHO a"b"c"#,
            #"ECHO "a"'b'"#,
            flaws: [.refusal]
        ),
        ListEntry(
            #"ECHO "a"#,
            "ECHO 'a",
            #"ECHO a""#,
            #"""#,
            "'",
            #"ECHO 'a\'"#,
            #"ECHO "a\""#,
            flaws: [.refusal]
        ),
        ListEntry(
            #"ECHO 'a\\'"#,
            #"ECHO "two"#,
            #"lines""#,
            #"ECHO 'a'b"#,
            #"ECHO "\x4"#,
            flaws: [.refusal]
        ),
        ListEntry(#"EcHo a"#, #""ECHO" a"#, #"'ECHO' a"#, #"E"CHO" a"#),
        ListEntry(
            "ECHO",
            "ECHO a b",
            "nosuch",
            "NOSUCH a b",
            "//comment",
            ";x",
            "-- x",
            flaws: [.error]
        ),
        ListEntry(#""""#, #"'' a"#, flaws: [.error]),
    ]

    private static let repetition = [
        ListEntry("3 INCR rep", "+2 INCR rep", "02 INCR rep", #""2" INCR rep"#, "'1' INCR rep"),
        ListEntry(
            #"" 2" INCR rep"#,
            "0 INCR rep",
            "-1 INCR rep",
            #""" INCR rep"#,
            "GET rep",
            flaws: [.refusal]
        ),
        ListEntry(
            "99999999999999999999 INCR rep",
            "-99999999999999999999 INCR rep",
            "GET rep",
            flaws: [.refusal]
        ),
        ListEntry(
            "3",
            "2 2 INCR rep",
            "2.0 INCR rep",
            "0x2 INCR rep",
            "2x INCR rep",
            flaws: [.error]
        ),
        ListEntry("+ INCR rep", "- INCR rep", "++2 INCR rep", #""2 " INCR rep"#, flaws: [.error]),
        ListEntry("2 ECHO 'a b'", "1 1", #"2 "ECHO" "a""#, flaws: [.error]),
    ]

    private static let ownWords = [
        ListEntry(
            ":set hints",
            ":SET nohints",
            ":set foo",
            ":set",
            ":x y",
            ":",
            "PING",
            flaws: [.refusal]
        ),
        ListEntry("restart", "RESTART now", "clear", "CLEAR", "PING", flaws: [.refusal]),
        ListEntry("clear x", "2 clear", "2 :set x", "connect", "connect a", flaws: [.error]),
        ListEntry("quitter", "exits", "quit1", flaws: [.error]),
    ]

    private static let replies = [
        ListEntry("PING", "PING 'a b'", "SET k v", "GET k", "GET missing", "STRLEN k", "TYPE k"),
        ListEntry(
            "DEL l",
            "RPUSH l a b c",
            "LRANGE l 0 -1",
            "LRANGE l 5 9",
            "LPOP l 0",
            "LPOP x 2"
        ),
        ListEntry("RPUSH l10 1 2 3 4 5 6 7 8 9 10 11", "LRANGE l10 0 -1"),
        ListEntry("HSET h a 1", "HSET h b 'x y'", "HGETALL h", "HMGET h a x b", "HGETALL none"),
        ListEntry("ZADD z 1 a 2.5 b -3 c", "ZRANGE z 0 -1 WITHSCORES", "ZSCORE z b", "ZSCORE z x"),
        ListEntry("ZADD z inf d -inf e", "ZRANGE z 0 -1 WITHSCORES", flaws: [.notFinite]),
        ListEntry(
            "SADD s 1 2 3",
            "SMEMBERS s",
            "SISMEMBER s 2",
            "SMISMEMBER s 1 9",
            "SMEMBERS none"
        ),
        ListEntry("GEOADD g 13.361389 38.115556 P", "GEOPOS g P nobody", "GEOHASH g P"),
        ListEntry("XADD x 1-1 a 1", "XADD x 2-1 b 2 c 3", "XRANGE x - +", "XREAD STREAMS x 0-0"),
        ListEntry("XINFO STREAM x", "XGROUP CREATE x grp 0", "XINFO GROUPS x", "XPENDING x grp"),
        ListEntry("SCAN 0 MATCH nothing*", "HSCAN h 0", "ZSCAN z 0 MATCH a", "SSCAN s 0"),
        ListEntry("CONFIG GET maxmemory", "COMMAND COUNT", "COMMAND GETKEYS SET a b", "ACL WHOAMI"),
        ListEntry("OBJECT ENCODING k", "MEMORY USAGE none", "CLIENT GETNAME", "CLIENT SETNAME me"),
        ListEntry("CLIENT GETNAME", "BLPOP none 0.01", "BLMPOP 0.01 1 none LEFT", "WAIT 0 10"),
        ListEntry(
            "XREAD BLOCK 1 STREAMS x $",
            "BZPOPMIN none 0.01",
            "BLMOVE none l LEFT LEFT 0.01"
        ),
        ListEntry("SET nl \"a\\nb\\n\"", "GET nl", "RPUSH nls \"a\\nb\" c", "LRANGE nls 0 -1"),
        ListEntry("SET bin \"\\x00\\x01\\xff\"", "GET bin", "GETRANGE bin 0 0", flaws: [.bytes]),
        ListEntry("SET 'quo\"te' 'a\"b\\c'", "GET 'quo\"te'", flaws: [.quotationMark]),
        ListEntry("SET u 'ünï'", "GET u", "APPEND u é", "GET u", "STRLEN u"),
        ListEntry("LCS k u", "LCS k k LEN", "LCS k k IDX", "SETRANGE pad 3 x", "SETBIT bits 7 1"),
        ListEntry("INCRBYFLOAT f 3.25", "HINCRBYFLOAT h fl 1e3", "INCRBYFLOAT f 1e20"),
        ListEntry(
            "SELECT 1",
            "SET db 1",
            "SELECT 0",
            "EXISTS db",
            "SELECT 1",
            "GET db",
            "SELECT 0"
        ),
        ListEntry("SELECT 99", "SELECT x", "EXISTS db", flaws: [.error]),
        ListEntry("DEBUG PROTOCOL string", "DEBUG PROTOCOL integer", "DEBUG PROTOCOL array"),
        ListEntry("DEBUG PROTOCOL null", "DEBUG PROTOCOL set", "DEBUG PROTOCOL map"),
        ListEntry("DEBUG PROTOCOL double", "DEBUG PROTOCOL true", "DEBUG PROTOCOL false"),
        ListEntry("DEBUG PROTOCOL verbatim"),
        ListEntry("CLIENT NO-EVICT on", "CLIENT NO-EVICT off", "READONLY", flaws: [.error]),
        ListEntry("CLUSTER INFO", "CLUSTER NODES", flaws: [.error]),
        ListEntry("LATENCY DOCTOR", "MEMORY DOCTOR", "LATENCY GRAPH x", flaws: [.text, .error]),
        ListEntry("LOLWUT VERSION 5 1 1 1", "LOLWUT VERSION 9", flaws: [.text]),
    ]

    private static let errors = [
        ListEntry("LPUSH k x", "INCR l", "HSET k a", "GET", "GET a b", flaws: [.error]),
        ListEntry("EVAL 'return redis.error_reply(\"MY error\")' 0", flaws: [.error]),
        ListEntry("EVALSHA 0 0", "EVAL 'syntax error here' 0", "XADD x 1-1 a 1", flaws: [.error]),
        ListEntry("OBJECT NOSUCH k", "CONFIG SET nosuch 1", "AUTH wrong", flaws: [.error]),
        ListEntry("SUBSCRIBE", "MONITOR x", "PSUBSCRIBE", flaws: [.error]),
        ListEntry("DEBUG PROTOCOL bignum", "DEBUG PROTOCOL attrib", flaws: [.unprintable]),
    ]

    private static let transactions = [
        ListEntry("MULTI", "SET t 1", "INCR t", "LRANGE l 0 -1", "EXEC", "MULTI", "DISCARD"),
        ListEntry("MULTI", "INCR l", "SET t 2", "EXEC", "GET t", flaws: [.error]),
        ListEntry("MULTI", "NOSUCH", "SET t 3", "EXEC", "GET t", flaws: [.error]),
        ListEntry("EXEC", "DISCARD", "MULTI", "MULTI", "DISCARD", flaws: [.error]),
        ListEntry("WATCH t", "SET t 4", "MULTI", "GET t", "EXEC", "UNWATCH"),
        ListEntry("MULTI", "EXEC", "2 MULTI", "DISCARD", flaws: [.error]),
        ListEntry("SELECT 3", "MULTI", "RESET", "EXISTS t"),
        ListEntry("MULTI", "3 INCR t", "SELECT 2", "SET t2 x", "EXEC", "EXISTS t2", "SELECT 0"),
    ]

    private static let scripts = [
        ListEntry("EVAL 'return 1' 0", "EVAL 'return {1,2,{3,\"a\"},{}}' 0", "EVAL 'return 1.9' 0"),
        ListEntry("EVAL 'return redis.status_reply(\"FINE\")' 0", "EVAL 'return false' 0"),
        ListEntry("EVAL 'return {1,nil,3}' 0", "EVAL 'return {\"a\",{\"b\",{\"c\"}}}' 0"),
        ListEntry("EVAL 'return {}' 0", "EVAL 'return {{}}' 0", "EVAL 'return {{},{{}},1}' 0"),
        ListEntry("EVAL 'return {1,{err=\"BAD thing\"},2}' 0", flaws: [.error]),
        ListEntry(#"EVAL "redis.setresp(3); return redis.call('HGETALL', KEYS[1])" 1 h"#),
        ListEntry("EVAL 'redis.setresp(3); return {double=3.5}' 0", "EVAL 'return true' 0"),
        ListEntry("EVAL 'redis.setresp(3); return {map={a=1}}' 0"),
        ListEntry("EVAL 'redis.setresp(3); return {set={a=true}}' 0"),
        ListEntry("SCRIPT EXISTS 0", "FUNCTION LIST", "SCRIPT FLUSH", "EVAL_RO 'return KEYS' 1 k"),
        ListEntry(
            "EVAL 'return string.rep(\"x\", 5000)' 0",
            "EVAL 'return {string.rep(\"y\", 99)}' 0"
        ),
    ]
}
