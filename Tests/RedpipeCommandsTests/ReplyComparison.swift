import Redpipe
import RedpipeCommands
import RedpipeRESP

/// What running the examples on one server showed.
struct ReplyComparison {
    /// Converted replies that differ between the protocols, as texts.
    private(set) var mismatches: [String] = []
    /// Commands that answered with something other than an error.
    private(set) var answered: Set<String> = []
    /// Commands whose replies have a shape.
    private(set) var shaped: Set<String> = []
    /// Commands whose replies differ as they arrive.
    private(set) var differing: Set<String> = []
    /// Replies that a second conversion would change.
    private(set) var unstable: [String] = []

    /// Runs a session over each protocol, on a server that is emptied before, and compares.
    mutating func run(_ session: [ReplyExample], on server: ServerProcess) throws {
        let old = try Self.replies(to: session, on: server, protocolVersion: 2)
        let new = try Self.replies(to: session, on: server, protocolVersion: 3)
        for (example, replies) in zip(session, zip(old, new)) {
            compare(example, replies.0, replies.1)
        }
    }

    private mutating func compare(_ example: ReplyExample, _ old: RESPValue, _ new: RESPValue) {
        let name = CommandTable.command(for: example.words)?.name ?? example.description
        let shape = CommandTable.replyShape(for: example.words) ?? .unchanged
        let (oldConverted, newConverted) = (shape.converted(old), shape.converted(new))
        if example.comparable(oldConverted) != example.comparable(newConverted) {
            mismatches.append("\(example): \(oldConverted) is not \(newConverted)")
        }
        if example.comparable(old) != example.comparable(new) {
            differing.insert(name)
        }
        if shape.converted(newConverted) != newConverted {
            unstable.append("\(example): \(newConverted)")
        }
        guard !old.isError, !new.isError else { return }
        answered.insert(name)
        if shape != .unchanged {
            shaped.insert(name)
        }
    }

    private static func replies(
        to session: [ReplyExample],
        on server: ServerProcess,
        protocolVersion: Int
    ) throws -> [RESPValue] {
        let connection = try ServerConnection(to: server, protocolVersion: protocolVersion)
        _ = try connection.send(words("FLUSHALL"))
        var last: [UInt8] = []
        var replies: [RESPValue] = []
        for example in session {
            let reply = try connection.send(example.words(last: last))
            if case .bulkString(let text) = reply {
                last = text
            }
            replies.append(reply)
        }
        return replies
    }
}
