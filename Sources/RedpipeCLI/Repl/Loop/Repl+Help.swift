import Redpipe
import RedpipeCommands
import RedpipeCompiler
import RedpipeRESP

extension Repl {
    /// The page on a Redis command, with what the server knows about it; `nil` for anything else.
    func commandDocs(_ words: [String]) -> String? {
        guard !HelpTopic.isOfLanguage(words), var page = CommandPage(words) else { return nil }
        // A private server is not started for it, and a dead one not waited for.
        if connections.endpoint(of: current) != nil, !down.contains(current),
            notes[current]?.unrepeatable == nil
        {
            var pipeline = Pipeline(on: current)
            let reply = pipeline.enqueue(page.question.map { Array($0.utf8) })
            _ = try? pipeline.execute(on: connections, timeout: .milliseconds(500))
            if let docs = try? reply.value { page.take(docs) }
        }
        return page.text
    }

    /// How a function, a model or a method is called.
    private func signature(of callee: String) -> String? {
        if let function = LibraryFunction(rawValue: callee) { return function.signature }
        if let signature = script.signature(of: callee) { return signature }
        let names = arguments(of: callee)
        guard !names.isEmpty else { return nil }
        let isModel = !callee.contains(".")
        let parameters = (isModel ? ["id"] : []) + names.map { $0 + " …" }
        return "\(callee)(\(parameters.joined(separator: ", ")))"
    }

    /// The syntax of the command at the cursor.
    func explanation(of line: [UInt8], _ point: Int) -> String? {
        let start = line[..<point].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let text = LineText(bytes: Array(line[start..<point]), offset: start).trimmed
        if let callee = text.openCall, let signature = signature(of: callee) { return signature }
        var words = text.innermostBody.words
        if let arrow = words.lastIndex(of: "<-") { words.removeSubrange(...arrow) }
        while let first = words.first, first.hasPrefix("@") || first == "try" || first == "cmd" {
            words.removeFirst()
        }
        guard let name = words.first, let command = CommandTable.command(named: name) else {
            return nil
        }
        let exact = CommandTable.command(for: words.prefix(2).map { Array($0.utf8) }) ?? command
        return CommandSyntax.text(of: exact)
    }
}
