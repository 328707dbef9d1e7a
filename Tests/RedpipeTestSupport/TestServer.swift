import Glibc
package import Redpipe

/// A real server of a test's own.
///
///     let server = try TestServer()
///     let connections = server.connections()
///     …
///     #expect(try server.ledger("log") == ["a", "b"])
package final class TestServer {
    /// The program that serves; ended with this object.
    private let server: ScratchServer
    /// The port on 127.0.0.1, if one was asked for.
    package let port: UInt16?

    /// Starts a server.
    ///
    /// - Parameters:
    ///   - listensOnTCP: Whether it also has a port.
    ///   - arguments: More arguments, such as `--requirepass`.
    /// - Throws: What ``ScratchServer`` throws.
    package init(listensOnTCP: Bool = false, arguments: [String] = []) throws {
        guard listensOnTCP else {
            server = try ScratchServer(arguments: arguments)
            port = nil
            return
        }
        (server, port) = try Self.startOnFreePort(arguments)
    }

    /// Somebody else may take the port between our look and the server's: then another is tried.
    private static func startOnFreePort(
        _ arguments: [String]
    ) throws -> (ScratchServer, UInt16?) {
        var attempt = 0
        while true {
            let port = try Listening.freePort()
            do {
                let own = ["--port", String(port), "--bind", "127.0.0.1"]
                return (try ScratchServer(arguments: own + arguments), port)
            } catch {
                attempt += 1
                guard attempt < 5 else { throw error }
            }
        }
    }

    /// Where it listens: on its unix socket.
    package var endpoint: Endpoint { server.endpoint }

    /// Where it listens on TCP.
    package var tcpEndpoint: Endpoint? {
        port.map { Endpoint(.tcp(host: "127.0.0.1", port: $0)) }
    }

    /// The path of its unix socket.
    package var path: String {
        guard case .unix(let path) = endpoint.address else { return "" }
        return path
    }

    /// Its private folder.
    package var folder: String { server.folder }

    /// Its process.
    package var processIdentifier: Int32 { server.processIdentifier }

    /// New connections, of which `default` leads to this server.
    package func connections(
        options: ConnectionOptions = ConnectionOptions()
    ) -> Connections {
        let connections = Connections()
        connections.define(endpoint, options: options)
        return connections
    }

    /// Ends it as a crash would.
    package func crash() { send(SIGKILL) }

    /// Stops it from doing anything, until `resume()`.
    package func freeze() { send(SIGSTOP) }

    /// Lets it go on.
    package func resume() { send(SIGCONT) }

    private func send(_ signal: Int32) {
        precondition(kill(processIdentifier, signal) == 0, "the server is gone")
    }
}

extension TestServer {
    /// Runs one command on a connection of its own.
    @discardableResult
    package func run(_ words: String...) throws -> RESPValue {
        var pipeline = Pipeline()
        let reply = pipeline.enqueue(words.map { Array($0.utf8) })
        try pipeline.execute(on: connections())
        return try reply.value
    }

    /// The elements of a list, which tests push to see what has run and in which order.
    package func ledger(_ key: String = "ledger") throws -> [String] {
        try [String](reply: run("LRANGE", key, "0", "-1"))
    }

    /// A counter; 0 if it is missing.
    package func counter(_ key: String) throws -> Int {
        try Int?(reply: run("GET", key)) ?? 0
    }
}

extension Connections {
    /// Opens a connection by pinging.
    package func open(_ name: ConnectionName = .default) throws {
        var pipeline = Pipeline(on: name)
        pipeline.ping()
        try pipeline.execute(on: self)
    }
}
