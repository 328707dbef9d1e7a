import Glibc
import RedpipeRESP
import RedpipeTestSupport
import Testing

/// Command lists and servers that refuse, freeze or die.
@Suite struct ListServerTests {
    private func run(_ list: String, _ options: [String]) throws -> ProgramRun {
        try ProgramRun(options, input: Array(list.utf8))
    }

    @Test func `a closed port is reported once`() throws {
        let port = try Listening.freePort()
        let run = try run("PING\nPING\n", ["-p", String(port)])
        #expect(
            run.standardError
                == "redpipe: cannot connect to default (127.0.0.1:\(port)): Connection refused: "
                + "nothing was sent\n"
        )
        #expect(run.ending == .exited(2))
    }

    @Test(arguments: ["http://h", "redis://h:99999", "redis://:s3cr3t@h:x", "nothing"])
    func `a wrong URL ends with 64, also of a connection that is not used`(url: String) throws {
        let server = try TestServer()
        let options = ["-s", server.path, "--connect", "other=" + url]
        for run in [
            try run("SET a 1\n", options), try run("", options + ["cmd", "SET", "a", "1"]),
        ] {
            #expect(run.ending == .exited(64))
            #expect(!run.standardError.contains("s3cr3t"))
        }
        #expect(try server.run("EXISTS", "a") == .integer(0))
        #expect(try run("SET a 1\n", ["--url", url]).ending == .exited(64))
    }

    @Test func `a server that wants a password gets nothing else`() throws {
        let server = try TestServer()
        try server.run("CONFIG", "SET", "requirepass", "the-secret")
        let run = try run("SET a 1\n", ["-s", server.path])
        #expect(run.standardError.contains("NOAUTH"))
        #expect(run.standardError.contains("hint: give the password with REDISCLI_AUTH"))
        #expect(run.ending == .exited(2))
        let wrong = try self.run("SET a 1\n", ["-s", server.path, "-a", "not-the-secret"])
        #expect(wrong.standardError.contains("WRONGPASS"))
        #expect(!wrong.standardError.contains("not-the-secret"))
        #expect(wrong.ending == .exited(2))
        let right = try self.run("EXISTS a\n", ["-s", server.path, "-a", "the-secret"])
        #expect(right.standardOutput == "0\n")
    }

    @Test func `a database that does not exist is not replaced by another`() throws {
        let server = try TestServer()
        let run = try run("SET a 1\n", ["-s", server.path, "-n", "99"])
        #expect(run.ending == .exited(2))
        #expect(try server.run("EXISTS", "a") == .integer(0))
    }

    @Test func `a frozen server is given up, also with input to come`() throws {
        let server = try TestServer()
        let program = try RunningProgram(["-s", server.path, "--timeout", "0.5"])
        program.write("PING\n")
        #expect(program.read(until: "PONG\n"))
        server.freeze()
        program.write("RPUSH ledger 1\nRPUSH ledger 2\n")
        let (ending, errors) = program.finish()
        server.resume()
        #expect(ending == .exited(4))
        #expect(errors.contains("no reply for 0.5 s"))
        #expect(errors.contains("lines 1 confirmed, 2-3 unknown (sent, no reply)"))
    }

    @Test func `a blocking command has its own time on top`() throws {
        let server = try TestServer()
        let run = try run("BLPOP k 1\nPING\n", ["-s", server.path, "--timeout", "0.3"])
        #expect(run.standardOutput == "\nPONG\n")
        #expect(run.ending == .exited(0))
    }

    @Test(arguments: 0..<5)
    func `a server that dies leaves a report that its ledger confirms`(round: Int) throws {
        let server = try TestServer(arguments: ["--appendonly", "yes", "--appendfsync", "always"])
        let program = try RunningProgram(["-s", server.path, "--no-raw"])
        for line in 1...200 { program.write("RPUSH ledger \(line)\n") }
        #expect(program.read(until: "(integer) \(10 + round * 40)\n"))
        server.crash()
        for line in 201...400 { program.write("RPUSH ledger \(line)\n") }
        let (ending, errors) = program.finish()
        #expect(ending == .exited(4))
        let confirmed = String(decoding: program.output, as: UTF8.self).split(separator: "\n").count
        let restarted = try TestServer(arguments: [
            "--appendonly", "yes", "--dir", server.folder,
        ])
        let ledger = try restarted.ledger()
        #expect(ledger == (1...ledger.count).map(String.init))
        let report = try #require(ListRanges(errors))
        #expect(report.confirmed == confirmed)
        #expect(ledger.count >= report.confirmed && ledger.count <= report.sent)
    }

    @Test func `the end of the server is the reply to SHUTDOWN`() throws {
        let server = try TestServer()
        let run = try run("PING\nSHUTDOWN NOSAVE\n", ["-s", server.path])
        #expect(run.standardOutput == "PONG\n")
        #expect(run.ending == .exited(0))
        #expect(run.errors.isEmpty)
    }

    @Test func `--reconnect repeats what the session has set and goes on`() throws {
        let server = try TestServer()
        let program = try RunningProgram(["-s", server.path, "--reconnect"])
        program.write("CLIENT SETNAME worker\nSELECT 5\nSET a 1\n")
        #expect(program.read(until: "OK\nOK\nOK\n"))
        try server.run("CLIENT", "KILL", "TYPE", "normal")
        program.write("INCR a\nCLIENT GETNAME\n")
        #expect(program.read(until: "2\nworker\n"))
        let (ending, errors) = program.finish()
        #expect(ending == .exited(0))
        #expect(errors.contains("connecting anew"))
        #expect(try server.run("EXISTS", "a") == .integer(0))
    }

    @Test(arguments: ["MULTI", "WATCH a"])
    func `--reconnect does not go on inside what a session has begun`(command: String) throws {
        let server = try TestServer()
        let program = try RunningProgram(["-s", server.path, "--reconnect"])
        program.write(command + "\n")
        #expect(program.read(until: "OK\n"))
        try server.run("CLIENT", "KILL", "TYPE", "normal")
        program.write("SET a 1\n")
        #expect(program.finish().ending == .exited(4))
        #expect(try server.run("EXISTS", "a") == .integer(0))
    }

    @Test func `--reconnect never sends twice what may have run`() throws {
        let server = try ScriptedServer { client in
            client.greet()
            guard let first = client.receiveCommand() else { return }
            if first == ["SET", "a", "1"] {
                client.send("+OK\r\n")
                _ = client.receiveCommand()
            } else {
                client.send("+\(first.joined(separator: " "))\r\n")
                client.stall()
            }
        }
        let program = try RunningProgram(ListLossTests.options(server) + ["--reconnect"])
        program.write("SET a 1\n")
        #expect(program.read(until: "OK\n"))
        program.write("INCR a\n")
        #expect(program.readErrors(until: "connecting anew"))
        program.write("GET a\n")
        #expect(program.read(until: "GET a\n"))
        let (ending, errors) = program.finish()
        #expect(ending == .exited(4))
        #expect(errors.contains("line 2 unknown (sent, no reply); connecting anew"))
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func `a signal stops the list and ends the program`(number: Int32) throws {
        let server = try TestServer()
        let program = try RunningProgram(["-s", server.path])
        program.write("PING\nBLPOP none 0\nPING\n")
        #expect(program.read(until: "PONG\n"))
        program.send(number)
        let (ending, errors) = program.finish()
        #expect(ending == .killed(number))
        #expect(
            errors.contains(
                "interrupted: 1 of 3 replies received; the other 2 commands may have run"
            )
        )
    }

    @Test func `closed standard input is an error`() throws {
        let server = try TestServer()
        let run = try shell("\"$@\" <&-", ["-s", server.path])
        #expect(run.standardError.contains("cannot read <stdin>: Bad file descriptor"))
        #expect(run.ending == .exited(66))
        #expect(try shell("\"$@\" </", ["-s", server.path]).ending == .exited(66))
    }

    @Test func `a full disk is an error that says what was sent`() throws {
        let server = try TestServer()
        let run = try shell("echo PING | \"$@\" >/dev/full", ["-s", server.path])
        #expect(
            run.standardError
                == "redpipe: cannot write to standard output: No space left on device: "
                + "line 1 confirmed\n"
        )
        #expect(run.ending == .exited(74))
    }

    @Test func `a reader that goes away ends the program quietly`() throws {
        let server = try TestServer()
        let program = try RunningProgram(["-s", server.path])
        program.write("ECHO first\n")
        #expect(program.read(until: "first\n"))
        program.closeOutput()
        program.write("INCR a\n")
        let (ending, errors) = program.finish()
        #expect(ending == .killed(SIGPIPE))
        #expect(errors.isEmpty)
        #expect(try server.counter("a") == 1)
    }

    /// Runs the program by a shell, which can do more with streams.
    private func shell(_ script: String, _ options: [String]) throws -> ProgramRun {
        try ProgramRun(
            ["-c", script, "sh", ProgramRun.program] + options,
            program: "/bin/sh"
        )
    }
}

/// The numbers in the report of a lost connection.
private struct ListRanges {
    var confirmed = 0
    var sent = 0

    /// Reads `lines 1-10 confirmed, 11-200 unknown (sent, no reply), 201-400 not sent`.
    init?(_ errors: String) {
        guard let start = errors.firstRange(of: "lines ") else { return nil }
        for part in errors[start.upperBound...].split(separator: ", ") {
            let words = part.split(separator: " ")
            guard words.count > 1,
                let last = words[0].split(separator: "-").last.flatMap({ Int($0) })
            else { continue }
            if words[1] == "confirmed" { confirmed = last }
            if words[1] == "confirmed" || words[1] == "unknown" { sent = last }
        }
    }
}
