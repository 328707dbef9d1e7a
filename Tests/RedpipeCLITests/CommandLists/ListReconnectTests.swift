import Glibc
import RedpipeRESP
import RedpipeTestSupport
import Testing

/// What `--reconnect` may go on with, and what it must not.
@Suite struct ListReconnectTests {
    @Test func `--reconnect gives up on a server that throws it out again and again`() throws {
        let server = try ScriptedServer { client in client.greet() }
        let options = ListLossTests.options(server) + ["--reconnect", "--connect-timeout", "1"]
        let program = try RunningProgram(options)
        program.write("SET a 1\nSET a 2\n")
        let (ending, errors) = program.finish()
        #expect(ending == .exited(4))
        #expect(errors.utf8.count < 1000)
    }

    @Test func `nothing of the list is sent if the session cannot be restored`() throws {
        let server = try TestServer()
        let program = try RunningProgram(["-s", server.path, "--reconnect"])
        program.write("ACL SETUSER u on >pw ~* +@all\nAUTH u pw\nACL SETUSER u resetpass >new\n")
        #expect(program.read(until: "OK\nOK\nOK\n"))
        try server.run("CLIENT", "KILL", "TYPE", "normal")
        program.write("ACL WHOAMI\nSET evil 1\n")
        let (ending, errors) = program.finish()
        #expect(ending == .exited(4))
        #expect(errors.contains("the session could not be restored"))
        #expect(errors.contains("lines 1-3 confirmed, 4"))
        #expect(!errors.contains("unknown"))
        #expect(try server.run("EXISTS", "evil") == .integer(0))
    }

    @Test func `a server that stays down leaves lines that were not sent`() throws {
        let server = try TestServer()
        let program = try RunningProgram([
            "-s", server.path, "--reconnect", "--connect-timeout", "0.3",
        ])
        program.write("SELECT 2\nPING\n")
        #expect(program.read(until: "PONG\n"))
        server.crash()
        program.write("SET a 1\n")
        let (ending, errors) = program.finish()
        #expect(ending == .exited(4))
        #expect(errors.contains("cannot connect to default"))
        #expect(errors.contains("lines 1-2 confirmed, 3"))
    }

    @Test func `lines that an earlier connection left unknown stay so in the report`() throws {
        let server = try ScriptedServer { client in
            client.greet()
            for reply in ["+OK\r\n", ""] {
                guard client.receiveCommand() != nil else { return }
                client.send(reply)
            }
        }
        let program = try RunningProgram(ListLossTests.options(server) + ["--reconnect"])
        program.write("SET a 1\n")
        #expect(program.read(until: "OK\n"))
        program.write("SET a 2\n")
        #expect(program.readErrors(until: "connecting anew"))
        program.write("MULTI\n")
        #expect(program.read(until: "OK\nOK\n"))
        program.write("SET a 3\n")
        let (ending, errors) = program.finish()
        #expect(ending == .exited(4))
        let report = "lines 1 confirmed, 2 unknown (sent, no reply), 3-4 not applied"
        #expect(errors.contains(report))
    }
}

extension TestServer {
    /// The databases that have a key.
    fileprivate func databases(of key: String) throws -> [Int] {
        try (0..<6).filter { database in
            let script = "redis.call('SELECT', ARGV[1]) return redis.call('EXISTS', KEYS[1])"
            return try run("EVAL", script, "1", key, String(database)) == .integer(1)
        }
    }
}
