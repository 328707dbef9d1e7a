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

    @Test func `a URL that was switched to is kept, and one with a password is not`() {
        var session = SavedSession()
        session.addSwitch(to: "redis://one:1")
        session.addSwitch(to: "redis://:secret@one:1")
        #expect(session.parts == ["\\c redis://one:1", "# an input with a password is left out"])
    }

    @Test func `what ran often is a loop`() throws {
        var script = SessionScript()
        let input = try script.check(Array("INCR a".utf8), connections: []).get()
        var session = SavedSession()
        session.add("INCR a", input, count: 1000, on: .default)
        #expect(session.parts == ["for _ in 1...1000 {\n  INCR a\n}"])
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
