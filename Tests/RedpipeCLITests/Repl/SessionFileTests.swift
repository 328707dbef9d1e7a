import Testing

@testable import RedpipeCLI

@Suite struct SessionFileTests {
    @Test func `a script is one part`() {
        let text = "pipeline {\n  INCR a\n}\n"
        #expect(SessionFile.parts(of: text) == [.script(text + "\n")])
    }

    @Test func `lines with a backslash stand between scripts, which keep their line numbers`() {
        #expect(
            SessionFile.parts(of: "INCR a\n\\c users\nINCR b") == [
                .script("INCR a\n"), .meta("\\c users"), .script("\n\nINCR b\n"),
            ]
        )
    }

    @Test(arguments: [
        "SET a \"\"\"\n\\c users\n\"\"\"\n", "pipeline {\n\\c users\n}\n", "\\nosuch\n",
    ])
    func `a backslash in a text or a block is none of them`(text: String) {
        #expect(SessionFile.parts(of: text) == [.script(text + "\n")])
    }
}
