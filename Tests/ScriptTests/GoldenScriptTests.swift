import Glibc
import RedpipeTestSupport
import Testing

/// The folder of this file.
private let here = #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined()

@Suite struct GoldenScriptTests {
    @Test(arguments: GoldenScript.all(in: here + "/Scripts"))
    func `a script prints what stands beside it`(script: GoldenScript) throws {
        try compare(script)
    }

    @Test(
        arguments: GoldenScript.all(
            in: here + "/../../scripts/examples",
            expectations: here + "/Examples"
        )
    )
    func `an example prints what stands beside it`(script: GoldenScript) throws {
        try compare(script)
    }

    /// `REDPIPE_RECORD=1` writes the expectations anew and fails the run.
    private func compare(_ script: GoldenScript) throws {
        let transcript = try script.transcript()
        guard unsafe getenv("REDPIPE_RECORD") == nil else {
            try FileText.write(transcript, to: script.expectationPath)
            Issue.record("recorded \(script.name)")
            return
        }
        #expect(transcript == (try FileText.read(script.expectationPath)))
    }
}
