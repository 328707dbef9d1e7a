import RedpipeTestSupport
import Testing

@Suite struct ScriptArgumentTests {
    private let script = "param name\nparam count = 1\nparam rest...\nprint name, count + 1, rest"

    private func withScript(
        _ text: String,
        _ body: (String) throws -> ProgramRun
    ) throws -> ProgramRun {
        let path = try FileText.temporary(text)
        defer { FileText.remove(path) }
        return try body(path)
    }

    @Test(arguments: [
        (["bob"], "bob 2 []"),
        (["bob", "5"], "bob 6 []"),
        (["bob", "5", "x", "y"], "bob 6 [\"x\", \"y\"]"),
        (["--set", "name=bob", "7"], "bob 8 []"),
        (["--set", "count=3", "bob"], "bob 4 []"),
        (["--", "-bob"], "-bob 2 []"),
    ])
    func `parameters come by name or in order`(arguments: [String], output: String) throws {
        let run = try withScript(script) { try ProgramRun(["run", $0] + arguments) }
        #expect(run.standardOutput == output + "\n", "\(run.standardError)")
    }

    @Test(arguments: [
        ([], "the parameter `name` is missing"),
        (["bob", "many"], "the parameter `count` is an int, not `many`"),
        (["--set", "nme=bob"], "the script has no parameter `nme`"),
        (["--set", "bob"], "--set takes name=value"),
    ])
    func `a missing or wrong parameter is a usage error`(
        arguments: [String],
        message: String
    ) throws {
        let run = try withScript(script) { try ProgramRun(["run", $0] + arguments) }
        #expect(run.ending == .exited(64))
        #expect(run.standardError.contains(message), "\(run.standardError)")
        #expect(run.standardError.contains("usage: redpipe run"))
    }

    @Test func `a surplus argument is a usage error`() throws {
        let run = try withScript("print 1") { try ProgramRun([$0, "extra"]) }
        #expect(run.ending == .exited(64))
        #expect(run.standardError.contains("surplus argument `extra`"))
    }

    @Test func `a script comes from a file, from -e or from standard input`() throws {
        let text = "print \"hi\""
        #expect(try withScript(text) { try ProgramRun([$0]) }.standardOutput == "hi\n")
        #expect(try ProgramRun(["-e", text]).standardOutput == "hi\n")
        #expect(try ProgramRun(["run", "-"], input: Array(text.utf8)).standardOutput == "hi\n")
        #expect(try ProgramRun(["-e", "let x = 1", "-e", "print x"]).standardOutput == "1\n")
    }

    @Test func `an include is relative to the including file and read once`() throws {
        let library = try FileText.temporary(
            "def twice(x) {\n  return x * 2\n}\nprint \"loaded\"\n"
        )
        defer { FileText.remove(library) }
        let name = library.split(separator: "/").last.map(String.init) ?? ""
        let text = "include \"\(name)\"\ninclude \"./\(name)\"\nprint twice(4)"
        let run = try withScript(text) { try ProgramRun([$0]) }
        #expect(run.standardOutput == "loaded\n8\n", "\(run.standardError)")
    }

    @Test func `files that include each other are an error`() throws {
        let path = try FileText.temporary("")
        defer { FileText.remove(path) }
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        try FileText.write("include \"\(name)\"\n", to: path)
        let run = try ProgramRun([path])
        #expect(run.ending == .exited(3))
        #expect(run.standardError.contains("E0212"))
    }

