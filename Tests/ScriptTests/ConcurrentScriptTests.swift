import RedpipeTestSupport
import Testing

/// Several runs of one script at the same time, on one server.
@Suite struct ConcurrentScriptTests {
    private static let moving = """
        for i in 0..<10 {
          transaction quiet retry=10000 watch shelf:1 shelf:2 {
            read {
              let left <- HGET shelf:1 count
              let right <- HGET shelf:2 count
            }
            if int(left) < 1 { fail "nothing left" }
            HSET shelf:1 count \\(int(left) - 1)
            HSET shelf:2 count \\(int(right) + 1)
          }
        }
        """

    @Test func `no piece is lost or doubled when eight runs move stock`() throws {
        let server = try TestServer()
        try server.run("HSET", "shelf:1", "count", "100")
        try server.run("HSET", "shelf:2", "count", "0")
        let arguments = ["-s", server.path, "-e", Self.moving]
        let programs = try (0..<8).map { _ in try RunningProgram(arguments) }
        for program in programs { #expect(program.finish().ending == .exited(0)) }
        let counts = "print \"counts\", one, two"
        let reads = "let one <- HGET shelf:1 count\nlet two <- HGET shelf:2 count\n"
        let run = try ProgramRun(["-s", server.path, "-q", "-e", reads + counts])
        #expect(run.standardOutput == "counts 20 80\n", "\(run.standardError)")
    }
}
