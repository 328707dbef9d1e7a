import Glibc
import RedpipeRESP
import RedpipeTestSupport
import Testing

/// What the program makes of unusual input, and what it says about it.
@Suite struct ListInputTests {
    private func run(
        _ input: String,
        _ options: [String] = [],
        server: TestServer? = nil
    ) throws -> ProgramRun {
        let server = try server ?? TestServer()
        return try ProgramRun(["-s", server.path] + options, input: Array(input.utf8))
    }

    @Test func `an empty list is fine`() throws {
        let run = try run("")
        #expect(run.ending == .exited(0))
        #expect(run.output.isEmpty && run.errors.isEmpty)
    }

    @Test(arguments: ["PING", "PING\n", "PING\r\n", "\u{feff}PING\n", "# c\n\n  # d\nPING\n"])
    func `line ends, marks and comments change nothing`(input: String) throws {
        let run = try run(input)
        #expect(run.standardOutput == "PONG\n")
        #expect(run.ending == .exited(0))
        #expect(run.errors.isEmpty)
    }

    @Test(arguments: ["help", "help get", "?"])
    func `help is our own text, and none where JSON is wanted`(line: String) throws {
        let run = try run(line + "\nPING\n")
        #expect(run.standardOutput.hasPrefix("redpipe "))
        #expect(run.standardOutput.hasSuffix("\nPONG\n"))
        #expect(try self.run(line + "\nPING\n", ["--json"]).standardOutput == "\"PONG\"\n")
    }

    @Test func `a NUL is an error with its line, which is not sent`() throws {
        let server = try TestServer()
        let run = try run("SET a 1\nSET a\0b c\nGET a\n", server: server)
        #expect(run.standardOutput == "OK\n1\n")
        #expect(run.standardError.hasPrefix("<stdin>:2:6: NUL byte"))
        #expect(run.ending == .exited(1))
    }

    @Test func `a line that cannot be split names its column, and the rest goes on`() throws {
        let run = try run("PING\nSET é \"x\nECHO \"a\"b\nPING\n")
        #expect(run.standardOutput == "PONG\nInvalid argument(s)\nInvalid argument(s)\nPONG\n")
        let lines = run.standardError.split(separator: "\n")
        #expect(lines[0].hasPrefix("<stdin>:2:7: "))
        #expect(lines[1].hasPrefix("<stdin>:3:9: "))
        #expect(lines[2] == "0 errors in 2 replies, 2 lines not sent")
        #expect(run.ending == .exited(1))
    }

    @Test func `an error names its line, in EXEC and in scripts its place`() throws {
        let list = """
            SET k v
            LPUSH k x
            MULTI
            INCR k
            EXEC
            EVAL 'return {1,{2,{err="BAD x"}}}' 0

            """
        let run = try run(list)
        let lines = run.standardError.split(separator: "\n")
        try #require(lines.count == 4)
        #expect(lines[0].hasPrefix("<stdin>:2: WRONGTYPE "))
        #expect(lines[1].hasPrefix("<stdin>:5: element 1: ERR value is not an integer"))
        #expect(lines[2] == "<stdin>:6: element 2.2: BAD x")
        #expect(lines[3] == "3 errors in 6 replies")
        #expect(run.ending == .exited(1))
    }

    @Test func `--stop ends at the error and says what was sent behind it`() throws {
        let server = try TestServer()
        let run = try run("SET k v\nINCR k\nSET l 1\nSET m 1\n", ["--stop"], server: server)
        #expect(run.ending == .exited(1))
        let last = run.standardError.split(separator: "\n").last ?? ""
        #expect(last == "redpipe: <stdin>: stopped at line 2, 3-4 had already been sent")
        #expect(try server.run("GET", "m") == .bulkString(Array("1".utf8)))
    }

    @Test func `--stop sends nothing behind a line that is wrong`() throws {
        let server = try TestServer()
        let run = try run("SET k v\nSET \"l\nSET m 1\n", ["--stop"], server: server)
        #expect(run.standardOutput == "OK\nInvalid argument(s)\n")
        #expect(run.ending == .exited(1))
        #expect(try server.run("EXISTS", "m") == .integer(0))
    }

    @Test func `quit ends the list whatever follows`() throws {
        let run = try run("PING\nQuit now\nPING\n")
        #expect(run.standardOutput == "PONG\n")
        #expect(run.ending == .exited(0))
    }

