import RedpipeSyntax
import Testing

@Suite struct DiagnosticRendererTests {
    /// Draws a diagnostic at the part of a text between `«` and `»`.
    private func draw(_ marked: String, label: String = "here") -> String {
        let parts = marked.split(separator: "«", omittingEmptySubsequences: false)
        let rest = parts[1].split(separator: "»", omittingEmptySubsequences: false)
        let start = parts[0].utf8.count
        let text = parts[0] + rest[0] + rest[1]
        var files = SourceFiles()
        let source = files.add(name: "test.rp", bytes: Array(text.utf8))
        let span = SourceSpan(source: source.id, range: start..<start + rest[0].utf8.count)
        let diagnostic = Diagnostic("E0101", "message", at: span, label: label)
        return DiagnosticRenderer(files: files).render(diagnostic)
    }

    @Test func `the token is underlined, not its line`() {
        #expect(
            draw("GET a\nSET «key» v") == """
                test.rp:2:5: error[E0101]: message
                  2 | SET key v
                    |     ^^^ here

                """
        )
    }

    @Test func `tabs are drawn as four cells`() {
        #expect(
            draw("\tSET «key» v") == """
                test.rp:1:6: error[E0101]: message
                  1 |     SET key v
                    |         ^^^ here

                """
        )
    }

    @Test func `wide characters take two cells, columns count characters`() {
        #expect(
            draw("SET 日本 «key»") == """
                test.rp:1:8: error[E0101]: message
                  1 | SET 日本 key
                    |          ^^^ here

                """
        )
    }

    @Test func `a combining mark takes no cell`() {
        #expect(draw("e\u{301} «x»").hasSuffix("|   ^ here\n"))
    }

    @Test func `CRLF does not show`() {
        #expect(
            draw("SET «key»\r\nGET a\r\n") == """
                test.rp:1:5: error[E0101]: message
                  1 | SET key
                    |     ^^^ here

                """
        )
    }

    @Test func `control characters cannot reach the terminal`() {
        let drawn = draw("SET \u{1b}[31m\u{9b}x «key»")
        #expect(!drawn.unicodeScalars.contains("\u{1b}"))
        #expect(!drawn.unicodeScalars.contains("\u{9b}"))
    }

    @Test func `a very long line is cut around the token`() {
        let long = String(repeating: "a", count: 5000)
        let drawn = draw(long + " «key» " + long)
        #expect(drawn.contains("key"))
        #expect(drawn.split(separator: "\n").allSatisfy { $0.count < 200 })
    }

    @Test func `an error at the end of a text has a place`() {
        #expect(draw("SET k «»").contains("^ here"))
    }

    @Test func `bytes that are not UTF-8 are drawn as replacement characters`() {
        var files = SourceFiles()
        let source = files.add(name: "t", bytes: [0xff, 0xfe, 0x20, 0x78])
        let span = SourceSpan(source: source.id, range: 3..<4)
        let drawn = DiagnosticRenderer(files: files).render(Diagnostic("E0101", "m", at: span))
        #expect(drawn.hasSuffix("| \u{fffd}\u{fffd} x\n    |    ^\n"))
    }
}
