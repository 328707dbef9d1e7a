import Redpipe

/// The servers of a run's own, which start at first use and end with the run.
///
/// A class, because the connections that start one and the run that ends it share it.
final class ScratchServers {
    private var servers: [ScratchServer] = []

    /// Starts one more.
    func start() throws(ConnectionError) -> Endpoint {
        do throws(ScratchServerError) {
            let server = try ScratchServer()
            servers.append(server)
            return server.endpoint
        } catch {
            throw .unreachable(error.description)
        }
    }

    func stop() {
        for server in servers { server.stop() }
        servers = []
    }
}
