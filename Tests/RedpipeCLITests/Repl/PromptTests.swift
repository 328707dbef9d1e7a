import Redpipe
import RedpipeRESP
import Testing

@testable import RedpipeCLI

@Suite struct PromptTests {
    @Test func `a prompt says where a line goes`() {
        var prompt = Prompt(connection: "users")
        #expect(prompt.text == "users> ")
        prompt.database = 1
        #expect(prompt.text == "users[1]> ")
        prompt.isInTransaction = true
        prompt.isWatching = true
        #expect(prompt.text == "users[1](tx)> ")
        prompt.isInTransaction = false
        prompt.isDown = true
        #expect(prompt.text == "users[1](down)(watch)> ")
        prompt.continuation = .block(connection: nil, lineCount: 3)
        #expect(prompt.text == "users[1](down)(watch)+3> ")
        prompt.continuation = .block(connection: "messages", lineCount: 0)
        #expect(prompt.text == "messages+0> ")
        prompt.continuation = .other
        #expect(prompt.text == "...> ")
    }

    @Test func `what has no width is marked for readline`() {
        let prompt = Prompt(connection: "users", isColored: true)
        #expect(prompt.text == "\u{1}\u{1b}[36m\u{2}users>\u{1}\u{1b}[0m\u{2} ")
    }

    // MARK: What commands change

    private let ok = RESPValue.simpleString(Array("OK".utf8))
    private let queued = RESPValue.simpleString(Array("QUEUED".utf8))

    private func words(_ line: String) -> [[UInt8]] {
        line.split(separator: " ").map { Array($0.utf8) }
    }

    private func notes(after lines: [(String, RESPValue)]) -> ConnectionNotes {
        var notes = ConnectionNotes()
        for (line, reply) in lines { notes.note(words(line), reply: reply) }
        return notes
    }

    @Test func `commands that change a connection are noted`() {
        let notes = notes(after: [
            ("SELECT 3", ok), ("AUTH joe secret", ok), ("hello 2 setname me", .map([])),
        ])
        #expect(notes.database == 3)
        #expect(notes.entrance.credentials?.user == Array("joe".utf8))
        #expect(notes.entrance.credentials?.password == Array("secret".utf8))
        #expect(notes.entrance.protocolVersion == .resp2)
        #expect(notes.entrance.clientName == "me")
        #expect(notes.unrepeatable == nil)
    }

    @Test func `a refused command changes nothing`() {
        let notes = notes(after: [("SELECT 99", .error(Array("ERR out of range".utf8)))])
        #expect(notes == ConnectionNotes())
    }

    @Test func `a transaction counts when it is executed`() {
        var notes = notes(after: [("MULTI", ok), ("SELECT 2", queued)])
        #expect(notes.isInTransaction)
        #expect(notes.database == 0)
        #expect(notes.unrepeatable == "MULTI")
        notes.note(words("EXEC"), reply: .array([ok]))
        #expect(notes.database == 2)
        #expect(!notes.isInTransaction)
    }

    @Test func `a transaction that was not executed changes nothing`() {
        for end in ["EXEC", "DISCARD"] {
            var notes = notes(after: [("WATCH a", ok), ("MULTI", ok), ("SELECT 2", queued)])
            notes.note(words(end), reply: end == "EXEC" ? .null : ok)
            #expect(notes == ConnectionNotes())
        }
        var notes = notes(after: [("MULTI", ok)])
        notes.noteError(words("EXEC"), code: "EXECABORT")
        #expect(!notes.isInTransaction)
    }

    @Test func `reset forgets all of it`() {
        let reset = RESPValue.simpleString(Array("RESET".utf8))
        let notes = notes(after: [("SELECT 3", ok), ("WATCH a", ok), ("RESET", reset)])
        #expect(notes == ConnectionNotes())
    }
}
