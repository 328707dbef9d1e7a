import RedpipeTestSupport
import Testing

@Suite struct GeneratedScriptTests {
    /// Each seed is a script; a run ends by itself and says why, whatever the script does.
    @Test(arguments: 1...120)
    func `a plausible script ends in an orderly way`(seed: Int) throws {
        var generator = ScriptGenerator(seed: UInt64(seed))
        let text = generator.script()
        let options = seed.isMultiple(of: 2) ? ["--keep-going"] : []
        let run = try ProgramRun(options + ["run", "-"], input: Array(text.utf8), patience: 30)
        #expect(
            [0, 1, 3].map { .exited($0) }.contains(run.ending),
            "\(run.standardError)\n\(text)"
        )
        let wasExplained = run.standardError.contains("error[E0")
        #expect((run.ending == .exited(0)) != wasExplained, "\(run.standardError)\n\(text)")
    }

    /// Values go to the server and back in all three ways of writing them, and none is taken for
    /// syntax: of the script, of a command or of the protocol.
    @Test(arguments: 1...4)
    func `bytes come back as they were sent`(seed: Int) throws {
        var random = SplitMix(seed: UInt64(seed))
        var lines = ["quiet", "connect scratch:"]
        for index in 0..<60 {
            let bytes = Self.nastyBytes(using: &random)
            let escaped = bytes.map { byte in
                let digits = String(byte, radix: 16)
                return "\\x" + (digits.count < 2 ? "0" : "") + digits
            }.joined()
            lines += [
                "let v\(index) = \"\(escaped)\"",
                "pipeline {",
                "  SET a\(index) $v\(index)",
                "  SET b\(index) \\(v\(index))",
                "  SET \"c\(index)\" \"\(escaped)\"",
                "  HSET h\(index) $v\(index) \"\\(v\(index))\"",
                "  SET k:\\(v\(index)) 1",
                "  let a\(index) <- GET a\(index)",
                "  let b\(index) <- GET b\(index)",
                "  let c\(index) <- GET c\(index)",
                "  let h\(index) <- HGET h\(index) $v\(index)",
                "  let k\(index) <- EXISTS \"k:\(escaped)\"",
                "}",
                "expect a\(index) == v\(index) and b\(index) == v\(index) and c\(index) == v\(index)",
                "expect h\(index) == v\(index) and k\(index) == 1 and len(bytes(a\(index))) == \(bytes.count)",
            ]
        }
        lines += ["let size <- DBSIZE", "print size"]
        let text = lines.joined(separator: "\n")
        let run = try ProgramRun(["run", "-"], input: Array(text.utf8))
        #expect(run.ending == .exited(0), "\(run.standardError)")
        // Keys `k:…` may be equal; the others are one each.
        #expect(run.standardError.isEmpty)
    }

    /// Bytes that some layer might take for its own.
    private static func nastyBytes(using random: inout SplitMix) -> [UInt8] {
        let pieces: [[UInt8]] =
            [[0], [0xff], [0xc3, 0xa9], [0x0d, 0x0a], [0xed, 0xa0, 0x80]]
            + [
                "\r\nFLUSHALL\r\n", "$5\r\n", "*1", "\\(v0)", "$v0", "\"", "'", "}", "{", "#", " ",
                "\t",
            ]
            .map { Array($0.utf8) }
        return (0..<Int.random(in: 0...6, using: &random)).flatMap { _ in
            Bool.random(using: &random)
                ? pieces.randomElement(using: &random) ?? []
                : [UInt8.random(in: 0...255, using: &random)]
        }
    }
}
