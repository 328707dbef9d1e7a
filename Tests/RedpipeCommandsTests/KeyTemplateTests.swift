import RedpipeCommands
import Testing

@Suite struct KeyTemplateTests {
    @Test(arguments: [
        ("F{*}", "1", "F{1}"), ("*", "a", "a"), ("user:*", "}", "user:}"), ("a*b", "ab", "aabb"),
        ("{x}*", "a}", "{x}a}"),
    ])
    func `a key gives back the id that it was made of`(text: String, id: String, key: String) throws
    {
        let template = try KeyTemplate(text)
        #expect(try template.key(for: Array(id.utf8)) == Array(key.utf8))
        #expect(template.id(of: Array(key.utf8)) == Array(id.utf8))
        #expect(template.description == text)
    }

    @Test(arguments: ["", "F", "F{1", "G{1}", "F{}", "F{a}b}"])
    func `a key of another form has no id`(key: String) throws {
        #expect(try KeyTemplate("F{*}").id(of: Array(key.utf8)) == nil)
    }

    @Test func `an id that has no key is refused`() throws {
        let template = try KeyTemplate("F{*}")
        #expect(throws: KeyTemplateError.emptyID) { try template.key(for: []) }
        #expect(throws: KeyTemplateError.closingBrace(Array("a}".utf8))) {
            try template.key(for: Array("a}".utf8))
        }
    }

    @Test(arguments: [("", 0), ("a", 0), ("**", 2)])
    func `a template has one hole`(text: String, count: Int) {
        #expect(throws: KeyTemplateError.holeCount(count)) { try KeyTemplate(text) }
    }

    @Test func `the pattern takes the template's own characters literally`() throws {
        let pattern = try KeyTemplate("[a]?{*}\\").pattern
        #expect(String(decoding: pattern, as: UTF8.self) == "\\[a\\]\\?{*}\\\\")
    }

    @Test func `the id is the hash tag if it stands between the first braces`() throws {
        #expect(try KeyTemplate("F{*}").makesHashTag)
        #expect(try KeyTemplate("F{a*b}").makesHashTag)
        #expect(try !KeyTemplate("{x}F{*}").makesHashTag)
        #expect(try !KeyTemplate("F*").makesHashTag)
    }
}