    @Test func `commands without replies shift nothing`() throws {
        let list = """
            CLIENT REPLY SKIP
            SET a 1
            GET a
            CLIENT REPLY OFF
            INCR a
            NOSUCH
            CLIENT REPLY ON
            GET a

            """
        let run = try run(list)
        #expect(run.standardOutput == "1\nOK\n2\n")
        #expect(run.ending == .exited(0))
    }

    @Test func `unsubscribing has a reply for each channel`() throws {
        let run = try run("UNSUBSCRIBE a b\nPING\n")
        #expect(run.standardOutput == "unsubscribe\na\n0\nunsubscribe\nb\n0\nPONG\n")
    }

    @Test func `connect goes elsewhere once everything is answered`() throws {
        let (one, two) = (try TestServer(), try TestServer(listensOnTCP: true))
        let port = try #require(two.port)
        let run = try run("SET a 1\nconnect 127.0.0.1 \(port)\nSET b 1\n", server: one)
        #expect(run.standardOutput == "OK\nOK\n")
        #expect(try one.run("EXISTS", "b") == .integer(0))
        #expect(try two.run("EXISTS", "b") == .integer(1))
    }

    @Test func `RESP is passed on, counted, and its errors are numbered`() throws {
        let server = try TestServer()
        let list = "*3\r\n$3\r\nSET\r\n$1\r\na\r\n$4\r\n\r\n\r\n\r\n*0\r\n\r\n*1\r\n$3\r\nFOO\r\n"
        let run = try run(list, server: server)
        #expect(run.output.isEmpty)
        let lines = run.standardError.split(separator: "\n")
        #expect(lines.first?.hasPrefix("<stdin>: command 2: ERR unknown command") == true)
        #expect(lines.last == "errors: 1, replies: 2")
        #expect(run.ending == .exited(1))
        #expect(try server.run("STRLEN", "a") == .integer(4))
    }

    @Test(arguments: ["*1\r\n$4\r\nPING\r\n*1\r\n$4\r\nPI", "*1\r\n$4\r\nPING\r\nPING\r\n"])
    func `RESP that breaks off ends with what came before`(list: String) throws {
        let run = try run(list)
        #expect(run.standardError.contains("<stdin>: command 2: "))
        #expect(run.standardError.contains("errors: 0, replies: 1"))
        #expect(run.ending == .exited(1))
    }

    @Test func `-o json has an object for each reply`() throws {
        let run = try run("SET k 'a\"b'\nGET k\nLPUSH k x\n", ["-o", "json"])
        let lines = run.standardOutput.split(separator: "\n")
        try #require(lines.count == 3)
        #expect(
            lines[0] == #"{"line":1,"conn":"default","cmd":["SET","k","a\"b"],"value":"OK"}"#
        )
        #expect(lines[1] == #"{"line":2,"conn":"default","cmd":["GET","k"],"value":"a\"b"}"#)
        #expect(lines[2].contains(#""cmd":["LPUSH","k","x"],"error":{"code":"WRONGTYPE""#))
        #expect(run.ending == .exited(1))
    }

    @Test func `a line that is not sent is an object in JSON too`() throws {
        let list = "ECHO 'a\nPING\n"
        let plain = try run(list, ["--json"]).standardOutput.split(separator: "\n")
        #expect(plain.first?.hasPrefix(#"{"error":{"code":"INVALID","message":"#) == true)
        #expect(plain.last == #""PONG""#)
        let objects = try run(list, ["-o", "json"]).standardOutput.split(separator: "\n")
        #expect(objects.first?.hasPrefix(#"{"line":1,"error":{"code":"INVALID""#) == true)
        #expect(objects.count == 2)
    }

    @Test func `a command is answered while the input is still open`() throws {
        let server = try TestServer()
        let program = try RunningProgram(["-s", server.path])
        program.write("PING\n")
        #expect(program.read(until: "PONG\n"))
        program.write("ECHO x\n")
        #expect(program.read(until: "x\n"))
        #expect(program.finish().ending == .exited(0))
    }

    @Test func `messages are shown as they come`() throws {
        let server = try TestServer()
        let program = try RunningProgram(["-s", server.path, "--timeout", "1"])
        program.write("SUBSCRIBE news\n")
        #expect(program.read(until: "news\n1\n"))
        try server.run("PUBLISH", "news", "hello")
        #expect(program.read(until: "message\nnews\nhello\n"))
        program.send(SIGTERM)
        #expect(program.finish().ending == .killed(SIGTERM))
    }
}
