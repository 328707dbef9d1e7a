import Redpipe
import RedpipeCompiler
import RedpipeRuntime
import Testing

@testable import RedpipeCLI

@Suite struct SavedSessionTests {
    @Test func `an input stands as it was typed`() throws {
        #expect(
            try saved("INCR hits", "let n = 1\nprint n") == ["INCR hits", "let n = 1\nprint n"]
        )
    }

    @Test func `the last definition of a name is kept`() throws {
        let first = "model U \"U{*}\" {\n  name text\n}"
        let last = "model U \"U{*}\" {\n  name text\n  age int\n}"
        #expect(
            try saved(first, "def f() { return 1 }", last, "PING") == [
                "def f() { return 1 }", last, "PING",
            ]
        )
    }

    @Test func `a replaced definition is cut out of what stands around it`() throws {
        let file = "INCR a\ndef f() {\n  return 1\n}\nINCR b"
        #expect(
            try saved(file, "def f() { return 2 }") == [
                "INCR a\nINCR b", "def f() { return 2 }",
            ]
        )
    }

    @Test func `commands on another connection say where they went`() throws {
        let inputs = [("INCR a", "default"), ("INCR b", "users"), ("INCR c", "users")]
        let session = try session(inputs + [("INCR d", "default")])
        #expect(
            session.parts == [
                "INCR a", "\\c users", "INCR b", "INCR c", "\\c default", "INCR d",
            ]
        )
    }

    @Test func `what is checked as one script declares a connection once`() throws {
        let first = "connect users redis://one:1"
        let second = "connect users redis://two:2"
        #expect(try saved(first, first, second) == [first, first, "\\c default", second])
    }

    @Test func `a password of a URL is named as a variable`() {
        var session = SavedSession()
        session.addSwitch(to: "redis://one:1")
        session.addSwitch(to: "redis://:secret@one:1")
        session.addSwitch(to: "redis://secret@one:1")
        #expect(
            session.parts == [
                "\\c redis://one:1", "\\c redis://:$REDPIPE_PASSWORD@one:1",
                "# an input with a password is left out", "\\c $REDPIPE_URL",
            ]
        )
    }

    @Test func `what ran often is a loop, and its last run binds`() throws {
        #expect(try repeated("INCR a") == ["for _ in 1...999 {\n  INCR a\n}", "INCR a"])
        #expect(
            try repeated("let x <- INCR a") == [
                "for _ in 1...999 {\n  let x <- INCR a\n}", "let x <- INCR a",
            ]
        )
        #expect(try repeated("def f() { return 1 }") == ["def f() { return 1 }"])
        #expect(try repeated("for i in [1] { INCR a }").count == 2)
    }

    private func repeated(_ text: String) throws -> [String] {
        var script = SessionScript()
        let input = try script.check(Array(text.utf8), connections: []).get()
        var session = SavedSession()
        session.add(text, input, count: 1000, on: .default)
        return session.parts
    }

    @Test func `nothing is saved of a transaction without its beginning`() {
        var session = SavedSession()
        #expect(session.canFollow([], on: ["default"]))
        #expect(!session.canFollow(["default"], on: ["default"]))
        #expect(session.canFollow(["default"], on: ["users"]))
        session.noteTransactions(["default"])
        #expect(session.canFollow(["default"], on: ["default"]))
    }

    @Test func `a transaction that was lost is ended`() throws {
        var session = try session([("MULTI", "users"), ("SET a 1", "users")])
        session.noteTransactions(["users"])
        session.endTransactions(besides: ["users"])
        #expect(session.parts == ["\\c users", "MULTI", "SET a 1"])
        session.endTransactions(besides: [])
        #expect(session.parts.last == "DISCARD")
    }

    @Test func `an old definition stays where its users are checked by themselves`() throws {
        let first = "def f() { return 1 }"
        let last = "def f() { return 2 }"
        let session = try session([
            (first, "default"), ("print f()", "default"), ("PING", "users"), (last, "default"),
            ("print f()", "default"),
        ])
        #expect(session.parts.first == first)
        try checkReading(session.parts, endsOn: "default")
    }

    @Test func `a value that was looked at is printed`() throws {
        let parts = try saved("let n = 1", "n", "$n", "(n + 1)", "len([n]) + 1")
        #expect(
            parts == ["let n = 1", "print n", "print n", "print (n + 1)", "print len([n]) + 1"]
        )
        try checkReading(parts, endsOn: "default")
    }

    /// What `\save` writes, `\i` can read.
    private func checkReading(_ parts: [String], endsOn connection: String) throws {
        var script = SessionScript()
        var place = "default"
        for part in SessionFile.parts(of: parts.map { $0 + "\n" }.joined()) {
            switch part {
            case .meta(let line): place = MetaCommand.parse(line).argument
            case .script(let text, _):
                let input = try script.check(Array(text.utf8), name: "file", connections: ["users"])
                    .get()
                _ = script.adopt(
                    input,
                    Array(repeating: .null, count: input.script.plan.globalCount)
                )
            }
        }
        #expect(place == connection)
    }

    private func saved(_ texts: String...) throws -> [String] {
        try session(texts.map { ($0, "default") }).parts
    }

    /// Inputs with the connections that they ran on.
    private func session(_ inputs: [(text: String, connection: String)]) throws -> SavedSession {
        var script = SessionScript()
        var session = SavedSession()
        for (text, connection) in inputs {
            let input = try script.check(Array(text.utf8), connections: ["users"]).get()
            _ = script.adopt(input, Array(repeating: .null, count: input.script.plan.globalCount))
            session.add(text, input, count: 1, on: ConnectionName(connection))
        }
        return session
    }
}
