import Glibc
import RedpipeRESP
import RedpipeTestSupport
import Testing

/// `-o json`: an object for each reply.
@Suite struct ListObjectTests {
    private func lines(of list: String, _ options: [String] = []) throws -> [Substring] {
        let server = try TestServer()
        let options = ["-s", server.path, "-o", "json"] + options
        let run = try ProgramRun(options, input: Array(list.utf8))
        return run.standardOutput.split(separator: "\n")
    }

    @Test func `an object names the command that it answers`() throws {
        let list = """
            CLIENT REPLY SKIP
            SET a 1
            GET a
            SET b 2
            CLIENT REPLY OFF
            INCR b
            CLIENT REPLY ON
            GET b

            """
        #expect(
            try lines(of: list) == [
                #"{"line":3,"conn":"default","cmd":["GET","a"],"value":"1"}"#,
                #"{"line":4,"conn":"default","cmd":["SET","b","2"],"value":"OK"}"#,
                #"{"line":7,"conn":"default","cmd":["CLIENT","REPLY","ON"],"value":"OK"}"#,
                #"{"line":8,"conn":"default","cmd":["GET","b"],"value":"3"}"#,
            ]
        )
    }

    @Test(arguments: ["-2", "-3"])
    func `unsubscribing has an object for each channel`(version: String) throws {
        let command = #"{"line":1,"conn":"default","cmd":["UNSUBSCRIBE","x","y"],"value":"#
        #expect(
            try lines(of: "UNSUBSCRIBE x y\nPING\n", [version]) == [
                Substring(command + #"["unsubscribe","x",0]}"#),
                Substring(command + #"["unsubscribe","y",0]}"#),
                #"{"line":2,"conn":"default","cmd":["PING"],"value":"PONG"}"#,
            ]
        )
    }

    @Test func `a message is an object too`() throws {
        let server = try TestServer()
        let program = try RunningProgram(["-s", server.path, "-o", "json"])
        program.write("SUBSCRIBE news\n")
        #expect(
            program.read(until: #"{"conn":"default","push":["subscribe","news",1]}"# + "\n")
        )
        try server.run("PUBLISH", "news", "hello")
        #expect(
            program.read(until: #"{"conn":"default","push":["message","news","hello"]}"# + "\n")
        )
        program.send(SIGTERM)
        #expect(program.finish().ending == .killed(SIGTERM))
    }

    @Test func `replies to RESP are numbered by command`() throws {
        let lines = try lines(of: "SET a 1\nFOO\n".asRESP + "*1\r\n$4\r\nPI")
        #expect(
            lines.first
                == #"{"command":1,"conn":"default","cmd":["SET","a","1"],"value":"OK"}"#
        )
        let refused = #"{"command":2,"conn":"default","cmd":["FOO"],"error":{"code":"ERR","#
        #expect(lines.dropFirst().first?.hasPrefix(refused) == true)
        #expect(lines.last?.hasPrefix(#"{"command":3,"error":{"code":"INVALID","#) == true)
    }

    @Test(
        arguments: [
            ("AUTH s3cr3tpw", #"["AUTH","***"]"#), ("auth u s3cr3tpw", #"["auth","***","***"]"#),
            ("HELLO 3 AUTH u s3cr3tpw", #"["HELLO","3","AUTH","***","***"]"#),
            ("CONFIG SET requirepass s3cr3tpw", #"["CONFIG","SET","requirepass","***"]"#),
            ("CONFIG SET MasterAuth s3cr3tpw", #"["CONFIG","SET","MasterAuth","***"]"#),
            ("ACL SETUSER bob on >s3cr3tpw", #"["ACL","SETUSER","bob","***","***"]"#),
            (
                "MIGRATE 127.0.0.1 1 k 0 10 AUTH s3cr3tpw",
                #"["MIGRATE","127.0.0.1","1","k","0","10","AUTH","***"]"#
            ),
            ("SET u redis://u:s3cr3tpw@h/1", #"["SET","u","redis://u:***@h/1"]"#),
            ("SET auth config", #"["SET","auth","config"]"#),
        ]
    )
    func `a password is not shown`(command: String, words: String) throws {
        for list in [command + "\n", command.asRESP] {
            let lines = try lines(of: list)
            #expect(lines.first?.contains("\"cmd\":" + words + ",") == true)
            #expect(!lines.joined().contains("s3cr3tpw"))
        }
    }
}
