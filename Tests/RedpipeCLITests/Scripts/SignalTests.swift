import Glibc
import Redpipe
import RedpipeTestSupport
import Testing

@Suite struct SignalTests {
    @Test(arguments: [SIGINT, SIGTERM])
    func `a signal ends a waiting run, which says what is known and dies by it`(
        signal: Int32
    ) throws {
        let server = try TestServer()
        let text = "print \"ready\"\npipeline {\nINCR n\nBLPOP nothing 0\nINCR n\n}"
        let program = try RunningProgram(["-s", server.path, "-e", text])
        #expect(program.read(until: "ready\n"))
        try server.waitForBlockedClient()
        program.send(signal)
        let (ending, errors) = program.finish()
        #expect(ending == .killed(signal))
        #expect(errors.contains("interrupted"))
        #expect(errors.contains("1 answered, 2 sent without a reply: they may have run"))
    }

    @Test func `a signal ends a script that only computes`() throws {
        let program = try RunningProgram([
            "-e", "print \"ready\"\nwhile true { let x = 1 + 1 }",
        ])
        #expect(program.read(until: "ready\n"))
        program.send(SIGTERM)
        #expect(program.finish().ending == .killed(SIGTERM))
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGKILL])
    func `a scratch server ends with the run, however that ends`(signal: Int32) throws {
        let text = "let info <- INFO server\nprint info\nprint \"ready\"\nsleep 60s"
        let program = try RunningProgram(["--scratch", "-e", text])
        #expect(program.read(until: "ready\n"))
        let output = String(decoding: program.output, as: UTF8.self)
        let line = try #require(
            output.split(whereSeparator: \.isNewline).first { $0.hasPrefix("process_id:") }
        )
        let digits = line.dropFirst("process_id:".count).filter(\.isNumber)
        let server = try #require(pid_t(String(digits)))
        #expect(kill(server, 0) == 0)
        program.send(signal)
        #expect(program.finish().ending == .killed(signal))
        #expect(hasEnded(server))
    }

    /// The watcher ends the server a moment after our end; a zombie has ended too.
    private func hasEnded(_ process: pid_t) -> Bool {
        for _ in 0..<2000 {
            guard kill(process, 0) == 0 else { return true }
            let status = (try? FileText.read("/proc/\(process)/stat")) ?? ""
            if status.contains(") Z ") || status.isEmpty { return true }
            usleep(5000)
        }
        return false
    }
}
