import Glibc
package import Redpipe

/// A server that does what a test says, step by step.
///
///     let server = try ScriptedServer { client in
///         client.greet()
///         _ = client.receiveCommand()
///         client.send(":1\r")
///     }                                    // then it closes, in the middle of a reply
///
/// The script runs once for each connection, one connection after the other, on a thread.
package final class ScriptedServer {
    /// Where it listens.
    package let endpoint: Endpoint
    private let listener: Int32
    private let folder: String
    private let log = ScriptedLog()
    private var thread: Thread?

    /// Starts to listen.
    ///
    /// - Parameters:
    ///   - onTCP: Whether on 127.0.0.1, where connections can be reset, or on a unix socket.
    ///   - script: What to do with a connection; when it returns, the connection is closed.
    /// - Throws: ``SystemFailure`` if it cannot listen.
    package init(
        onTCP: Bool = false,
        _ script: @escaping @Sendable (ScriptedClient) -> Void
    ) throws {
        var template = Array("/tmp/redpipe-fake-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw SystemFailure("mkdtemp") }
        let bytes = template.dropLast().map { UInt8(bitPattern: $0) }
        folder = String(decoding: bytes, as: UTF8.self)
        if onTCP {
            let (descriptor, port) = try Listening.onLoopback()
            listener = descriptor
            endpoint = Endpoint(.tcp(host: "127.0.0.1", port: port))
        } else {
            listener = try Listening.onPath(folder + "/s")
            endpoint = Endpoint(.unix(path: folder + "/s"))
        }
        let (log, listener) = (log, listener)
        thread = Thread {
            while case let descriptor = accept(listener, nil, nil), descriptor >= 0 {
                let client = ScriptedClient(owning: descriptor)
                script(client)
                log.append(client.close())
            }
        }
    }

    deinit {
        finish()
        close(listener)
        unsafe unlink(folder + "/s")
        unsafe rmdir(folder)
    }

    /// Accepts nobody any more and waits for the script to end.
    ///
    /// - Returns: What each connection has sent, as far as the script has read it.
    @discardableResult
    package func finish() -> [[UInt8]] {
        // Closing alone would not wake the thread.
        shutdown(listener, Int32(SHUT_RDWR))
        thread?.join()
        thread = nil
        return log.entries
    }

    /// Connections of which `default` leads here.
    package func connections(
        options: ConnectionOptions = ConnectionOptions(protocolVersion: .resp2)
    ) -> Connections {
        let connections = Connections()
        connections.define(endpoint, options: options)
        return connections
    }
}
