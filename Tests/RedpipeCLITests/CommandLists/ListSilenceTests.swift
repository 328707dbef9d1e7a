import Glibc
import RedpipeRESP
import RedpipeTestSupport
import Testing

/// Commands without replies: `CLIENT REPLY`.
@Suite struct ListSilenceTests {
    @Test func `what nobody has answered is unknown, not confirmed`() throws {
        let server = try TestServer()
        let program = try RunningProgram(["-s", server.path])
        program.write("CLIENT REPLY OFF\n")
        for line in 1...2000 { program.write("RPUSH ledger \(line)\n") }
        while try server.ledger().count < 2000 { usleep(10_000) }
        server.freeze()
        for line in 2001...2100 { program.write("RPUSH ledger \(line)\n") }
        usleep(300_000)
        server.crash()
        // The end of the input would end the list, without a word.
        #expect(program.readErrors(until: "unknown"))
        let (ending, errors) = program.finish()
        #expect(ending == .exited(4))
        #expect(errors.contains("lines 1-2101 unknown (sent, no reply)"))
        #expect(!errors.contains("confirmed"))
    }

    @Test func `a later reply confirms what had none`() throws {
        let server = try TestServer()
        let program = try RunningProgram(["-s", server.path])
        program.write("CLIENT REPLY OFF\nRPUSH ledger a\nCLIENT REPLY ON\n")
        #expect(program.read(until: "OK\n"))
        program.write("CLIENT REPLY SKIP\nRPUSH ledger b\nPING\n")
        #expect(program.read(until: "PONG\n"))
        program.write("CLIENT REPLY SKIP\nRPUSH ledger c\n")
        while try server.ledger().count < 3 { usleep(10_000) }
        server.crash()
        #expect(program.readErrors(until: "unknown"))
        let (ending, errors) = program.finish()
        #expect(ending == .exited(4))
        #expect(errors.contains("lines 1-6 confirmed, 7-8 unknown (sent, no reply)"))
    }

    @Test func `a list may end without a reply`() throws {
        let run = try Self.run("CLIENT REPLY OFF\nSET a 1\nhelp\n")
        #expect(run.ending == .exited(0))
        #expect(run.standardOutput.hasPrefix("redpipe "))
        let last = try Self.run("PING\nCLIENT REPLY OFF\nSHUTDOWN NOSAVE\n")
        #expect(last.standardOutput == "PONG\n")
        #expect(last.ending == .exited(0))
    }

    @Test(
        arguments: [
            ("CLIENT REPLY OFF\nMULTI\nSET a 1\nEXEC\n", ""),
            ("CLIENT REPLY OFF\nMULTI\nSET a 1\nEXEC\nCLIENT REPLY ON\nGET a\n", "OK\n1\n"),
            ("CLIENT REPLY OFF\nMULTI\nSET a 1\nDISCARD\nCLIENT REPLY ON\nGET a\n", "OK\n\n"),
            ("CLIENT REPLY OFF\nMULTI\nRESET\nGET a\n", "RESET\n\n"),
            ("CLIENT REPLY SKIP\nMULTI\nSET a 1\nEXEC\nGET a\n", "QUEUED\nOK\n1\n"),
            (
                "MULTI\nCLIENT REPLY ON\nPING\nEXEC\nPING\n",
                "OK\nQUEUED\nQUEUED\nOK\nPONG\nPONG\n"
            ),
        ]
    )
    func `a transaction has no replies either`(list: String, output: String) throws {
        let run = try Self.run(list)
        #expect(run.standardOutput == output)
        #expect(run.ending == .exited(0))
        #expect(run.errors.isEmpty)
        let resp = try Self.run(list.asRESP)
        #expect(resp.ending == .exited(0))
        #expect(resp.standardError.hasPrefix("errors: 0, replies: "))
    }

    private static func run(_ list: String) throws -> ProgramRun {
        let server = try TestServer()
        return try ProgramRun(["-s", server.path, "--timeout", "2"], input: Array(list.utf8))
    }
}

extension String {
    /// A list of simple lines in RESP.
    var asRESP: String {
        split(separator: "\n").map { line in
            let words = line.split(separator: " ")
            let bulks = words.map { "$\($0.utf8.count)\r\n\($0)\r\n" }
            return "*\(words.count)\r\n" + bulks.joined()
        }.joined()
    }
}
