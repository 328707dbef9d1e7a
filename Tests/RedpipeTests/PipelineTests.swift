import Redpipe
import RedpipeTestSupport
import Testing

@Suite struct PipelineTests {
    private let server: TestServer
    private let connections: Connections

    init() throws {
        server = try TestServer()
        connections = server.connections()
    }

    @Test func `a pipeline brings the replies of all its commands`() throws {
        var pipeline = Pipeline()
        let status = pipeline.set("greeting", "hello")
        let text = pipeline.get("greeting")
        let hits = pipeline.incr("hits")
        let missing = pipeline.get("missing")
        let report = try pipeline.execute(on: connections)
        #expect(try status.value)
        #expect(try text.value == "hello")
        #expect(try hits.value == 1)
        #expect(try missing.value == nil)
        #expect(report.waveCount == 1)
    }

    @Test func `a deferred has no value before its pipeline is executed`() throws {
        var pipeline = Pipeline()
        let hits = pipeline.incr("hits")
        #expect(hits.problem == "pending")
        try pipeline.execute(on: connections)
        #expect(try hits.value == 1)
    }

    @Test func `a pipeline is one round trip`() throws {
        let trips = RoundTripCounter(connections)
        var pipeline = Pipeline()
        for number in 0..<1000 { pipeline.set("k:\(number)", number) }
        try pipeline.execute(on: connections)
        #expect(trips.count == 1)
        #expect(trips.commandCount == 1000)
    }

    @Test func `an error reply belongs to its own command`() throws {
        var pipeline = Pipeline()
        let first = pipeline.rpush("list", "a")
        let wrong = pipeline.incr("list")
        let last = pipeline.rpush("list", "b")
        let report = try pipeline.execute(on: connections)
        #expect(try first.value == 1)
        #expect(try last.value == 2)
        #expect { try wrong.value } throws: { error in
            guard case DeferredError.server(let error) = error else { return false }
            return error.code == .wrongType && error.message.hasPrefix("WRONGTYPE Operation")
        }
        #expect(report.errorReplyCount == 1)
        #expect(report.lanes.first?.firstErrors.map(\.command) == [1])
    }

    @Test func `values that are not text pass unchanged`() throws {
        let bytes = Array(UInt8.min...UInt8.max)
        var pipeline = Pipeline()
        pipeline.set(bytes, bytes)
        let value = pipeline.get(bytes, as: [UInt8].self)
        let text = pipeline.get(bytes)
        try pipeline.execute(on: connections)
        #expect(try value.value == bytes)
        #expect(text.problem == "decoding")
    }

    @Test func `typed calls read their replies`() throws {
        var pipeline = Pipeline()
        pipeline.hset("h", ["name": "joe", "age": 42])
        let all = pipeline.hgetall("h")
        let age = pipeline.hget("h", "age", as: Int.self)
        pipeline.sadd("s", "a", "b")
        let members = pipeline.smembers("s")
        pipeline.zadd("z", "one", score: 1)
        pipeline.zadd("z", "half", score: 0.5)
        let ranked = pipeline.zrangeWithScores("z")
        let score = pipeline.zscore("z", "half")
        pipeline.rpush("l", 1, 2, 3)
        let numbers = pipeline.lrange("l", as: Int.self)
        let several = pipeline.mget(["x", "y"])
        let pong = pipeline.ping()
        let raw = pipeline.enqueue("OBJECT", "REFCOUNT", "l")
        try pipeline.execute(on: connections)
        #expect(try all.value == ["name": "joe", "age": "42"])
        #expect(try age.value == 42)
        #expect(try members.value.sorted() == ["a", "b"])
        #expect(try ranked.value.map(\.score) == [0.5, 1])
        #expect(try score.value == 0.5)
        #expect(try numbers.value == [1, 2, 3])
        #expect(try several.value == [nil, nil])
        #expect(try pong.value == "PONG")
        #expect(try raw.value == .integer(1))
    }

    @Test(arguments: [ConnectionOptions.ProtocolVersion.resp2, .resp3])
    func `typed replies are alike in both protocols`(
        version: ConnectionOptions.ProtocolVersion
    ) throws {
        let connections = server.connections(options: ConnectionOptions(protocolVersion: version))
        var pipeline = Pipeline()
        pipeline.hset("h", "f", "v")
        pipeline.zadd("z", "m", score: 2.5)
        let all = pipeline.hgetall("h")
        let ranked = pipeline.zrangeWithScores("z")
        let score = pipeline.zscore("z", "m")
        try pipeline.execute(on: connections)
        #expect(try all.value == ["f": "v"])
        #expect(try ranked.value == [ScoredMember(member: Array("m".utf8), score: 2.5)])
        #expect(try score.value == 2.5)
    }

    @Test func `a dropped pipeline sends nothing and abandons its deferreds`() throws {
        let hits: Deferred<Int>
        let computed: Deferred<Int>
        do {
            var pipeline = Pipeline()
            hits = pipeline.incr("hits")
            computed = pipeline.compute { 1 }
        }
        #expect(hits.problem == "abandoned")
        #expect(computed.problem == "abandoned")
        #expect(try server.counter("hits") == 0)
    }

    @Test(arguments: [
        ["SUBSCRIBE", "c"], ["monitor"], ["CLIENT", "reply", "OFF"], ["MULTI"], ["select", "1"],
        ["AUTH", "x"], ["WATCH", "k"], ["RESET"], [], [""],
    ])
    func `a command that would upset the connection is refused`(words: [String]) throws {
        var pipeline = Pipeline()
        let reply = pipeline.enqueue(words.map { Array($0.utf8) })
        let hits = pipeline.incr("hits")
        try pipeline.execute(on: connections)
        #expect(reply.problem == "invalid")
        #expect(try hits.value == 1)
    }

    @Test func `a reply that nobody wants is still counted if it is an error`() throws {
        var pipeline = Pipeline()
        try pipeline.enqueueIgnoringReply(["SET", "k", "text"].map { Array($0.utf8) })
        try pipeline.enqueueIgnoringReply(["INCR", "k"].map { Array($0.utf8) })
        let report = try pipeline.execute(on: connections)
        #expect(report.errorReplyCount == 1)
    }

    @Test func `an empty pipeline does nothing`() throws {
        let report = try Pipeline().execute(on: Connections())
        #expect(report.waveCount == 0)
    }

    @Test func `map makes another value of a reply`() throws {
        var pipeline = Pipeline()
        let doubled = pipeline.incr("n").map { $0 * 2 }
        let failing = pipeline.incr("n").map { _ throws in throw Oops() }
        try pipeline.execute(on: connections)
        #expect(try doubled.value == 2)
        #expect(failing.problem == "computation")
    }
}
