import Glibc
import Redpipe
import RedpipeTestSupport
import Testing

@Suite struct WaveTests {
    @Test func `two blocking commands on two connections wait at the same time`() throws {
        let server = try TestServer()
        let connections = server.connections()
        connections.define(server.endpoint, as: "other")
        let endpoint = server.endpoint
        // Only when the server says that both are blocked is either of them released.
        let releaser = Thread {
            let observer = Connections()
            observer.define(endpoint)
            var isBlocked = false
            while !isBlocked {
                var pipeline = Pipeline()
                let info = pipeline.enqueue("INFO", "clients", as: String.self)
                guard (try? pipeline.execute(on: observer)) != nil else { return }
                isBlocked = (try? info.value)?.contains("blocked_clients:2") == true
            }
            var pipeline = Pipeline()
            pipeline.rpush("b", 2)
            pipeline.rpush("a", 1)
            _ = try? pipeline.execute(on: observer)
        }
        var pipeline = Pipeline()
        let first = pipeline.enqueue("BLPOP", "a", 60, as: [String].self)
        let second = pipeline.enqueue("BLPOP", "b", 60, on: "other", as: [String].self)
        let report = try pipeline.execute(on: connections)
        releaser.join()
        #expect(try first.value == ["a", "1"])
        #expect(try second.value == ["b", "2"])
        #expect(report.waveCount == 1)
    }

    @Test func `a blocking command has its own time on top of the connection's`() throws {
        let server = try TestServer()
        let options = ConnectionOptions(replyTimeout: .seconds(2))
        let connections = server.connections(options: options)
        var pipeline = Pipeline()
        let nothing = pipeline.enqueue("BLPOP", "nobody", 3, as: [String]?.self)
        try pipeline.execute(on: connections)
        #expect(try nothing.value == nil)
    }

    @Test func `a wave has a deadline of its own`() throws {
        let server = try TestServer()
        let connections = server.connections()
        connections.define(server.endpoint, as: "blocked")
        // Opening takes its time on a busy machine: the deadline is for what comes after.
        var opening = Pipeline()
        for name in [ConnectionName.default, "blocked"] { opening.enqueue("PING", on: name) }
        try opening.execute(on: connections)
        var pipeline = Pipeline()
        let hits = pipeline.incr("n")
        let blocked = pipeline.enqueue("BLPOP", "nobody", 0, on: "blocked")
        let error = pipeline.executionError(on: connections, timeout: .seconds(2))
        #expect(try hits.value == 1)
        #expect(blocked.problem == "unknown")
        #expect((error?.first as? ConnectionLoss)?.reason == .deadlinePassed(.seconds(2)))
    }

    @Test func `many large replies neither deadlock nor pile up in the server`() throws {
        let server = try TestServer()
        let connections = server.connections()
        try server.run("SET", "big", String(repeating: "x", count: 10_000))
        var pipeline = Pipeline()
        for _ in 0..<100_000 {
            try pipeline.enqueueIgnoringReply(["GET", "big"].map { Array($0.utf8) })
        }
        let memory = pipeline.enqueue("INFO", "memory", as: String.self)
        let report = try pipeline.execute(on: connections)
        #expect(report.lanes.first?.answeredCount == 100_001)
        let peak = try memory.value.split(separator: "\r\n")
            .first { $0.hasPrefix("used_memory_peak:") }
            .flatMap { Int($0.dropFirst("used_memory_peak:".count)) }
        // A gigabyte of replies has passed.
        #expect(try #require(peak) < 200 << 20)
    }

    @Test func `large requests and large replies pass each other`() throws {
        let server = try TestServer()
        let value = [UInt8](repeating: 0x79, count: 100_000)
        var pipeline = Pipeline()
        let echoes = (0..<100).map { _ in pipeline.enqueue("ECHO", value, as: [UInt8].self) }
        try pipeline.execute(on: server.connections())
        #expect(try echoes.allSatisfy { try $0.value == value })
    }

    @Test func `a connection that was closed while nothing was owed is opened anew`() throws {
        let server = try TestServer()
        let connections = server.connections()
        try connections.open()
        try server.run("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")
        var pipeline = Pipeline()
        let hits = pipeline.incr("n")
        try pipeline.execute(on: connections)
        #expect(try hits.value == 1)
    }

