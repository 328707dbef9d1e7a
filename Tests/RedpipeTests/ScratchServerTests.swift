import Glibc
import Redpipe
import RedpipeTestSupport
import Testing

@Suite struct ScratchServerTests {
    @Test func `a scratch server answers on a socket that nobody else can reach`() throws {
        let server = try ScratchServer()
        let connections = Connections()
        connections.define(server.endpoint)
        try connections.open()
        #expect(permissions(of: server.folder) == 0o700)
    }

    @Test func `stopping it ends the process and removes the folder`() throws {
        let server = try ScratchServer()
        server.stop()
        #expect(permissions(of: server.folder) == nil)
        #expect(kill(server.processIdentifier, 0) != 0)
        server.stop()
    }

    @Test func `forgetting it ends it too, even a frozen one`() throws {
        var server: ScratchServer? = try ScratchServer()
        let process = try #require(server?.processIdentifier)
        kill(process, SIGSTOP)
        server = nil
        #expect(kill(process, 0) != 0)
    }

    @Test func `a server that ends at once is an error with its own words`() {
        #expect { try ScratchServer(arguments: ["--nonsense", "yes"]) } throws: { error in
            "\(error)".contains("ended at once") && "\(error)".contains("nonsense")
        }
    }

    private func permissions(of path: String) -> UInt32? {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        return status.st_mode & 0o777
    }
}
