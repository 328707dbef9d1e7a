import Redpipe
import RedpipeTestSupport
import Testing

/// Commands that the server says it did not run.
@Suite struct RefusalTests {
    @Test func `only refused commands at the end are sent again`() throws {
        let server = try ScriptedServer { client in
            client.greet()
            for _ in 0..<4 { _ = client.receiveCommand() }
            client.send("-LOADING a\r\n:2\r\n-LOADING c\r\n-TRYAGAIN d\r\n")
            for _ in 0..<2 { _ = client.receiveCommand() }
            client.send(":3\r\n:4\r\n")
            client.stall()
        }
        let connections = server.connections()
        let trips = RoundTripCounter(connections)
        var pipeline = Pipeline()
        let counts = ["a", "b", "c", "d"].map { pipeline.incr($0) }
        try pipeline.execute(on: connections)
        #expect(counts.map(\.problem) == ["LOADING", nil, nil, nil])
        #expect(try counts.dropFirst().map { try $0.value } == [2, 3, 4])
        #expect(trips.count == 2)
        connections.closeAll()
        let received = server.finish().first.map { String(decoding: $0, as: UTF8.self) } ?? ""
        #expect(received.components(of: "INCR") == 6)
    }

    @Test func `any other refusal is final`() throws {
        let server = try ScriptedServer { client in
            client.greet()
            _ = client.receiveCommand()
            client.send("-BUSY wait\r\n")
            client.stall()
        }
        var pipeline = Pipeline()
        let hits = pipeline.incr("n")
        try pipeline.execute(on: server.connections())
        #expect(hits.problem == "BUSY")
    }

    @Test func `a refusal that lasts stands after five more tries`() throws {
        let server = try ScriptedServer { client in
            client.greet()
            while client.receiveCommand() != nil { client.send("-LOADING still\r\n") }
        }
        let connections = server.connections()
        let trips = RoundTripCounter(connections)
        var pipeline = Pipeline()
        let hits = pipeline.incr("n")
        let report = try pipeline.execute(on: connections)
        #expect(hits.problem == "LOADING")
        #expect(trips.count == 6)
        #expect(report.errorReplyCount >= 1)
    }

    @Test func `a transaction is sent again as a whole`() throws {
        let server = try ScriptedServer { client in
            client.greet()
            for _ in 0..<4 { _ = client.receiveCommand() }
            client.send("+OK\r\n-LOADING a\r\n-LOADING b\r\n-EXECABORT no\r\n")
            for _ in 0..<4 { _ = client.receiveCommand() }
            client.send("+OK\r\n+QUEUED\r\n+QUEUED\r\n*2\r\n:1\r\n:2\r\n")
            client.stall()
        }
        var pipeline = Pipeline()
        let counts = pipeline.transaction { [$0.incr("a"), $0.incr("b")] }
        try pipeline.execute(on: server.connections())
        #expect(try counts.map { try $0.value } == [1, 2])
    }

    @Test func `a loss during the second try is unknown for what was sent again`() throws {
        let server = try ScriptedServer { client in
            client.greet()
            for _ in 0..<3 { _ = client.receiveCommand() }
            client.send(":1\r\n-LOADING b\r\n-LOADING c\r\n")
            for _ in 0..<2 { _ = client.receiveCommand() }
            client.send(":2\r\n")
        }
        var pipeline = Pipeline()
        let counts = ["a", "b", "c"].map { pipeline.incr($0) }
        let error = pipeline.executionError(on: server.connections())
        #expect(counts.map(\.problem) == [nil, nil, "unknown"])
        #expect(error?.report.lanes.first?.unknown == 2..<3)
    }
}

extension String {
    /// How often a word occurs.
    fileprivate func components(of word: String) -> Int {
        ranges(of: word).count
    }
}
