import Redpipe
import RedpipeTestSupport
import Testing

@Suite struct WatchTests {
    private let server: TestServer
    private let connections: Connections

    init() throws {
        server = try TestServer()
        connections = server.connections()
    }

    @Test func `the transaction runs with what was read, in two round trips`() throws {
        let counter = RoundTripCounter(connections)
        try server.run("HSET", "stock:1", "count", "5")
        let rest = try connections.transaction(watching: ["stock:1"]) { pipeline in
            pipeline.hget("stock:1", "count", as: Int.self)
        } run: { count, pipeline in
            let have = try count.value ?? 0
            pipeline.hset("stock:1", "count", have - 1, on: .default)
            return pipeline.hget("stock:1", "count", as: Int.self)
        }
        #expect(try rest.value == 4)
        #expect(counter.count == 2)
    }

    @Test func `a changed key is read again, as often as allowed`() throws {
        var attempts = 0
        let server = server
        func change(_ times: Int, retries: Int) throws -> Int {
            attempts = 0
            let n = try connections.transaction(watching: ["n"], retries: retries) { pipeline in
                pipeline.get("n", as: Int.self)
            } run: { value, pipeline in
                attempts += 1
                if attempts <= times { try server.run("INCR", "n") }
                pipeline.set("n", (try value.value ?? 0) + 100)
                return pipeline.get("n", as: Int.self)
            }
            return try n.value ?? 0
        }
        #expect(try change(2, retries: 2) == 102)
        #expect(attempts == 3)
        let error = #expect(throws: ServerError.self) { try change(2, retries: 1) }
        #expect(error?.code == .watch)
        #expect(try server.counter("n") == 104)
    }

    @Test func `nothing to send and an error end the watching`() throws {
        struct Empty: Error {}
        for isError in [true, false] {
            _ = try? connections.transaction(watching: ["n"]) {
                $0.get("n")
            } run: { _, pipeline in
                if isError {
                    pipeline.incr("n")
                    throw Empty()
                }
            }
            try server.run("SET", "n", "1")
            try connections.transaction(watching: ["other"]) {
                $0.get("n")
            } run: { _, pipeline in
                pipeline.incr("other")
            }
        }
        #expect(try server.counter("other") == 2)
        #expect(try server.counter("n") == 1)
    }

    @Test func `a lost socket does not run the transaction unguarded`() throws {
        let server = server
        var reply: Deferred<Int>?
        #expect(throws: ExecutionError.self) {
            try connections.transaction(watching: ["n"], retries: 3) {
                $0.get("n")
            } run: {
                _,
                pipeline in
                try server.run("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")
                reply = pipeline.incr("n")
            }
        }
        #expect(reply?.problem == "not sent")
        #expect(try server.counter("n") == 0)
        // The next one opens the socket anew.
        try connections.transaction(watching: ["n"]) {
            $0.get("n")
        } run: {
            $1.incr("n")
        }
        #expect(try server.counter("n") == 1)
    }

    @Test func `another connection inside is an error, and nothing is sent`() throws {
        connections.define(server.endpoint, as: "other")
        #expect(throws: TransactionError.otherConnection) {
            try connections.transaction(watching: ["n"]) {
                $0.get("n")
            } run: { _, pipeline in
                pipeline.incr("n")
                pipeline.incr("n", on: "other")
            }
        }
        #expect(try server.counter("n") == 0)
    }

    @Test func `eight workers move stock between two hashes and the sum never changes`() throws {
        try server.run("HSET", "stock:1", "count", "1000")
        try server.run("HSET", "stock:2", "count", "1000")
        let endpoint = server.endpoint
        let workers = (0..<8).map { worker in
            Thread {
                let connections = Connections()
                connections.define(endpoint)
                for _ in 0..<25 { try? Self.move(worker, on: connections) }
            }
        }
        for _ in 0..<50 {
            let counts = try Self.counts(on: connections)
            #expect(counts.reduce(0, +) == 2000)
        }
        for worker in workers { worker.join() }
        // Each worker moves its number plus one, 25 times; even workers one way, odd ones the other.
        let moved = (0..<8).reduce(0) { $0 + ($1.isMultiple(of: 2) ? 25 : -25) * ($1 + 1) }
        #expect(try Self.counts(on: connections) == [1000 - moved, 1000 + moved])
    }

    private static func counts(on connections: Connections) throws -> [Int] {
        var pipeline = Pipeline()
        let counts = pipeline.transaction { pipeline in
            ["stock:1", "stock:2"].map { pipeline.hget($0, "count", as: Int.self) }
        }
        try pipeline.execute(on: connections)
        return try counts.map { try $0.value ?? 0 }
    }

    private static func move(_ worker: Int, on connections: Connections) throws {
        let amount = worker.isMultiple(of: 2) ? worker + 1 : -worker - 1
        let keys = ["stock:1", "stock:2"]
        try connections.transaction(watching: keys, retries: 10_000) { pipeline in
            keys.map { pipeline.hget($0, "count", as: Int.self) }
        } run: { counts, pipeline in
            let have = try counts.map { try $0.value ?? 0 }
            pipeline.hset("stock:1", "count", have[0] - amount)
            pipeline.hset("stock:2", "count", have[1] + amount)
        }
    }
}
