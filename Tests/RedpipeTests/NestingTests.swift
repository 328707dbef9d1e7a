import Redpipe
import RedpipeTestSupport
import Testing

@Suite struct NestingTests {
    private let server: TestServer
    private let connections: Connections

    init() throws {
        server = try TestServer()
        connections = server.connections()
    }

    @Test func `three levels run in program order`() throws {
        let order = Order()
        var pipeline = Pipeline()
        log("1", &pipeline, order)
        pipeline.nest { pipeline in
            log("2", &pipeline, order)
            pipeline.nest { pipeline in
                log("3", &pipeline, order)
                pipeline.nest { log("4", &$0, order) }
                log("5", &pipeline, order)
            }
            log("6", &pipeline, order)
        }
        log("7", &pipeline, order)
        let report = try pipeline.execute(on: connections)
        let expected = (1...7).map(String.init)
        #expect(try server.ledger() == expected)
        #expect(order.entries == expected)
        #expect(report.waveCount == 1)
    }

    @Test func `a block that throws sends nothing and runs no callback`() throws {
        let order = Order()
        var pipeline = Pipeline()
        log("before", &pipeline, order)
        var lost: [Deferred<Int>] = []
        #expect(throws: Oops()) {
            try pipeline.nest { pipeline throws(Oops) in
                lost.append(pipeline.rpush("ledger", "inside"))
                pipeline.nest { lost.append($0.rpush("ledger", "deep")) }
                pipeline.onExecute { _ in order.entries.append("inside") }
                lost.append(pipeline.compute { 1 })
                throw Oops()
            }
        }
        log("after", &pipeline, order)
        try pipeline.execute(on: connections)
        #expect(try server.ledger() == ["before", "after"])
        #expect(order.entries == ["before", "after"])
        #expect(lost.map(\.problem) == ["abandoned", "abandoned", "abandoned"])
    }

    @Test func `a caught error inside leaves the commands around it`() throws {
        var pipeline = Pipeline()
        pipeline.nest { pipeline in
            pipeline.rpush("ledger", "1")
            _ = try? pipeline.nest { pipeline throws(Oops) in
                pipeline.rpush("ledger", "lost")
                throw Oops()
            }
            pipeline.rpush("ledger", "2")
        }
        try pipeline.execute(on: connections)
        #expect(try server.ledger() == ["1", "2"])
    }

    @Test func `a block that throws takes back all connections`() throws {
        let other = try TestServer()
        connections.define(other.endpoint, as: "other")
        var pipeline = Pipeline()
        pipeline.rpush("ledger", "kept")
        _ = try? pipeline.nest(on: "other") { pipeline throws(Oops) in
            pipeline.rpush("ledger", "lost")
            pipeline.rpush("ledger", "lost", on: .default)
            throw Oops()
        }
        pipeline.rpush("ledger", "home")
        let report = try pipeline.execute(on: connections)
        #expect(try server.ledger() == ["kept", "home"])
        #expect(try other.ledger() == [])
        #expect(report.lanes.count == 1)
    }

    @Test func `a block's connection takes the commands that name none`() throws {
        let other = try TestServer()
        connections.define(other.endpoint, as: "other")
        var pipeline = Pipeline()
        pipeline.nest(on: "other") { pipeline in
            pipeline.rpush("ledger", "there")
            pipeline.rpush("ledger", "here", on: .default)
            pipeline.onExecute { $0.rpush("ledger", "there again") }
        }
        pipeline.rpush("ledger", "here again")
        try pipeline.execute(on: connections)
        #expect(try server.ledger() == ["here", "here again"])
        #expect(try other.ledger() == ["there", "there again"])
    }

    @Test func `ten thousand blocks cost no memory and keep the order`() throws {
        var pipeline = Pipeline()
        var counts: [Deferred<Int>] = []
        for _ in 0..<10_000 {
            pipeline.nest { pipeline in counts.append(pipeline.incr("n")) }
        }
        let report = try pipeline.execute(on: connections)
        #expect(try counts.map { try $0.value } == Array(1...10_000))
        #expect(report.waveCount == 1)
    }

    private func log(_ word: String, _ pipeline: inout Pipeline, _ order: Order) {
        pipeline.rpush("ledger", word)
        pipeline.onExecute { _ in order.entries.append(word) }
    }
}

/// What has happened, in order.
final class Order {
    var entries: [String] = []
}
