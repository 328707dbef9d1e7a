import RedpipeCommands
import Testing

struct SuggestionTests {
    @Test(arguments: [
        ("HGTE", "HGET"), ("gte", "GET"), ("hgetal", "HGETALL"), ("hgetalll", "HGETALL"),
        ("ste", "SET"), ("zrnage", "ZRANGE"), ("expier", "EXPIRE"), ("subscibe", "SUBSCRIBE"),
        ("config|gte", "CONFIG GET"), ("xgroup|crate", "XGROUP CREATE"), ("ICNR", "INCR"),
    ])
    func `a mistyped command is recognised`(name: String, meant: String) {
        #expect(CommandTable.suggestion(for: name) == meant)
    }

    @Test(arguments: ["", "x", "qqqq", "foobarbaz", "config|qqqqqq", "select1from2"])
    func `what is like no command gets no suggestion`(name: String) {
        #expect(CommandTable.suggestion(for: name) == nil)
    }

    @Test(
        arguments: [
            ("conut", ["content", "count"], "count"), ("usr", ["user", "usage"], "user"),
            ("n", ["m", "total"], nil), ("count", [], nil), ("ab", ["ba", "abc"], "abc"),
            ("Count", ["count"], "count"),
        ] as [(String, [String], String?)]
    )
    func `the nearest of some names is found`(word: String, names: [String], meant: String?) {
        #expect(Suggestion.nearest(to: word, in: names) == meant)
    }
}
