import Testing

@testable import RedpipeCLI

@Suite struct SessionFileTests {
    @Test func `a script is one part`() {
        let text = "pipeline {\n  INCR a\n}\n"
        #expect(SessionFile.parts(of: text) == [.script(text + "\n", firstLine: 1)])
    }

    @Test func `lines with a backslash stand between scripts, which keep their line numbers`() {
        #expect(
            SessionFile.parts(of: "INCR a\n\\c users\nINCR b") == [
                .script("INCR a\n", firstLine: 1), .meta("\\c users"),
                .script("INCR b\n", firstLine: 3),
            ]
        )
    }

    @Test func `line breaks of Windows are line breaks`() {
        #expect(
            SessionFile.parts(of: "INCR a\r\n\\c users\r\nINCR b\r\n") == [
                .script("INCR a\r\n", firstLine: 1), .meta("\\c users"),
                .script("INCR b\r\n\n", firstLine: 3),
            ]
        )
    }

    @Test(arguments: [
        "SET a \"\"\"\n\\c users\n\"\"\"\n", "pipeline {\n\\c users\n}\n", "\\nosuch\n",
    ])
    func `a backslash in a text or a block is none of them`(text: String) {
        #expect(SessionFile.parts(of: text) == [.script(text + "\n", firstLine: 1)])
    }
}
