import RedpipeCommands
import Testing

@Suite struct CommandCallTests {
    @Test(arguments: Array(ReplyExamples.sessions(of: ReplyExamples.keys).joined()))
    func `the key goes where the command has its first key`(example: ReplyExample) throws {
        let words = example.words
        guard let command = CommandTable.command(for: words),
            let type = KeyspaceType.allCases.first(where: { $0.allows(command) }),
            let place = command.keyIndices(in: words).min()
        else { return }
        var positional = words
        positional.remove(at: place)
        let call = try CommandCall(
            String(decoding: words[0], as: UTF8.self),
            on: type,
            positional.dropFirst().map(CallArgument.word)
        )
        #expect(call.laidOut(key: words[place], Array(positional.dropFirst())) == words)
        #expect(command.roles(of: words.map(CallArgument.word)).count == words.count)
    }

    @Test(arguments: [
        ("ZADD z NX CH 1 a 2 b", ".k...v.v"), ("SET k v EX 10", ".kv.."),
        ("SET k v IFEQ w GET", ".kv.v."), ("LPUSH l a b", ".kvv"),
        ("LINSERT l BEFORE a x", ".k.vv"),
        ("HSET h a 1 b 2", ".kf=f="), ("HMGET h a b", ".kff"), ("HINCRBY h a 1", ".kf."),
        ("HSETEX h FNX EX 10 FIELDS 2 a 1 b 2", ".k.....f=f="),
        ("HEXPIRE h 10 NX FIELDS 2 a b", ".k....ff"), ("SMOVE s t a", ".kkv"),
        ("XADD s NOMKSTREAM MAXLEN ~ 1000 LIMIT 5 * a 1 b 2", ".k.......f=f="),
        ("XADD s 1-1 a 1", ".k.f="), ("GEOADD g NX 1 2 a 3 4 b", ".k...v..v"),
        ("GEODIST g a b KM", ".kvv."), ("PFADD p a b", ".kvv"), ("PFCOUNT p q", ".kk"),
        ("ZUNION 2 z withscores WEIGHTS 1 2 WITHSCORES", "..kk...."),
        ("XREAD COUNT 2 STREAMS a b 0 0", "....kk.."), ("BLPOP a b 1", ".kk."),
        ("XCLAIM s g c 0 1-1 2-1 IDLE 5 JUSTID", ".k........"), ("MSET a 1 b 2", ".kvkv"),
        ("GEOSEARCH g FROMMEMBER a BYRADIUS 5 KM ASC", ".k.v...."), ("SETRANGE k 0 x", ".k.."),
        ("LREM l 1 x", ".k.v"), ("SORT l BY w_* GET # GET o_* STORE d", ".k.......k"),
        ("OBJECT ENCODING k", "..k"), ("XGROUP CREATE s g $ MKSTREAM", "..k..."),
        ("BITFIELD b SET u8 0 255 GET u4 0 OVERFLOW FAIL INCRBY u2 0 9", ".k............."),
    ])
    func `words have the roles that the table gives them`(line: String, roles: String) throws {
        let words = words(line)
        let command = try #require(CommandTable.command(for: words))
        let found = command.roles(of: words.map(CallArgument.word)).map(\.letter)
        #expect(String(found) == roles.filter { $0 != " " })
    }

    @Test(arguments: CallExample.all)
    func `named arguments fill their places`(example: CallExample) throws {
        let call = try CommandCall(
            example.method,
            on: example.type,
            example.positional.map { .word(Array($0.utf8)) },
            named: example.names.map { ($0, .unknown) }
        )
        #expect(call.outline(names: example.names) == example.outline)
    }