    @Test(arguments: [true, false])
    func `a lost connection is opened anew by the next execution only if wanted`(
        isWanted: Bool
    ) throws {
        let server = try TestServer()
        let connections = server.connections()
        connections.reopensLostConnections = isWanted
        var pipeline = Pipeline()
        let killed = pipeline.enqueue("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "no")
        let after = pipeline.incr("n")
        let inCallback = Box<Deferred<Int>>()
        pipeline.onExecute { inCallback.content = $0.incr("n") }
        #expect(pipeline.executionError(on: connections) != nil)
        #expect(after.problem == "unknown")
        #expect(inCallback.content?.problem == "not sent")
        _ = killed
        var next = Pipeline()
        let hits = next.incr("n")
        _ = next.executionError(on: connections)
        #expect(hits.problem == (isWanted ? nil : "not sent"))
    }

    @Test func `a reply that nobody asked for is an error before it is misattributed`() throws {
        let server = try ScriptedServer { client in
            client.greet()
            _ = client.receiveCommand()
            client.send("+A\r\n+B\r\n")
            client.stall()
        }
        var pipeline = Pipeline()
        let reply = pipeline.enqueue("ANY")
        let error = pipeline.executionError(on: server.connections())
        #expect(try reply.value == .simpleString(Array("A".utf8)))
        #expect((error?.first as? ConnectionLoss)?.reason.category == .protocolBroken)
    }

    @Test(arguments: ["+LATE\r\n", "+LA"])
    func `a reply left over from before never answers the next command`(late: String) throws {
        let connections = Box<Connections>()
        let server = try ScriptedServer { client in
            client.greet()
            _ = client.receiveCommand()
            client.send("+A\r\n" + late)
            // The rest of it comes only once the next command would have been sent.
            client.send("TE\r\n")
            client.stall()
        }
        connections.content = server.connections()
        let used = try #require(connections.content)
        var first = Pipeline()
        let reply = first.enqueue("ANY")
        let firstError = first.executionError(on: used)
        #expect(try reply.value == .simpleString(Array("A".utf8)))
        guard firstError == nil else { return }
        used.reopensLostConnections = false
        var second = Pipeline()
        let hits = second.incr("n")
        _ = second.executionError(on: used)
        #expect(hits.problem == "not sent")
    }

    @Test func `pushes go to their handler and answer no command`() throws {
        let server = try TestServer()
        let connections = server.connections()
        let pushes = Box<[RESPValue]>()
        pushes.content = []
        connections.onPush = { _, message in pushes.content?.append(message) }
        var pipeline = Pipeline()
        pipeline.enqueue("CLIENT", "TRACKING", "ON")
        pipeline.get("k")
        try pipeline.execute(on: connections)
        try server.run("SET", "k", "v")
        var next = Pipeline()
        let value = next.get("k")
        try next.execute(on: connections)
        #expect(try value.value == "v")
        #expect(pushes.content?.count == 1)
    }

    @Test func `an interruption before the start sends nothing`() throws {
        let server = try TestServer()
        let connections = server.connections()
        let signal = try SelfPipe()
        connections.wakeUp = signal.readEnd
        signal.write()
        var pipeline = Pipeline()
        let hits = pipeline.incr("n")
        let error = pipeline.executionError(on: connections)
        #expect(hits.problem == "not sent")
        #expect((error?.first as? ConnectionLoss)?.reason == .interrupted)
        #expect(try server.counter("n") == 0)
    }

    @Test func `an interruption waits for what was sent, a second one does not`() throws {
        let signal = try SelfPipe()
        let server = try ScriptedServer { client in
            client.greet()
            _ = client.receiveCommand()
            _ = client.receiveCommand()
            signal.write()
            client.send(":1\r\n")
            signal.write()
            client.stall()
        }
        let connections = server.connections()
        connections.wakeUp = signal.readEnd
        var pipeline = Pipeline()
        let (first, second) = (pipeline.incr("n"), pipeline.incr("n"))
        let error = pipeline.executionError(on: connections)
        #expect((error?.first as? ConnectionLoss)?.reason == .interrupted)
        #expect(second.problem == "unknown")
        #expect(first.problem == nil || first.problem == "unknown")
    }

    @Test func `an interruption cuts a long pipeline and reports what ran`() throws {
        let server = try TestServer()
        let connections = server.connections()
        let signal = try SelfPipe()
        connections.wakeUp = signal.readEnd
        let endpoint = server.endpoint
        let interrupter = Thread {
            let observer = Connections()
            observer.define(endpoint)
            while true {
                var pipeline = Pipeline()
                let length = pipeline.llen("ledger")
                guard (try? pipeline.execute(on: observer)) != nil else { return }
                if (try? length.value).map({ $0 >= 1000 }) == true { return signal.write() }
            }
        }
        var pipeline = Pipeline()
        let value = [UInt8](repeating: 0x7a, count: 1000)
        let pushes = (0..<200_000).map { _ in pipeline.rpush("ledger", value) }
        let error = pipeline.executionError(on: connections)
        interrupter.join()
        let report = try #require(error?.report.lanes.first)
        #expect(report.failure == .interrupted)
        #expect(report.unknown.isEmpty)
        #expect(try Int(reply: server.run("LLEN", "ledger")) == report.answeredCount)
        #expect(pushes.last?.problem == "not sent")
    }
}
