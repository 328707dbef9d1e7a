import Redpipe
import RedpipeTestSupport
import Testing

@Suite struct CallbackTests {
    private let server: TestServer
    private let connections: Connections
    private let order = Order()

    init() throws {
        server = try TestServer()
        connections = server.connections()
    }

    @Test func `a callback sees all replies of its wave`() throws {
        var pipeline = Pipeline()
        let first = pipeline.incr("n")
        let last = Box<Deferred<Int>>()
        pipeline.onExecute { [order] _ in
            order.entries.append("\(try first.value) \(try last.content?.value ?? 0)")
        }
        last.content = pipeline.incr("n")
        try pipeline.execute(on: connections)
        #expect(order.entries == ["1 2"])
    }

    @Test func `what callbacks queue is the next wave`() throws {
        let trips = RoundTripCounter(connections)
        var pipeline = Pipeline()
        pipeline.onExecute { pipeline in
            pipeline.rpush("ledger", "2")
            pipeline.onExecute { $0.rpush("ledger", "4") }
        }
        pipeline.rpush("ledger", "1")
        pipeline.onExecute { $0.rpush("ledger", "3") }
        let report = try pipeline.execute(on: connections)
        #expect(try server.ledger() == ["1", "2", "3", "4"])
        #expect(report.waveCount == 3)
        #expect(trips.count == 3)
    }

    @Test func `callbacks run once each, also when one throws and commands fail`() throws {
        var pipeline = Pipeline()
        pipeline.rpush("list", "x")
        let wrong = pipeline.incr("list")
        pipeline.onExecute { [order] _ in order.entries.append("1") }
        pipeline.onExecute { pipeline in
            pipeline.rpush("ledger", "lost")
            _ = try wrong.value
        }
        pipeline.onExecute { [order] in
            order.entries.append("2")
            $0.rpush("ledger", "kept")
        }
        pipeline.onExecute { _ in throw Oops() }
        pipeline.onExecute { [order] _ in order.entries.append("3") }
        let error = pipeline.executionError(on: connections)
        #expect(order.entries == ["1", "2", "3"])
        #expect(try server.ledger() == ["kept"])
        #expect(error?.others.first is Oops)
        #expect(error?.others.count == 1)
        #expect { throw error?.first ?? Oops() } throws: {
            if case DeferredError.server(let error) = $0 { error.code == .wrongType } else { false }
        }
    }

    @Test func `a computed deferred is filled in program order`() throws {
        var pipeline = Pipeline()
        let one = pipeline.incr("n")
        let two = pipeline.incr("n")
        let sum = pipeline.compute { try one.value + two.value }
        let product = pipeline.compute { try sum.value * 10 }
        let failed: Deferred<Int> = pipeline.compute { throw Oops() }
        #expect(sum.problem == "pending")
        try pipeline.execute(on: connections)
        #expect(try product.value == 30)
        #expect(failed.problem == "computation")
    }

    @Test func `callbacks without commands run without a round trip`() throws {
        let trips = RoundTripCounter(connections)
        var pipeline = Pipeline()
        pipeline.onExecute { [order] _ in order.entries.append("ran") }
        try pipeline.execute(on: connections)
        #expect(order.entries == ["ran"])
        #expect(trips.count == 0)
    }
}

/// A place to put something into later.
final class Box<Content> {
    var content: Content?
}
