import RedpipeCommands
import Testing

struct CommandArityTests {
    @Test func `an exact arity allows that many words alone`() throws {
        let get = try #require(CommandTable.command(named: "get"))
        #expect(get.arity == .exactly(2))
        #expect((0...4).map(get.arity.allows(wordCount:)) == [false, false, true, false, false])
        #expect(get.arity.number == 2)
    }

    @Test func `a minimum allows more`() throws {
        let mset = try #require(CommandTable.command(named: "mset"))
        #expect(
            (0...5).map(mset.arity.allows(wordCount:)) == [false, false, false, true, true, true]
        )
        #expect(mset.arity.number == -3)
    }

    @Test(arguments: [
        ("get", "exactly 1 argument"), ("hget", "exactly 2 arguments"), ("dbsize", "no arguments"),
        ("set", "at least 2 arguments"), ("del", "at least 1 argument"),
        ("info", "any number of arguments"), ("config|get", "at least 1 argument"),
        ("config|rewrite", "no arguments"), ("object|freq", "exactly 1 argument"),
    ])
    func `an arity is described without the name's words`(name: String, text: String) throws {
        #expect(try #require(CommandTable.command(named: name)).arityDescription == text)
    }
}
