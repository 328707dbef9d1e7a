import Glibc
import Redpipe

extension TestServer {
    /// Waits until a client of the server blocks in a command such as BLPOP.
    package func waitForBlockedClient() throws {
        for _ in 0..<2000 {
            var pipeline = Pipeline()
            let info = pipeline.enqueue("INFO", "clients", as: String.self)
            try pipeline.execute(on: connections())
            if try info.value.contains("blocked_clients:1") { return }
            usleep(5000)
        }
        throw SystemFailure("no client blocks")
    }
}