    @Test(
        arguments: [
            ("zad", KeyspaceType.zset, [], [], "unknown command `zad`; did you mean `zadd`?"),
            ("hget", .zset, ["a"], [], "`HGET` is of the hash family, the key is a sorted set"),
            (
                "pfadd", .string, ["a"], [],
                "`PFADD` is of the hyperloglog family, the key is a string"
            ),
            (
                "zadd", .zset, ["a"], ["scor"],
                "`ZADD` has no argument `scor`; did you mean `score`?"
            ),
            ("zadd", .zset, ["a"], ["key"], "`key` of `ZADD` is the key that it is called on"),
            ("zadd", .zset, [], ["score", "score"], "`score` of `ZADD` is given twice"),
            ("zadd", .zset, [], [], "`ZADD` needs `score`"),
            (
                "get", .string, ["a"], [],
                "`GET` takes exactly 1 argument, found 2"
            ),
            (
                "xgroup", .stream, ["CREAT", "g"], [],
                "`XGROUP` has no subcommand `CREAT`; did you mean `CREATE`?"
            ),
            (
                "xgroup", .stream, [], [],
                "`XGROUP` takes its subcommand as the first argument, a text"
            ),
            ("keys", .string, ["*"], [], "`KEYS` takes no key"),
        ] as [(String, KeyspaceType, [String], [String], String)]
    )
    func `a wrong call says what is wrong`(
        method: String,
        type: KeyspaceType,
        positional: [String],
        names: [String],
        message: String
    ) {
        let error = #expect(throws: CallError.self) {
            try CommandCall(
                method,
                on: type,
                positional.map { .word(Array($0.utf8)) },
                named: names.map { ($0, .unknown) }
            )
        }
        #expect(error?.description == message)
    }

    @Test func `every command with a key can be laid out, whatever it is given`() throws {
        for command in CommandTable.allCommands where !command.isContainer {
            for count in 0..<8 {
                let words = Array(repeating: CallArgument.unknown, count: count + 2)
                #expect(command.roles(of: words).count == count + 2)
            }
        }
    }
}

/// A call with named arguments and its words.
struct CallExample: CustomTestStringConvertible {
    let method: String
    let type: KeyspaceType
    let positional: [String]
    let names: [String]
    let outline: String

    init(
        _ method: String,
        _ type: KeyspaceType,
        _ positional: [String],
        _ names: [String],
        _ outline: String
    ) {
        self.method = method
        self.type = type
        self.positional = positional
        self.names = names
        self.outline = outline
    }

    var testDescription: String { outline }

