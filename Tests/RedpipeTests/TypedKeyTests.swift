import Redpipe
import RedpipeTestSupport
import Testing

@Suite struct TypedKeyTests {
    private let server: TestServer
    private let connections: Connections

    init() throws {
        server = try TestServer()
        connections = server.connections()
    }

    private func run(
        _ key: TypedKey,
        _ method: String,
        _ positional: [FieldValue] = [],
        named: [(name: String, value: FieldValue)] = []
    ) throws -> FieldValue {
        var pipeline = Pipeline()
        let reply = pipeline.enqueue(try key.command(method, positional, named: named))
        try pipeline.execute(on: connections)
        return try reply.value
    }

    private func keyspace(
        _ type: KeyspaceType,
        of valueType: FieldType? = nil,
        fields: FieldTypes = [:],
        shards: Int? = nil
    ) throws -> KeyspaceDefinition {
        KeyspaceDefinition(
            "K",
            type,
            try KeyTemplate("K{*}"),
            of: valueType,
            fields: fields,
            shards: shards
        )
    }

    @Test func `a sorted set of lists takes and gives lists`() throws {
        let key = try keyspace(.zset, of: .list).key(for: "1")
        #expect(try run(key, "zadd", [1, ["a", 1]]) == 1)
        #expect(try run(key, "zadd", [["b"]], named: [("score", 2.5), ("nx", true)]) == 1)
        #expect(try run(key, "zrange", [0, -1]) == [["a", 1], ["b"]])
        #expect(
            try run(key, "zrange", [0, -1], named: [("withscores", true)])
                == [[["a", 1], 1.0], [["b"], 2.5]]
        )
        #expect(
            try run(key, "zrange", [0, 9, "BYSCORE"], named: [("limit", [0, 1])]) == [["a", 1]]
        )
        #expect(try run(key, "zscore", [["b"]]) == 2.5)
        #expect(try run(key, "zpopmin") == [["a", 1], 1.0])
        #expect(try run(key, "zpopmax", [2]) == [[["b"], 2.5]])
        #expect(try run(key, "zpopmin") == [])
    }

    @Test func `a hash decodes its fields by name`() throws {
        let fields: FieldTypes = ["count": .int, "tags": .list, "on": .bool]
        let key = try keyspace(.hash, fields: fields).key(for: "1")
        #expect(
            try run(key, "hset", ["count", 5, "tags", ["a"], "on", false, "other", "x"]) == 4
        )
        #expect(try run(key, "hget", ["count"]) == 5)
        #expect(try run(key, "hget", ["none"]) == .null)
        #expect(try run(key, "hmget", ["tags", "none", "other"]) == [["a"], .null, "x"])
        #expect(
            try run(key, "hgetall")
                == ["count": 5, "tags": ["a"], "on": false, "other": "x"]
        )
        #expect(try run(key, "hincrby", ["count", 2]) == 7)
        #expect(try run(key, "hscan", [0]).listed[1].listed.contains(7))
        #expect(throws: KeyspaceError.self) { try key.command("hset", ["count", "five"]) }
        #expect(throws: KeyspaceError.self) { try key.command("hset", ["other", true]) }
        _ = try server.run("HSET", "K{1}", "count", "five")
        let error = #expect(throws: DeferredError.self) { try run(key, "hgetall") }
        #expect(
            error?.description == #"field `count`: the stored "five" is not a 64-bit int"#
        )
    }

    @Test func `streams, lists, sets and strings decode their values`() throws {
        let stream = try keyspace(.stream, of: .int).key(for: "s")
        #expect(try run(stream, "xadd", ["1-1", "n", 5]) == "1-1")
        #expect(try run(stream, "xrange", ["-", "+"]) == [["1-1", ["n", 5]]])
        #expect(
            try run(stream, "xread", named: [("id", "0")]) == ["K{s}": [["1-1", ["n", 5]]]]
        )
        #expect(try run(stream, "xgroup", ["CREATE", "g", "$"]) == "OK")
        let list = try keyspace(.list, of: .bool).key(for: "l")
        #expect(try run(list, "rpush", [true, false, true]) == 3)
        #expect(try run(list, "lrange", [0, -1]) == [true, false, true])
        #expect(try run(list, "lpop") == true)
        #expect(try run(list, "lpop", [5]) == [false, true])
        #expect(try run(list, "lpop") == .null)
        let set = try keyspace(.set, of: .int).key(for: "n")
        #expect(try run(set, "sadd", [3, 1, 2]) == 3)
        #expect(try run(set, "sort", named: [("desc", true)]) == [3, 2, 1])
        #expect(try run(set, "object", ["ENCODING"]) == "intset")
        let string = try keyspace(.string, of: .json).key(for: "j")
        #expect(try run(string, "set", [["a": .null]], named: [("ex", 100)]) == "OK")
        #expect(try run(string, "get") == ["a": .null])
        #expect(try run(string, "ttl") == 100)
    }

    @Test func `a sharded string is a field of its shard`() throws {
        let keyspace = try keyspace(.string, of: .int, shards: 64)
        let key = try keyspace.key(for: "id-7")
        #expect(try run(key, "set", [5]) == 1)
        #expect(try run(key, "incr") == 6)
        #expect(try run(key, "get") == 6)
        #expect(try run(key, "set", [5, "NX"]) == 0)
        #expect(throws: KeyspaceError.notSharded("EXPIRE")) { try key.command("expire", [5]) }
        #expect(try server.run("HGET", key.text, "id-7") == .bulkString([0x36]))
        #expect(try run(key, "del") == 1)
    }

    @Test(arguments: [nil, 7])
    func `a scan gives every id of the keyspace`(shards: Int?) throws {
        let keyspace = try keyspace(.string, shards: shards)
        var pipeline = Pipeline()
        for index in 0..<2000 {
            pipeline.enqueue(try keyspace.key(for: "\(index)").command("set", ["v"]))
        }
        pipeline.set("K{", "no id")
        try pipeline.execute(on: connections)
        var scan = KeyScan(of: keyspace, count: 100)
        var ids: Set<String> = []
        while let command = scan.command {
            var pipeline = Pipeline()
            let reply = pipeline.enqueue(command)
            try pipeline.execute(on: connections)
            ids.formUnion(try scan.take(reply.value).map { String(decoding: $0, as: UTF8.self) })
        }
        #expect(ids == Set((0..<2000).map(String.init)))
    }

    @Test func `MD5 is that of the standard`() {
        let texts = [
            "": "d41d8cd98f00b204e9800998ecf8427e",
            "abc": "900150983cd24fb0d6963f7d28e17f72",
            String(repeating: "1234567890", count: 8): "57edf4a22be3c955ac49da2e2107b67a",
            String(repeating: "a", count: 55): "ef1772b6dff9a122358552954ad0df65",
            String(repeating: "a", count: 56): "3b0c8ac703f828b04c6c197006d17218",
            String(repeating: "a", count: 64): "014842d480b571495a4a0363793f7367",
        ]
        for (text, digest) in texts {
            let hash = MD5.hash(Array(text.utf8)).bytes.map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
            #expect(hash.joined() == digest)
        }
    }
}

extension FieldValue {
    /// The items of a list.
    fileprivate var listed: [FieldValue] {
        if case .list(let items) = self { items } else { [] }
    }
}

extension TypedKey {
    fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}
