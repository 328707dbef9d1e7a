import Glibc
import Redpipe
import RedpipeTestSupport
import Testing

@Suite struct HandshakeTests {
    @Test func `a password and a database are used before the first command`() throws {
        let server = try TestServer(arguments: ["--requirepass", "secret"])
        let connections = Connections()
        let credentials = Credentials(password: Array("secret".utf8))
        connections.define(Endpoint(server.endpoint.address, credentials: credentials, database: 3))
        var pipeline = Pipeline()
        pipeline.set("k", 1)
        let info = pipeline.enqueue("CLIENT", "INFO", as: String.self)
        try pipeline.execute(on: connections)
        #expect(try info.value.contains(" db=3 "))
        #expect(try info.value.contains(" user=default "))
    }

    @Test(arguments: [
        (ConnectionOptions.ProtocolVersion.resp2, "resp=2"), (.resp3, "resp=3"),
    ])
    func `the protocol and the name are as asked for`(
        version: ConnectionOptions.ProtocolVersion,
        expected: String
    ) throws {
        let server = try TestServer()
        let options = ConnectionOptions(protocolVersion: version, clientName: "tester")
        var pipeline = Pipeline()
        let info = pipeline.enqueue("CLIENT", "INFO", as: String.self)
        try pipeline.execute(on: server.connections(options: options))
        #expect(try info.value.contains(expected))
        #expect(try info.value.contains(" name=tester "))
    }

    @Test(
        arguments: ["NOAUTH", "WRONGPASS", "ERR AUTH"],
        [ConnectionOptions.ProtocolVersion.resp2, .resp3]
    )
    func `a server that refuses the credentials runs nothing`(
        code: String,
        version: ConnectionOptions.ProtocolVersion
    ) throws {
        let isOpenServer = code == "ERR AUTH"
        let server = try TestServer(arguments: isOpenServer ? [] : ["--requirepass", "secret"])
        let credentials = Credentials(password: Array("topsecret".utf8))
        let endpoint = Endpoint(
            server.endpoint.address,
            credentials: code == "NOAUTH" ? nil : credentials
        )
        let options = ConnectionOptions(protocolVersion: version)
        let (outcome, reason) = attemptWrite(to: endpoint, options)
        #expect(outcome == "not sent")
        #expect(reason?.category == .notConnected)
        #expect(reason.map { "\($0)".hasPrefix(code) } == true)
        #expect(reason.map { "\($0)".contains("topsecret") } == false)
    }

    @Test(arguments: [ConnectionOptions.ProtocolVersion.resp2, .resp3])
    func `a database that does not exist runs nothing in another one`(
        version: ConnectionOptions.ProtocolVersion
    ) throws {
        let server = try TestServer()
        let endpoint = Endpoint(server.endpoint.address, database: 99)
        let (outcome, reason) = attemptWrite(
            to: endpoint,
            ConnectionOptions(protocolVersion: version)
        )
        #expect(outcome == "not sent")
        guard case .databaseRefused(99, _) = reason else {
            Issue.record("unexpected \(String(describing: reason))")
            return
        }
        #expect(try server.counter("n") == 0)
    }

    @Test(arguments: [ConnectionOptions.ProtocolVersion.resp2, .resp3])
    func `a full server is found before any command is sent`(
        version: ConnectionOptions.ProtocolVersion
    ) throws {
        let server = try TestServer(arguments: ["--maxclients", "1"])
        let first = server.connections()
        // The server may not have noticed yet that the one who saw it start has gone.
        while (try? first.open()) == nil {}
        let (outcome, reason) = attemptWrite(
            to: server.endpoint,
            ConnectionOptions(protocolVersion: version)
        )
        #expect(outcome == "not sent")
        guard case .tooManyClients = reason else {
            Issue.record("unexpected \(String(describing: reason))")
            return
        }
    }

    @Test(arguments: [
        ("HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n", "\"HTTP/1.1 400 Bad Request\""),
        ("SSH-2.0-OpenSSH_9.2\r\n", "\"SSH-2.0-OpenSSH_9.2\""),
        ("\u{15}\u{3}\u{1}\0\u{2}\u{2}\n", "\"\\x15\\x03\\x01\\x00\\x02\\x02\""),
        ("+OK POP3 ready\r\n", "\"+OK POP3 ready\\r\\n\""),
    ])
    func `what is no Redis server is named by its first words`(
        greeting: String,
        shown: String
    ) throws {
        let server = try ScriptedServer { client in
            client.send(greeting)
            client.stall()
        }
        let (outcome, reason) = attemptWrite(
            to: server.endpoint,
            ConnectionOptions(protocolVersion: .resp2)
        )
        #expect(outcome == "not sent")
        #expect(reason?.category == .protocolBroken)
        #expect(reason.map { "\($0)" } == "not a Redis server: got \(shown)")
    }

