import Glibc
package import Redpipe

/// A connection to a real server that a test cuts.
///
/// It answers the handshake by itself, so that the counted bytes are those of commands.
package final class CuttingProxy {
    private let server: ScriptedServer

    /// A proxy that closes both sides after it has forwarded so many bytes of requests.
    ///
    /// - Parameters:
    ///   - endpoint: The real server's.
    ///   - limit: After how many bytes to cut; never without one.
    ///   - forwardsReplies: Whether replies come back.
    /// - Throws: ``SystemFailure`` if it cannot listen.
    package init(
        to endpoint: Endpoint,
        afterRequestBytes limit: Int = .max,
        forwardsReplies: Bool = true
    ) throws {
        server = try ScriptedServer { client in
            client.greet()
            client.forward(to: endpoint, limit: limit, forwardsReplies: forwardsReplies)
        }
    }

    /// Connections of which `default` leads through here.
    package func connections(
        options: ConnectionOptions = ConnectionOptions(protocolVersion: .resp2)
    ) -> Connections {
        server.connections(options: options)
    }

    /// Waits until the real server has been sent everything.
    package func finish() {
        server.finish()
    }
}
