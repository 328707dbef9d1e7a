import RedpipeTestSupport
import Testing

/// The program and redis-cli on the same lists, each on a server of its own.
@Suite struct ListComparisonTests {
    @Test func `the corpus has at least 500 lines`() {
        #expect(ListCorpus.all.reduce(0) { $0 + $1.lines.count } >= 500)
    }

    @Test(arguments: ListFormat.allCases, [[], ["-2"], ["-3"]])
    func `a list prints what redis-cli prints`(format: ListFormat, protocols: [String]) throws {
        let entries = ListCorpus.all.filter { $0.isComparable(in: format) }
        try compare(entries, [format.rawValue] + protocols)
    }

    @Test func `delimiters are those of redis-cli`() throws {
        let entries = ListCorpus.all.filter { $0.isComparable(in: .raw) }
        try compare(entries, ["-d", ";", "-D", "|\n"])
    }

    @Test(arguments: ["PING", "GET none", "NOSUCH", "LRANGE l 0 -1"], ListFormat.allCases)
    func `one command prints what redis-cli prints`(command: String, format: ListFormat) throws {
        guard format != .json || command != "NOSUCH" else { return }
        let server = try TestServer()
        try server.run("RPUSH", "l", "a", "b c")
        let words = command.split(separator: " ").map(String.init)
        let options = ["-s", server.path, format.rawValue]
        let own = try ProgramRun(options + ["cmd"] + words)
        let theirs = try ProgramRun(options + words, program: Self.redisCLI)
        #expect(own.standardOutput == theirs.standardOutput)
    }

    private static let redisCLI = "/usr/bin/redis-cli"

    private func compare(_ entries: [ListEntry], _ options: [String]) throws {
        let lines = entries.flatMap(\.lines)
        let input = Array(lines.joined(separator: [0x0a])) + [0x0a]
        let own = try run(ProgramRun.program, options, input)
        let theirs = try run(Self.redisCLI, options, input)
        guard own != theirs else { return }
        let pairs = zip(own.split(separator: "\n"), theirs.split(separator: "\n")).enumerated()
        let first = pairs.first { $0.element.0 != $0.element.1 }
        let place = first.map { "line \($0.offset): \($0.element)" } ?? "at the end"
        Issue.record("\(options) differ, \(place)")
    }

    private func run(_ program: String, _ options: [String], _ input: [UInt8]) throws -> String {
        let server = try TestServer(arguments: ["--enable-debug-command", "yes"])
        let run = try ProgramRun(["-s", server.path] + options, input: input, program: program)
        guard case .exited = run.ending else {
            Issue.record("\(program) ended with \(run.ending): \(run.standardError)")
            return ""
        }
        return run.standardOutput
    }
}