    @Test func `a server without HELLO is spoken to in RESP2`() throws {
        let server = try ScriptedServer { client in
            for _ in 0..<4 {
                let isHello = client.receiveCommand()?.first == "HELLO"
                client.send(isHello ? "-ERR unknown command 'HELLO'\r\n" : "+OK\r\n")
            }
            _ = client.receiveCommand()
            client.send(":1\r\n")
        }
        let connections = server.connections(options: ConnectionOptions(clientName: "tester"))
        var pipeline = Pipeline()
        let hits = pipeline.incr("n")
        try pipeline.execute(on: connections)
        #expect(try hits.value == 1)
    }

    @Test func `the handshake is one flush and no command is sent before it is answered`() throws {
        let server = try ScriptedServer { client in
            let handshake = (0..<5).compactMap { _ in client.receiveCommand()?.first }
            guard handshake == ["AUTH", "HELLO", "CLIENT", "CLIENT", "SELECT"] else { return }
            client.send("+OK\r\n%0\r\n+OK\r\n+OK\r\n")
            // The answer to SELECT is still owed: nothing else may have come.
            client.send("-ERR DB index is out of range\r\n")
            client.stall()
        }
        let connections = Connections()
        let credentials = Credentials(user: Array("u".utf8), password: Array("p".utf8))
        connections.define(Endpoint(server.endpoint.address, credentials: credentials, database: 9))
        var pipeline = Pipeline()
        let hits = pipeline.incr("n")
        let error = pipeline.executionError(on: connections)
        #expect(hits.problem == "not sent")
        #expect((error?.first as? ConnectionLoss)?.reason.category == .notConnected)
        let received = server.finish().first.map { String(decoding: $0, as: UTF8.self) }
        #expect(received?.contains("INCR") == false)
    }

    @Test func `a server that closes at once is reported as such`() throws {
        let server = try ScriptedServer { _ in }
        let (outcome, reason) = attemptWrite(to: server.endpoint, ConnectionOptions())
        #expect(outcome == "not sent")
        guard case .closedWhileConnecting = reason else {
            Issue.record("unexpected \(String(describing: reason))")
            return
        }
    }

    @Test func `a server that never answers is given up`() throws {
        let server = try ScriptedServer { $0.stall() }
        let options = ConnectionOptions(connectTimeout: .milliseconds(100))
        let (outcome, reason) = attemptWrite(to: server.endpoint, options)
        #expect(outcome == "not sent")
        #expect(reason == .connectTimedOut(.milliseconds(100)))
    }

    @Test func `a full queue of a unix socket is waited for, and not for ever`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/s"
        let listener = try Listening.onPath(path, backlog: 0)
        defer { close(listener) }
        let first = try Listening.connect(toPath: path)
        defer { close(first) }
        let options = ConnectionOptions(connectTimeout: .milliseconds(100))
        let (_, reason) = attemptWrite(to: Endpoint(.unix(path: path)), options)
        #expect(reason == .connectTimedOut(.milliseconds(100)))
    }

    @Test func `a closed port and a missing socket are named`() throws {
        let port = try Listening.freePort()
        let closed = attemptWrite(
            to: Endpoint(.tcp(host: "127.0.0.1", port: port)),
            ConnectionOptions()
        )
        #expect(closed.reason == .unreachable("Connection refused"))
        let missing = attemptWrite(to: Endpoint(.unix(path: "/nowhere/s")), ConnectionOptions())
        #expect(missing.reason == .unreachable("No such file or directory"))
        let long = String(repeating: "x", count: 200)
        let tooLong = attemptWrite(to: Endpoint(.unix(path: long)), ConnectionOptions())
        #expect(tooLong.reason?.category == .notConnected)
    }

    @Test func `a host name is looked up`() throws {
        let server = try TestServer(listensOnTCP: true)
        let port = try #require(server.port)
        let connections = Connections()
        connections.define(Endpoint(.tcp(host: "localhost", port: port)))
        try Self.ping(connections)
    }

    @Test func `an unknown host fails with the resolver's words`() {
        let (outcome, reason) = attemptWrite(
            to: Endpoint(.tcp(host: "no-such-host.invalid", port: 1)),
            ConnectionOptions()
        )
        #expect(outcome == "not sent")
        #expect(reason?.category == .notConnected)
    }

    @Test func `a connection that nobody defined is an error`() {
        var pipeline = Pipeline()
        let hits = pipeline.incr("n", on: "nobody")
        let error = pipeline.executionError(on: Connections())
        #expect(hits.problem == "not sent")
        #expect((error?.first as? ConnectionLoss)?.reason == .undefined)
    }

    private static func ping(_ connections: Connections) throws {
        var pipeline = Pipeline()
        let pong = pipeline.ping()
        try pipeline.execute(on: connections)
        #expect(try pong.value == "PONG")
    }

    private func attemptWrite(
        to endpoint: Endpoint,
        _ options: ConnectionOptions
    ) -> (outcome: String?, reason: ConnectionError?) {
        let connections = Connections()
        connections.define(endpoint, options: options)
        var pipeline = Pipeline()
        let hits = pipeline.incr("n")
        let error = pipeline.executionError(on: connections)
        return (hits.problem, (error?.first as? ConnectionLoss)?.reason)
    }
}
