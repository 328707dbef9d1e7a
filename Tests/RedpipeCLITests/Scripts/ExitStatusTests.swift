import Glibc
import Redpipe
import RedpipeTestSupport
import Testing

@Suite struct ExitStatusTests {
    private func run(_ text: String, _ options: [String] = []) throws -> ProgramRun {
        try ProgramRun(options + ["-e", text])
    }

    @Test func `a script whose replies are all fine ends with 0`() throws {
        let run = try run("SET k v\nGET k", ["--scratch"])
        #expect(run.ending == .exited(0))
        #expect(run.standardOutput == "OK\nv\n")
        #expect(run.standardError.isEmpty)
    }

    @Test(arguments: [
        "SET k v\nLPUSH k 1", "fail \"no\"", "expect 1 == 2", "let n = 0\nprint 1 // n",
        "let xs = [1]\nprint xs[3]",
    ])
    func `a script that fails while it runs ends with 1`(text: String) throws {
        let run = try run(text, ["--scratch"])
        #expect(run.ending == .exited(1))
        #expect(run.standardError.contains("error[E0"))
    }

    @Test func `a server that cannot be reached ends a run with 2`() throws {
        let run = try run("INCR n", ["-s", "/nonexistent/socket"])
        #expect(run.ending == .exited(2))
        #expect(run.standardError.contains("cannot connect to `default` (/nonexistent/socket)"))
        #expect(run.standardError.contains("nothing was sent"))
    }

    @Test func `a wrong password ends a run with 2, is not shown, and nothing runs`() throws {
        let server = try TestServer(arguments: ["--requirepass", "right-word"])
        let run = try run("INCR n", ["-s", server.path, "-a", "wrong-word"])
        #expect(run.ending == .exited(2))
        #expect(!(run.standardError + run.standardOutput).contains("wrong-word"))
        let other = try self.run("EXISTS n", ["-s", server.path, "-a", "right-word"])
        #expect(other.standardOutput == "0\n")
    }

    @Test func `no password where one is needed ends a run with 2`() throws {
        let server = try TestServer(arguments: ["--requirepass", "right-word"])
        #expect(try run("INCR n", ["-s", server.path]).ending == .exited(2))
    }

    @Test func `a database that is not there ends a run with 2, and nothing runs in database 0`()
        throws
    {
        let server = try TestServer()
        let run = try run("SET x 1", ["-s", server.path, "-n", "99"])
        #expect(run.ending == .exited(2))
        #expect(try self.run("EXISTS x", ["-s", server.path]).standardOutput == "0\n")
    }

    @Test(arguments: ["HGTE a b", "pipeline {", "print x", "MULTI", "let x = (1"])
    func `a wrong script ends with 3, and says that nothing was sent`(text: String) throws {
        let run = try run(text, ["-s", "/nonexistent/socket"])
        #expect(run.ending == .exited(3))
        #expect(run.standardError.contains("nothing was sent"))
        #expect(run.standardOutput.isEmpty)
    }

    @Test func `a connection that is lost with commands outstanding ends a run with 4`() throws {
        let run = try run("INCR n\nSHUTDOWN NOSAVE\nINCR n", ["--scratch"])
        #expect(run.ending == .exited(4))
        #expect(run.standardError.contains("1 sent without a reply: it may have run"))
        #expect(run.standardOutput == "1\n")
    }

    @Test(arguments: [
        ["run"], ["--nope"], ["-p", "x", "run", "f"], ["nonsense"], ["check"],
        ["--scratch", "-h", "localhost", "-e", "PING"], ["--connect", "x", "-e", "PING"],
    ])
    func `wrong options end with 64`(arguments: [String]) throws {
        #expect(try ProgramRun(arguments).ending == .exited(64))
    }

    @Test func `a script that cannot be read ends with 66`() throws {
        #expect(try ProgramRun(["run", "/nonexistent.rp"]).ending == .exited(66))
        #expect(try ProgramRun(["/nonexistent.rp"]).ending == .exited(66))
        #expect(try ProgramRun(["run", "/tmp"]).ending == .exited(66))
    }

    @Test func `a full disk ends with 74 and a message`() throws {
        let run = try shell("\(ProgramRun.program) -e 'print 1' > /dev/full")
        #expect(run.ending == .exited(74))
        #expect(run.standardError.contains("cannot write to standard output"))
    }

    @Test func `a reader that goes away ends the run as SIGPIPE does`() throws {
        let script = "while true { print 1 }"
        let run = try shell("(\(ProgramRun.program) -e '\(script)'; echo $? >&2) | head -1")
        #expect(run.standardOutput == "1\n")
        #expect(run.standardError.hasSuffix("141\n"))
    }

    @Test func `an output that fails ends the sending too`() throws {
        let server = try TestServer()
        let program = "\(ProgramRun.program) -s \(server.path)"
        let run = try shell("\(program) -e 'for i in 0..<100 { INCR n }' > /dev/full")
        #expect(run.ending == .exited(74))
        #expect(try self.run("GET n", ["-s", server.path]).standardOutput == "1\n")
    }

    @Test func `-n is the database of the default connection, wherever that comes from`() throws {
        let server = try TestServer()
        let url = "unix://\(server.path)"
        #expect(try run("SET k 1", ["-u", url, "-n", "3"]).ending == .exited(0))
        let given = ["REDPIPE_URL=\(url)"]
        let same = try ProgramRun(["-n", "3", "-e", "EXISTS k"], environment: given)
        #expect(same.standardOutput == "1\n")
        #expect(try run("EXISTS k", ["-u", url]).standardOutput == "0\n")
    }

    @Test func `a password of the environment goes to the default connection only`() throws {
        let (locked, open) = (
            try TestServer(arguments: ["--requirepass", "word"]), try TestServer()
        )
        let text = "connect other unix://\(open.path)\nPING\n@other PING"
        let run = try ProgramRun(
            ["-s", locked.path, "-e", text],
            environment: ["REDISCLI_AUTH=word"]
        )
        #expect(run.standardOutput == "PONG\nPONG\n", "\(run.standardError)")
    }

    @Test func `exit ends with its code`() throws {
        #expect(try run("exit 7").ending == .exited(7))
        #expect(try run("if true { exit }").ending == .exited(0))
    }

    private func shell(_ command: String) throws -> ProgramRun {
        try ProgramRun(["-c", command], program: "/bin/sh")
    }
}
