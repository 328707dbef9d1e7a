import RedpipeSyntax
import Testing

@Suite struct TokenTests {
    @Test(arguments: [
        "let x = 1 + 2", "f(a, b: 3)", "[x for x in 0..<10 if x % 2 == 0]", "a ?? b // c",
        "1_000 1.5 2e-3", "{ } [ ] ( ) , : . < <= <- >= > == != ... ..<", "é",
        "x # a comment\ny", "x \\\n y",
    ])
    func `tokens stand in order and cover all but blanks and comments`(text: String) throws {
        let source = SourceText(id: SourceID(rawValue: 0), name: "test", text: text)
        var lexer = Lexer(source)
        var end = 0
        while true {
            let token: Token
            do {
                token = try lexer.nextToken(acrossLines: false)
            } catch {
                #expect(text == "é")
                return
            }
            #expect(token.span.start >= end)
            let gap = String(decoding: source.bytes[end..<token.span.start], as: UTF8.self)
            let isSkippable = gap.allSatisfy { " \t\n\\".contains($0) } || gap.contains("#")
            #expect(isSkippable)
            end = token.span.end
            if token.kind == .endOfText { break }
            if token.kind == .endOfLine { end = lexer.offset }
        }
        #expect(end == source.bytes.count)
    }
}
