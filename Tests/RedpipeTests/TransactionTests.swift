import Redpipe
import RedpipeTestSupport
import Testing

@Suite struct TransactionTests {
    private let server: TestServer
    private let connections: Connections

    init() throws {
        server = try TestServer()
        connections = server.connections()
    }

    @Test func `the replies of a transaction reach their deferreds`() throws {
        var pipeline = Pipeline()
        let before = pipeline.incr("n")
        let (first, second) = pipeline.transaction { ($0.incr("n"), $0.rpush("ledger", "a")) }
        let after = pipeline.incr("n")
        let report = try pipeline.execute(on: connections)
        #expect(try [before, first, second, after].map { try $0.value } == [1, 2, 1, 3])
        #expect(report.waveCount == 1)
    }

    @Test func `a transaction in a transaction joins it`() throws {
        var pipeline = Pipeline()
        let inner = pipeline.transaction { pipeline in
            pipeline.incr("n")
            return pipeline.transaction { $0.incr("n") }
        }
        try pipeline.execute(on: connections)
        #expect(try inner.value == 2)
    }

    @Test func `a command that fails inside a transaction fails alone`() throws {
        var pipeline = Pipeline()
        pipeline.set("text", "x")
        let (good, bad) = pipeline.transaction { ($0.incr("n"), $0.incr("text")) }
        try pipeline.execute(on: connections)
        #expect(try good.value == 1)
        #expect(bad.problem == "ERR")
    }

    @Test func `a transaction with an unknown command does not run`() throws {
        var pipeline = Pipeline()
        let (good, bad) = pipeline.transaction { ($0.incr("n"), $0.enqueue("NONSENSE")) }
        let after = pipeline.incr("m")
        try pipeline.execute(on: connections)
        #expect(good.problem == "EXECABORT")
        #expect(bad.problem == "ERR")
        #expect(try after.value == 1)
        #expect(try server.counter("n") == 0)
    }

    @Test func `a transaction that throws sends nothing of itself`() throws {
        var pipeline = Pipeline()
        pipeline.incr("n")
        var lost: Deferred<Int>?
        _ = try? pipeline.transaction { pipeline throws(Oops) in
            lost = pipeline.incr("n")
            throw Oops()
        }
        let after = pipeline.transaction { $0.incr("n") }
        try pipeline.execute(on: connections)
        #expect(lost?.problem == "abandoned")
        #expect(try after.value == 2)
    }

    @Test func `an empty transaction is not sent`() throws {
        var pipeline = Pipeline()
        pipeline.transaction { _ in }
        #expect(pipeline.commandCount == 0)
        try pipeline.execute(on: connections)
    }
}
