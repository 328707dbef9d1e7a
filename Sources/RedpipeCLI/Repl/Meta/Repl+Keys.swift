import Redpipe
import RedpipeRESP

extension Repl {
    private static let listedKeys = 1000

    /// `\keys`: lists keys page by page; the server is never blocked, and Ctrl-C ends it.
    func listKeys(_ pattern: String) {
        guard isFree() else { return }
        var cursor = "0"
        var count = 0
        repeat {
            guard let (next, keys) = scan(cursor, pattern.isEmpty ? "*" : pattern.trimmingQuotes)
            else { return }
            cursor = next
            let endpoint = connections.connection(named: current)?.endpoint
            for key in keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
                if let endpoint { self.keys.remember(key, at: endpoint) }
                var line: [UInt8] = []
                line.appendLine(key.span, for: isInteractive ? .terminal : .stream)
                screen.write(line + [UInt8(ascii: "\n")])
            }
            count += keys.count
            if count >= Self.listedKeys, cursor != "0" {
                return output.say("(… after \(count) keys; a narrower pattern shows the rest)\n")
            }
        } while cursor != "0" && SignalPipe.signal == nil
        output.say("(\(count) \(count == 1 ? "key" : "keys"))\n")
    }

    private func scan(_ cursor: String, _ pattern: String) -> (String, [[UInt8]])? {
        let words = ["SCAN", cursor, "MATCH", pattern, "COUNT", "1000"]
        guard let reply = ask([words])?.first else { return nil }
        guard case .array(let parts) = reply, parts.count == 2, let next = parts[0].bytes,
            case .array(let keys) = parts[1]
        else {
            output.show(reply)
            note(ExitStatus.failure)
            return nil
        }
        return (String(decoding: next, as: UTF8.self), keys.compactMap(\.bytes))
    }

    /// `\peek`: what there is to know about a key, in two round trips.
    func peek(_ argument: String) {
        let key = argument.trimmingQuotes
        guard !key.isEmpty else { return complain("\\peek takes a key") }
        guard isFree(),
            let facts = ask([
                ["TYPE", key], ["PTTL", key], ["OBJECT", "ENCODING", key],
                ["MEMORY", "USAGE", key],
            ])
        else { return }
        guard let type = facts[0].bytes.map({ String(decoding: $0, as: UTF8.self) }) else {
            note(ExitStatus.failure)
            return output.show(facts[0])
        }
        guard type != "none" else { return output.say("no key `\(key)`\n") }
        let look = KeyLook(type: type, key: key)
        let more = look.questions.isEmpty ? [] : ask(look.questions) ?? []
        var lines = [("type", type)]
        if let encoding = facts[2].bytes {
            lines[0].1 += " (\(String(decoding: encoding, as: UTF8.self)))"
        }
        if case .integer(let milliseconds) = facts[1] {
            lines.append(("ttl", milliseconds < 0 ? "none" : "\(Double(milliseconds) / 1000) s"))
        }
        if case .integer(let size)? = more.first { lines.append(("size", look.size(size))) }
        if case .integer(let bytes) = facts[3] { lines.append(("memory", "\(bytes) bytes")) }
        for (name, text) in lines {
            output.write(name + String(repeating: " ", count: 8 - name.count) + text)
        }
        guard more.count > 1 else { return }
        output.show(look.elements(of: more[1]))
    }

    // MARK: Asking

    /// Whether commands of our own may go over the current connection now.
    private func isFree() -> Bool {
        guard notes[current]?.isInTransaction != true else {
            complain("not inside MULTI: EXEC or DISCARD first")
            return false
        }
        return true
    }

    /// Sends commands in one round trip; says what went wrong if they have no replies.
    func ask(_ commands: [[String]]) -> [RESPValue]? {
        guard prepareForSending(on: current) else { return nil }
        var pipeline = Pipeline(on: current)
        let replies = commands.map { words in pipeline.enqueue(words.map { Array($0.utf8) }) }
        do throws(ExecutionError) {
            try pipeline.execute(on: connections)
        } catch {
            complain("\(error)")
            return nil
        }
        return replies.map { reply in
            do throws(DeferredError) {
                return try reply.value
            } catch {
                return .error(Array("\(error)".utf8))
            }
        }
    }
}

extension String {
    /// Without a pair of quotes around it.
    var trimmingQuotes: String {
        guard count > 1, let first, first == last, first == "\"" || first == "'" else {
            return self
        }
        return String(dropFirst().dropLast())
    }
}
