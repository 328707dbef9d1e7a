import Glibc
import Redpipe
import RedpipeTestSupport
import Testing

/// What is reported when a connection is lost, held against what has really run.
@Suite struct LossTests {
    @Test(arguments: 0...12)
    func `a reply stream cut anywhere leaves whole replies answered`(offset: Int) throws {
        let replies = Array(":1\r\n:2\r\n:3\r\n".utf8)
        let server = try ScriptedServer { client in
            client.greet()
            for _ in 0..<3 { _ = client.receiveCommand() }
            client.send(Array(replies.prefix(offset)))
        }
        var pipeline = Pipeline()
        let counts = (0..<3).map { _ in pipeline.incr("n") }
        let error = pipeline.executionError(on: server.connections())
        let answered = offset / 4
        #expect(counts.map(\.problem) == (0..<3).map { $0 < answered ? nil : "unknown" })
        #expect((error == nil) == (answered == 3))
    }

    @Test(arguments: [false, true], 0...12)
    func `a reset counts like a close`(isReset: Bool, offset: Int) throws {
        let replies = Array(":1\r\n:2\r\n:3\r\n".utf8)
        let server = try ScriptedServer(onTCP: true) { client in
            client.greet()
            for _ in 0..<3 { _ = client.receiveCommand() }
            client.send(Array(replies.prefix(offset)))
            if isReset { client.reset() }
        }
        var pipeline = Pipeline()
        let counts = (0..<3).map { _ in pipeline.incr("n") }
        _ = pipeline.executionError(on: server.connections())
        // A reset may destroy replies on their way; it never makes one of them up.
        let answered = counts.prefix { $0.problem == nil }.count
        #expect(isReset ? answered <= offset / 4 : answered == offset / 4)
        #expect(counts.dropFirst(answered).allSatisfy { $0.problem == "unknown" })
    }

    @Test func `requests cut anywhere run at most once and in order`() throws {
        let server = try TestServer()
        let requests = 3 * "*3\r\n$5\r\nRPUSH\r\n$2\r\nL0\r\n$1\r\na\r\n".utf8.count
        for cut in stride(from: 0, through: requests, by: 1) {
            let key = "L\(cut)"
            let proxy = try CuttingProxy(to: server.endpoint, afterRequestBytes: cut)
            var pipeline = Pipeline()
            let pushes = ["a", "b", "c"].map { pipeline.rpush(key, $0) }
            _ = pipeline.executionError(on: proxy.connections())
            proxy.finish()
            let ran = try server.ledger(key)
            let answered = pushes.prefix { $0.problem == nil }.count
            let possible = pushes.filter { $0.problem != "not sent" }.count
            #expect(ran == Array(["a", "b", "c"].prefix(ran.count)))
            #expect((answered...possible).contains(ran.count), "cut at \(cut)")
        }
    }

    @Test(arguments: [0, 1, 100_000, 400_000, 1_000_000, 1_500_000])
    func `a command that was cut is not sent`(cut: Int) throws {
        let server = try TestServer()
        let proxy = try CuttingProxy(to: server.endpoint, afterRequestBytes: cut)
        let value = [UInt8](repeating: 0x78, count: 400_000)
        var pipeline = Pipeline()
        let pushes = (0..<10).map { _ in pipeline.rpush("ledger", value) }
        _ = pipeline.executionError(on: proxy.connections())
        proxy.finish()
        let ran = try Int(reply: server.run("LLEN", "ledger"))
        let problems = pushes.map(\.problem)
        #expect(ran <= problems.count { $0 != "not sent" })
        #expect(ran >= problems.count { $0 == nil })
        // The system cannot have accepted four megabytes.
        #expect(problems.last == "not sent")
    }

    @Test func `replies that are swallowed are unknown and nothing is sent twice`() throws {
        let server = try TestServer()
        let proxy = try CuttingProxy(to: server.endpoint, forwardsReplies: false)
        let options = ConnectionOptions(protocolVersion: .resp2, replyTimeout: .milliseconds(200))
        var pipeline = Pipeline()
        let counts = (0..<3).map { _ in pipeline.incr("n") }
        let error = pipeline.executionError(on: proxy.connections(options: options))
        #expect(counts.map(\.problem) == ["unknown", "unknown", "unknown"])
        #expect((error?.first as? ConnectionLoss)?.reason == .timedOut(.milliseconds(200)))
        proxy.finish()
        #expect(try server.counter("n") == 3)
    }

