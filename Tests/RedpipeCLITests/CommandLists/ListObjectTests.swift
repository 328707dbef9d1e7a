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
}
