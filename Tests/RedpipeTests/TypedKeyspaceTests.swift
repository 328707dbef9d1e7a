import Redpipe
import RedpipeTestSupport
import Testing

@Suite struct TypedKeyspaceTests {
    private let server: TestServer
    private let connections: Connections

    init() throws {
        server = try TestServer()
        connections = server.connections()
    }

    /// Runs one block in one round trip.
    private func run<Result>(_ build: (inout Pipeline) throws -> Result) throws -> Result {
        var pipeline = Pipeline()
        let result = try build(&pipeline)
        let report = try pipeline.execute(on: connections)
        #expect(report.waveCount == 1)
        return result
    }

    @Test func `sorted sets of the founding example`() throws {
        let followers = try SortedSetKeyspace<String>("F{*}")
        let (first, second, scored) = try run { pipeline in
            try followers.zadd("1", "a", score: 1, in: &pipeline)
            try followers.zadd("2", "a", score: 2, in: &pipeline)
            return (
                try followers.zrange("1", in: &pipeline), try followers.zrange("2", in: &pipeline),
                try followers.zrangeWithScores("2", in: &pipeline)
            )
        }
        #expect(try [first.value, second.value] == [["a"], ["a"]])
        #expect(try scored.value.map(\.score) == [2])
        #expect(try server.run("ZSCORE", "F{2}", "a") == .double(2))
    }

    @Test func `strings of a type, and any other command by name`() throws {
        let counters = try StringKeyspace<Int>("C{*}")
        let (set, value, none, ttl, encoding) = try run { pipeline in
            let set = try counters.set(7, 5, in: &pipeline)
            try counters.incrBy(7, 2, in: &pipeline)
            try counters.expire(7, seconds: 50, in: &pipeline)
            return (
                set, try counters.get(7, in: &pipeline), try counters.get("none", in: &pipeline),
                try counters.timeToLive(7, in: &pipeline),
                try counters.call("object", 7, "ENCODING", in: &pipeline)
            )
        }
        #expect(try set.value)
        #expect(try value.value == 7)
        #expect(try none.value == nil)
        #expect(try ttl.value == 50)
        #expect(try encoding.value == "int")
    }

    @Test func `a dump is restored only where nothing is`() throws {
        let lists = try ListKeyspace<Int>("L{*}")
        let dump = try run { pipeline in
            try lists.rpush("1", [3, 1, 2], in: &pipeline)
            return try lists.dump("1", in: &pipeline)
        }
        let bytes = try #require(try dump.value)
        let (new, old, sorted) = try run { pipeline in
            (
                try lists.restoreNew("2", bytes, in: &pipeline),
                try lists.restoreNew("1", bytes, in: &pipeline),
                try lists.sorted("2", descending: true, in: &pipeline)
            )
        }
        #expect(try new.value)
        #expect(try !old.value)
        #expect(try sorted.value == [3, 2, 1])
    }

    @Test func `hashes, streams, sets, counts, positions and bits`() throws {
        let stock = try HashKeyspace("S{*}", fields: ["count": .int, "tags": .list])
        let events = try StreamKeyspace("E{*}", fields: ["size": .int])
        let tags = try SetKeyspace<[UInt8]>("T{*}")
        let visitors = try HyperLogLogKeyspace<Int>("V{*}")
        let cities = try GeoKeyspace<String>("G{*}")
        let seen = try BitmapKeyspace("B{*}")
        try run { pipeline in
            try stock.hset("1", ["count": 5, "tags": ["a"]], in: &pipeline)
            try events.xadd("1", ["size": 5], in: &pipeline)
            try tags.sadd("1", [[0xff], []], in: &pipeline)
            try visitors.pfadd("1", [1, 2, 2], in: &pipeline)
            try cities.geoadd("1", "Palermo", longitude: 13.36, latitude: 38.11, in: &pipeline)
            try cities.geoadd("1", "Catania", longitude: 15.08, latitude: 37.5, in: &pipeline)
            try seen.setbit("1", 7, true, in: &pipeline)
        }
        let (fields, count, entries, isMember) = try run { pipeline in
            (
                try stock.hgetall("1", in: &pipeline),
                try stock.hget("1", "count", as: Int.self, in: &pipeline),
                try events.xrange("1", in: &pipeline),
                try tags.sismember("1", [0xff], in: &pipeline)
            )
        }
        #expect(try fields.value == ["count": 5, "tags": ["a"]])
        #expect(try count.value == 5)
        #expect(try entries.value.map(\.fields) == [["size": 5]])
        #expect(try isMember.value)
        let (distinct, near, distance, bit, bits) = try run { pipeline in
            (
                try visitors.pfcount("1", in: &pipeline),
                try cities.geosearch("1", around: "Catania", metres: 200_000, in: &pipeline),
                try cities.geodist("1", "Palermo", "Catania", in: &pipeline),
                try seen.getbit("1", 7, in: &pipeline), try seen.bitcount("1", in: &pipeline)
            )
        }
        #expect(try distinct.value == 2)
        #expect(try near.value == ["Catania", "Palermo"])
        #expect(try (165_000..<167_000).contains(distance.value ?? 0))
        #expect(try bit.value)
        #expect(try bits.value == 1)
    }

    @Test func `a value that cannot be stored queues nothing`() throws {
        let names = try StringKeyspace<String>("N{*}", of: .ascii)
        var pipeline = Pipeline()
        #expect(throws: KeyspaceError.self) { try names.set("1", "Zoë", in: &pipeline) }
        #expect(throws: KeyspaceError.self) { try names.set("a}", "x", in: &pipeline) }
        #expect(throws: KeyspaceError.self) { try names.call("hget", "1", "f", in: &pipeline) }
        let isEmpty = pipeline.isEmpty
        #expect(isEmpty)
    }

    @Test func `keys go to the connection of their keyspace`() throws {
        let other = try TestServer()
        connections.define(other.endpoint, as: "other")
        let names = try StringKeyspace<String>("N{*}", on: "other")
        let name = try run { pipeline in
            try names.set("1", "Bob", in: &pipeline)
            return try names.get("1", in: &pipeline)
        }
        #expect(try name.value == "Bob")
        #expect(try other.run("EXISTS", "N{1}") == .integer(1))
        #expect(try server.run("EXISTS", "N{1}") == .integer(0))
    }

    @Test func `ids come one at a time, in bounded memory`() throws {
        let names = try StringKeyspace<Int>("N{*}", shards: 8)
        _ = try run { pipeline in
            for id in 0..<1000 { try names.set(id, id, in: &pipeline) }
        }
        var ids = names.ids(on: connections, count: 10)
        var found: Set<String> = []
        while let id = try ids.next() { found.insert(String(decoding: id, as: UTF8.self)) }
        #expect(found.count == 1000)
    }
}