    @Test func `a frozen server is given up, and runs what it was sent later at most once`() throws
    {
        let server = try TestServer()
        let options = ConnectionOptions(replyTimeout: .milliseconds(200))
        let connections = server.connections(options: options)
        try connections.open()
        server.freeze()
        var pipeline = Pipeline()
        let hits = pipeline.incr("n")
        let error = pipeline.executionError(on: connections)
        server.resume()
        #expect(hits.problem == "unknown")
        #expect((error?.first as? ConnectionLoss)?.reason == .timedOut(.milliseconds(200)))
        #expect(try server.counter("n") <= 1)
    }

    @Test func `after a crash the log of the server agrees with the report`() throws {
        let log = ["--appendonly", "yes", "--appendfsync", "always"]
        let folder = try TemporaryFolder()
        let arguments = log + ["--dir", folder.path]
        let server = try TestServer(arguments: arguments)
        let connections = server.connections()
        try connections.open()
        let (endpoint, process) = (server.endpoint, server.processIdentifier)
        let killer = Thread {
            let observer = Connections()
            observer.define(endpoint)
            while true {
                var pipeline = Pipeline()
                let length = pipeline.llen("ledger")
                guard (try? pipeline.execute(on: observer)) != nil else { return }
                if (try? length.value).map({ $0 >= 2000 }) == true { break }
            }
            kill(process, SIGKILL)
        }
        var pipeline = Pipeline()
        let pushes = (0..<200_000).map { pipeline.rpush("ledger", $0) }
        let error = pipeline.executionError(on: connections)
        killer.join()
        let report = try #require(error?.report.lanes.first)
        let revived = try TestServer(arguments: arguments)
        let ran = try revived.ledger()
        #expect(ran == (0..<ran.count).map(String.init))
        #expect(report.answeredCount <= ran.count)
        #expect(ran.count <= report.answeredCount + report.unknown.count)
        #expect(pushes.prefix { $0.problem == nil }.count == report.answeredCount)
        #expect(pushes[report.unknown].allSatisfy { $0.problem == "unknown" })
        #expect(pushes[report.notSent].allSatisfy { $0.problem == "not sent" })
    }

    @Test func `one dead connection does not harm the other`() throws {
        let server = try TestServer()
        let connections = server.connections()
        connections.define(Endpoint(.unix(path: "/nowhere/s")), as: "dead")
        var pipeline = Pipeline()
        let first = pipeline.incr("n")
        let lost = pipeline.incr("n", on: "dead")
        let last = pipeline.incr("n")
        let ran = Box<Bool>()
        pipeline.onExecute { _ in ran.content = true }
        let error = pipeline.executionError(on: connections)
        #expect(try [first.value, last.value] == [1, 2])
        #expect(lost.problem == "not sent")
        #expect(ran.content == true)
        #expect(error?.report.failures.map(\.connection) == ["dead"])
    }

    @Test func `a transaction whose EXEC was not sent did not run`() throws {
        let server = try ScriptedServer { client in
            client.greet()
            _ = client.receiveCommand()
            client.send("+OK\r\n")
        }
        var pipeline = Pipeline()
        let value = [UInt8](repeating: 0x78, count: 4_000_000)
        let inside = pipeline.transaction { [$0.incr("n"), $0.rpush("ledger", value)] }
        _ = pipeline.executionError(on: server.connections())
        #expect(inside.map(\.problem) == ["not sent", "not sent"])
    }

    @Test func `a transaction whose EXEC was not answered is unknown`() throws {
        let server = try ScriptedServer { client in
            client.greet()
            for _ in 0..<4 { _ = client.receiveCommand() }
            client.send("+OK\r\n+QUEUED\r\n-ERR no\r\n*1\r\n:")
        }
        var pipeline = Pipeline()
        let inside = pipeline.transaction { [$0.incr("n"), $0.incr("m")] }
        let error = pipeline.executionError(on: server.connections())
        #expect(inside.map(\.problem) == ["unknown", "ERR"])
        #expect(error?.report.lanes.first?.unknown == 0..<4)
    }
}
