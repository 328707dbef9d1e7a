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

    @Test(
        arguments: [
            ("SELECT 2\nMULTI\nSELECT 99\nEXEC\n", 2), ("SELECT 2\nMULTI\nSELECT 3\nDISCARD\n", 2),
            ("SELECT 2\nMULTI\nSELECT 3\nNOSUCH\nEXEC\n", 2),
            ("SELECT 2\nMULTI\nSELECT 3\nRESET\n", 0), ("SELECT 2\nEXEC\nSELECT 3\n", 3),
            ("SELECT 2\nMULTI\nPING\nSELECT 3\nSELECT 99\nEXEC\n", 3),
            ("SELECT 2\nMULTI\nMULTI\nSELECT 3\nEXEC\n", 3),
        ]
    )
    func `the database is the one that the transaction has left`(
        list: String,
        database: Int
    ) throws {
        let server = try TestServer()
        let program = try RunningProgram(["-s", server.path, "--reconnect"])
        program.write(list + "ECHO before\n")
        #expect(program.read(until: "before\n"))
        try server.run("CLIENT", "KILL", "TYPE", "normal")
        program.write("SET b 2\nECHO after\n")
        #expect(program.read(until: "after\n"))
        #expect(program.finish().errors.contains("connecting anew"))
        #expect(try server.databases(of: "b") == [database])
    }

    @Test func `a transaction that a watched key has stopped changes nothing`() throws {
        let server = try TestServer()
        let program = try RunningProgram(["-s", server.path, "--reconnect"])
        program.write("WATCH w\nSELECT 2\nMULTI\nSELECT 3\n")
        #expect(program.read(until: "QUEUED\n"))
        try server.run("SET", "w", "1")
        program.write("EXEC\nECHO before\n")
        #expect(program.read(until: "before\n"))
        try server.run("CLIENT", "KILL", "TYPE", "normal")
        program.write("SET b 2\nECHO after\n")
        #expect(program.read(until: "after\n"))
        #expect(program.finish().ending == .exited(0))
        #expect(try server.databases(of: "b") == [2])
    }

    @Test func `RESET leaves the database and the user of the options`() throws {
        let server = try TestServer()
        let program = try RunningProgram(["-s", server.path, "-n", "5", "--reconnect"])
        program.write("RESET\nECHO before\n")
        #expect(program.read(until: "before\n"))
        try server.run("CLIENT", "KILL", "TYPE", "normal")
        program.write("SET b 2\nECHO after\n")
        #expect(program.read(until: "after\n"))
        #expect(program.finish().ending == .exited(0))
        #expect(try server.databases(of: "b") == [0])
    }

    @Test func `the last of several users is restored`() throws {
        let server = try TestServer()
        let program = try RunningProgram(["-s", server.path, "--reconnect"])
        for user in ["u", "v"] {
            try server.run("ACL", "SETUSER", user, "on", ">pw", "~*", "+@all")
        }
        program.write("HELLO 3 AUTH u pw SETNAME named\nAUTH v pw\nHELLO 3\nECHO before\n")
        #expect(program.read(until: "before\n"))
        try server.run("CLIENT", "KILL", "TYPE", "normal")
        program.write("ACL WHOAMI\nCLIENT GETNAME\n")
        #expect(program.read(until: "before\nv\nnamed\n"))
        #expect(program.finish().ending == .exited(0))
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