    static let all: [CallExample] = [
        .init("zadd", .zset, ["a"], ["score"], "ZADD key =score 0"),
        .init("zadd", .zset, ["1", "a"], ["nx", "ch"], "ZADD key [NX] [CH] 0 1"),
        .init(
            "zrange",
            .zset,
            ["0", "-1"],
            ["withscores", "rev"],
            "ZRANGE key 0 1 [REV] [WITHSCORES]"
        ),
        .init("zrange", .zset, ["0", "9", "BYSCORE"], ["limit"], "ZRANGE key 0 1 2 [LIMIT]"),
        .init("set", .string, ["v"], ["ex", "nx"], "SET key 0 [NX] [EX]"),
        .init("set", .string, [], ["value", "seconds"], "SET key =value [EX]"),
        .init("set", .string, ["v"], ["ifeq"], "SET key 0 IFEQ =ifeq"),
        .init("hset", .hash, [], ["value", "field"], "HSET key =field =value"),
        .init("hexpire", .hash, ["60"], ["field"], "HEXPIRE key 0 FIELDS #field field"),
        .init(
            "hexpire",
            .hash,
            ["60"],
            ["fields", "nx"],
            "HEXPIRE key 0 [NX] FIELDS #fields fields"
        ),
        .init("zunion", .zset, [], [], "ZUNION 1 key"),
        .init("zunion", .zset, ["2", "y"], ["weights"], "ZUNION 0 key 1 [WEIGHTS]"),
        .init("zunion", .zset, [], ["key"], "ZUNION #key+1 key key"),
        .init("xread", .stream, [], ["count", "id"], "XREAD [COUNT] STREAMS key id"),
        .init("xread", .stream, ["COUNT", "2", "STREAMS", "0"], [], "XREAD 0 1 2 key 3"),
        .init("xadd", .stream, ["*", "a", "1"], ["maxlen"], "XADD key [MAXLEN] 0 1 2"),
        .init(
            "xgroup",
            .stream,
            ["CREATE", "g", "$"],
            ["mkstream"],
            "XGROUP CREATE key 1 2 [MKSTREAM]"
        ),
        .init("lpos", .list, ["a"], ["count"], "LPOS key 0 [COUNT]"),
        .init(
            "linsert",
            .list,
            [],
            ["where", "pivot", "element"],
            "LINSERT key where =pivot =element"
        ),
        .init(
            "geosearch",
            .geo,
            [],
            ["frommember", "byradius", "asc"],
            "GEOSEARCH key FROMMEMBER =frommember [BYRADIUS] [ASC]"
        ),
        .init(
            "sort",
            .list,
            [],
            ["limit", "get", "alpha", "desc"],
            "SORT key [LIMIT] [GET]* [DESC] [ALPHA]"
        ),
        .init("object", .zset, ["ENCODING"], [], "OBJECT ENCODING key"),
        .init(
            "xautoclaim",
            .stream,
            ["g", "c"],
            ["min_idle_time", "start"],
            "XAUTOCLAIM key 0 1 =min_idle_time =start"
        ),
        .init(
            "restore",
            .string,
            [],
            ["ttl", "serialized-value", "replace"],
            "RESTORE key =ttl =serialized-value [REPLACE]"
        ),
        .init("bitop", .bitmap, ["AND", "a", "b"], [], "BITOP 0 key 1 2"),
        .init("sinterstore", .set, ["a", "b"], [], "SINTERSTORE key 0 1"),
        // A token that may be left out stands behind what it belongs to.
        .init("hrandfield", .hash, ["5"], ["withvalues"], "HRANDFIELD key 0 [WITHVALUES]"),
        .init("zrandmember", .zset, ["5"], ["withscores"], "ZRANDMEMBER key 0 [WITHSCORES]"),
        .init("bitcount", .bitmap, ["0", "1"], ["byte"], "BITCOUNT key 0 1 [BYTE]"),
        .init(
            "geosearch",
            .geo,
            ["COUNT", "5"],
            ["frommember", "byradius", "any"],
            "GEOSEARCH key FROMMEMBER =frommember [BYRADIUS] 0 1 [ANY]"
        ),
        .init(
            "xpending",
            .stream,
            ["g", "-", "+", "10"],
            ["consumer", "idle"],
            "XPENDING key 0 [IDLE] 1 2 3 =consumer"
        ),
    ]
}

extension CommandCall {
    /// The words with the positional ones filled in.
    func laidOut(key: [UInt8], _ positional: [[UInt8]]) -> [[UInt8]] {
        words.map { word in
            switch word.source {
            case .literal(let bytes): bytes
            case .key: key
            case .positional(let index): positional[index]
            default: []
            }
        }
    }
}

extension CommandCall {
    /// Literal words, `key`, the places of positional ones, and the names of the others.
    fileprivate func outline(names: [String]) -> String {
        words.map { word in
            switch word.source {
            case .literal(let bytes): String(decoding: bytes, as: UTF8.self)
            case .key: "key"
            case .positional(let index): String(index)
            case .named(let index): "=" + names[index]
            case .elements(let index): names[index]
            case .count(let index, let extra): "#" + names[index] + (extra > 0 ? "+\(extra)" : "")
            case .option(_, let token, let isRepeated):
                "[\(String(decoding: token, as: UTF8.self))]" + (isRepeated ? "*" : "")
            }
        }.joined(separator: " ")
    }
}

extension ArgumentRole {
    fileprivate var letter: Character {
        switch self {
        case .key: "k"
        case .value: "v"
        case .field: "f"
        case .fieldValue: "="
        case .plain: "."
        }
    }
}
