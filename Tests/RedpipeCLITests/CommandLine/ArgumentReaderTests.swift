import Testing

@testable import RedpipeCLI

@Suite struct ArgumentReaderTests {
    private func read(_ arguments: [String]) throws -> Request {
        var reader = ArgumentReader(arguments, isFile: { $0 == "x.rp" }, isTerminal: false)
        return try reader.read()
    }

    private func invocation(_ arguments: [String]) throws -> Invocation? {
        if case .run(let invocation) = try read(arguments) { invocation } else { nil }
    }

    @Test func `options stand before the command and behind it`() throws {
        let invocation = try #require(
            try invocation(["-p", "1", "run", "-q", "x.rp", "--raw", "a"])
        )
        #expect(invocation.command == .run)
        #expect(invocation.words == ["x.rp", "a"])
        #expect(invocation.options.port == 1)
        #expect(invocation.options.isQuiet)
        #expect(invocation.options.isRaw)
    }

    @Test func `a file needs no command`() throws {
        let invocation = try #require(try invocation(["-n", "2", "x.rp", "a", "--", "-b"]))
        #expect(invocation.command == .run)
        #expect(invocation.words == ["x.rp", "a", "-b"])
        #expect(invocation.options.database == 2)
    }

    @Test func `with text all words are parameters`() throws {
        let invocation = try #require(try invocation(["-e", "PING", "run"]))
        #expect(invocation.words == ["run"])
        #expect(invocation.options.scriptText == ["PING"])
    }

    @Test func `a long option takes its value behind an equals sign too`() throws {
        let invocation = try #require(try invocation(["--url=redis://h", "run", "x"]))
        #expect(invocation.options.url == "redis://h")
    }

    @Test(arguments: [
        ["--nope"], ["-p", "70000", "run"], ["-p"], ["--raw=1", "run"], ["--color", "red", "run"],
        ["GET", "k"], ["--timeout", "-1", "run", "x"], ["check", "--set", "a=b", "x"],
    ])
    func `what is no option, and a value that is none, is a usage error`(
        arguments: [String]
    ) throws {
        #expect { try read(arguments) } throws: { ($0 as? ProgramError)?.status == .usage }
    }

    @Test func `each option has one definition, and its help is a sentence`() {
        let names = OptionDefinition.all.flatMap(\.names)
        #expect(Set(names).count == names.count)
        for definition in OptionDefinition.all { #expect(definition.help.hasSuffix(".")) }
    }

    @Test(arguments: [
        ("redis://:secret@h", 9..<15), ("redis://u:secret@h/1", 10..<16), ("secret", 0..<6),
        ("redis://token@h", 8..<13), ("redis://h:1", 0..<0), ("mail@host", 0..<0),
    ])
    func `a password among the arguments is found`(argument: String, range: Range<Int>) {
        #expect(ProcessTitle.secrets(in: Array(argument.utf8), "secret") == range)
    }
}
