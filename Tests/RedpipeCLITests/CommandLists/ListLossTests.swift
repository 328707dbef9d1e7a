import Glibc
import Redpipe
import RedpipeTestSupport
import Testing

/// What the program says of every line when a connection fails.
@Suite struct ListLossTests {
    @Test(arguments: 0...23)
    func `a cut at any byte of the replies leaves exact ranges`(length: Int) throws {
        let replies = Array("+OK\r\n:2\r\n$3\r\nabc\r\n+END\r\n".utf8)
        let ends = [5, 9, 18, 24]
        let server = try ScriptedServer { client in
            client.greet()
            for _ in 0..<4 { _ = client.receiveCommand() }
            client.send(Array(replies[..<length]))
        }
        let run = try Self.run("a\nb\nc\nd\n", at: server)
        let answered = ends.count { $0 <= length }
        let confirmed =
            answered == 0 ? "" : answered == 1 ? "1 confirmed, " : "1-\(answered) confirmed, "
        let first = answered + 1 == 4 ? "4" : "\(answered + 1)-4"
        let expected = "lines \(confirmed)\(first) unknown (sent, no reply)\n"
        #expect(run.standardError.hasSuffix(": " + expected))
        #expect(run.standardError.contains("<stdin>: connection default lost ("))
        #expect(run.ending == .exited(4))
    }

    @Test func `a transaction without EXEC is not applied`() throws {
        let server = try ScriptedServer { client in
            client.greet()
            for reply in ["OK", "OK", "QUEUED"] {
                _ = client.receiveCommand()
                client.send("+\(reply)\r\n")
            }
            _ = client.receiveCommand()
        }
        let run = try Self.run("SET x 1\nMULTI\nSET a 1\nSET b 1\n", at: server)
        #expect(
            run.standardError.hasSuffix(
                ": lines 1 confirmed, 2-4 not applied (MULTI without EXEC)\n"
            )
        )
        #expect(run.ending == .exited(4))
    }

    @Test func `a transaction whose EXEC was sent is unknown as a whole`() throws {
        let server = try ScriptedServer { client in
            client.greet()
            for reply in ["OK", "OK", "QUEUED", nil] {
                _ = client.receiveCommand()
                if let reply { client.send("+\(reply)\r\n") }
            }
        }
        let run = try Self.run("SET x 1\nMULTI\nSET a 1\nEXEC\n", at: server)
        #expect(
            run.standardError.hasSuffix(": lines 1 confirmed, 2-4 unknown (sent, no reply)\n")
        )
    }

    @Test func `a repeated command is named with its repetition`() throws {
        let server = try ScriptedServer { client in
            client.greet()
            _ = client.receiveCommand()
            client.send(":1\r\n")
            _ = client.receiveCommand()
        }
        let run = try Self.run("3 INCR x\n", at: server)
        #expect(
            run.standardError.hasSuffix(
                ": lines 1[1] confirmed, 1[2]-1[3] unknown (sent, no reply)\n"
            )
        )
    }

    @Test func `a connection that is closed at rest is not opened again`() throws {
        let server = try ScriptedServer { client in
            client.greet()
            _ = client.receiveCommand()
            client.send("+PONG\r\n")
        }
        let program = try RunningProgram(Self.options(server))
        program.write("PING\n")
        #expect(program.read(until: "PONG\n"))
        server.finish()
        program.write("SET a 1\nSET b 1\n")
        let (ending, errors) = program.finish()
        #expect(ending == .exited(4))
        #expect(errors.contains("lines 1 confirmed, 2 and later not sent"))
    }

    @Test(arguments: ["-ERR x", "+A\r\n+B", "?", ":x", "$-2", "*-2", "$9223372036854775807"])
    func `broken replies end the connection`(reply: String) throws {
        let server = try ScriptedServer { client in
            client.greet()
            _ = client.receiveCommand()
            client.send(reply + "\r\n")
            client.stall()
        }
        let run = try ProgramRun(
            Self.options(server) + ["--timeout", "0.3"],
            input: Array("PING\nPING\n".utf8)
        )
        let isValid = reply == "-ERR x"
        #expect(run.ending == .exited(isValid ? 4 : reply == "+A\r\n+B" ? 0 : 5))
        if !isValid, reply != "+A\r\n+B" { #expect(run.standardError.contains("protocol error")) }
    }

    @Test func `what is no Redis server is named`() throws {
        let server = try ScriptedServer { client in
            client.send("HTTP/1.1 400 Bad Request\r\n\r\n")
            client.stall()
        }
        let run = try Self.run("PING\n", at: server)
        #expect(run.standardError.contains("not a Redis server: got \"HTTP/1.1 400 Bad Request"))
        #expect(run.standardError.hasSuffix(": nothing was sent\n"))
        #expect(run.ending == .exited(5))
    }

    static func options(_ server: ScriptedServer) -> [String] {
        guard case .unix(let path) = server.endpoint.address else { return [] }
        return ["-s", path]
    }

    private static func run(_ list: String, at server: ScriptedServer) throws -> ProgramRun {
        try ProgramRun(options(server), input: Array(list.utf8))
    }
}