    @Test func `check reports every error of every file and sends nothing`() throws {
        let run = try withScript("HGTE a\nGET\nprint x") { try ProgramRun(["check", $0]) }
        #expect(run.ending == .exited(3))
        for code in ["E0105", "E0106", "E0202"] { #expect(run.standardError.contains(code)) }
    }

    @Test func `plan shows what each block would send and sends nothing`() throws {
        let text = "pipeline {\n  for i in 0..<10 { INCR k }\n  GET a\n}\nPING"
        let run = try withScript(text) { try ProgramRun(["plan", $0]) }
        #expect(run.ending == .exited(0))
        #expect(run.standardOutput.contains("default: 11 commands"))
        #expect(run.standardOutput.hasSuffix("total: 2 round trips\n"))
    }

    @Test func `plan sends typed keys and records where they lie`() throws {
        let text = """
            connect other redis://h
            keyspace N string "n:{*}" on other
            model U "U{*}" on other { name text }
            let k = N("1")
            pipeline {
              k.get()
              let u <- U("1", name: "x")
              u.save(name: "y")
              INCR a
            }
            """
        let run = try withScript(text) { try ProgramRun(["plan", $0]) }
        #expect(run.standardOutput.contains("other: at least 3 commands"), "\(run)")
        #expect(run.standardOutput.contains("default: 1 command"), "\(run)")
    }

    @Test func `plan counts the batches of a block`() throws {
        let text = "pipeline batch=4 {\n  for i in 0..<10 { INCR k }\n}"
        let run = try withScript(text) { try ProgramRun(["plan", $0]) }
        #expect(run.standardOutput.hasSuffix("total: 3 round trips\n"))
    }

    @Test func `plan gives a program an object for each block`() throws {
        let text =
            "pipeline batch=4 {\n  for i in 0..<10 { INCR k }\n}\nfor k in [k for k in scan(\"*\")] { TYPE $k }"
        let run = try withScript(text) { try ProgramRun(["plan", "-o", "json", $0]) }
        let lines = run.standardOutput.split(separator: "\n")
        try #require(lines.count == 2)
        #expect(
            lines[0].hasSuffix(
                #""line":1,"source":"pipeline batch=4","round_trips":{"min":3,"max":3},"batch":4,"#
                    + #""connections":[{"name":"default","commands":{"min":10,"max":10},"#
                    + #""first":["INCR k"]}]}"#
            )
        )
        #expect(lines[1].contains(#""round_trips":{"min":0,"max":null},"batch":null"#))
    }

    @Test func `plan and messages show no password`() throws {
        let text = "cmd CONFIG SET requirepass s3cr3t\nACL SETUSER bob >s3cr3t"
        let run = try withScript(text) { try ProgramRun(["plan", $0]) }
        #expect(run.standardOutput.contains("requirepass ***"))
        #expect(!run.standardOutput.contains("s3cr3t"))
        #expect(!(try ProgramRun(["redis://u:s3cr3t@h"])).standardError.contains("s3cr3t"))
    }

    @Test(arguments: ["=", "timeout=5x", "color=red"])
    func `check looks at the options of a connection`(option: String) throws {
        let run = try withScript("connect a redis://h \(option)") { try ProgramRun(["check", $0]) }
        #expect(run.ending == .exited(3))
    }

    @Test func `check says which lines could share a round trip`() throws {
        let text = "SET a 1\nlet b <- GET a\nlet c <- GET b\nSET d $c"
        let run = try withScript(text) { try ProgramRun(["check", "--hint-pipelines", $0]) }
        #expect(run.ending == .exited(0))
        #expect(run.standardError.contains(":1:1: note[E0217]: these 3 lines are 3 round trips"))
    }

    @Test func `check notes that commands of a callback are round trips`() throws {
        let text = "pipeline {\n  then {\n    GET a\n    GET b\n  }\n}"
        let run = try withScript(text) { try ProgramRun(["check", $0]) }
        #expect(run.standardError.contains(":3:5: note[E0215]: these 2 lines are each"))
    }

    @Test func `an option beats a declaration`() throws {
        let server = try TestServer()
        let text = "connect users unix:///nonexistent\n@users SET k v"
        let run = try ProgramRun(["--connect", "users=unix://\(server.path)", "-e", text])
        #expect(run.standardOutput == "OK\n", "\(run.standardError)")
    }

    @Test func `a variable of the environment is percent-encoded into a URL`() throws {
        let server = try TestServer(listensOnTCP: true, arguments: ["--requirepass", "p@s/s"])
        let port = try #require(server.port)
        let text = "connect redis://:$PASS@127.0.0.1:\(port)\nPING"
        let run = try ProgramRun(["-e", text], environment: ["PASS=p@s/s"])
        #expect(run.standardOutput == "PONG\n", "\(run.standardError)")
        let unset = try ProgramRun(["-e", text])
        #expect(unset.ending == .exited(3))
        #expect(unset.standardError.contains("the environment has no `PASS`"))
    }
}
