import Glibc
import Redpipe
import RedpipeSyntax

/// What is asked and refused before a command is sent.
extension Repl {
    /// Inside a typed MULTI no reply is there before EXEC, which brings all of them.
    func refusal(
        ofReplyTo words: [[UInt8]],
        on connection: ConnectionName,
        at span: SourceSpan
    ) -> Diagnostic? {
        let name = words.first?.lowercasedText
        guard notes[connection]?.isInTransaction == true else {
            if name == "multi" { outcome.transactions.insert(connection) }
            return nil
        }
        if let name, ["exec", "discard", "reset"].contains(name) { return nil }
        outcome.wasPutOff = true
        let diagnostic = Diagnostic("E0113", "MULTI is open on `\(connection)`", at: span)
        return name == nil || name == "multi"
            ? diagnostic.help("EXEC or DISCARD first: EXEC would run those commands too")
            : diagnostic.help("its reply comes with EXEC: `transaction { }` binds it")
    }

    func makeGuard() -> ReplGuard {
        ReplGuard(
            isReadOnly: { [readOnly] in readOnly.contains($0) },
            takeLoss: { [unowned self] in takeLoss(of: $0) },
            lacksCommand: { [unowned self] in notes[$0]?.lacksCommand == true },
            keyCount: { [unowned self] in keyCount(of: $0) },
            useCredentials: { [unowned self] in useCredentials($1, on: $0) },
            ask: isInteractive ? { [unowned self] in confirm($0) } : nil
        )
    }

    /// The connections that a wrong input was meant for; none if it would only show a value.
    ///
    /// The input need not make sense, so its words are looked at.
    func targets(of text: String) -> Set<ConnectionName> {
        let words = text.split { $0.isWhitespace || "{}".contains($0) }
        if ["print", "expect"].contains(words.first), !text.utf8.contains(0x0a) { return [] }
        var names = Set(words.filter { $0.first == "@" }.map { String($0.dropFirst()) })
        names.formUnion(zip(words, words.dropFirst()).filter { $0.0 == "on" }.map { String($0.1) })
        // `let x <- try @users GET a` goes there and nowhere else.
        let first = (words.lastIndex(of: "<-").map { words[($0 + 1)...] } ?? words[...])
            .first { $0 != "try" }
        let isRouted = first?.first == "@" || !names.isEmpty && first == "pipeline"
        let named = Set(names.map { ConnectionName($0) })
        return isRouted ? named : named.union([current])
    }

    // MARK: Questions

    /// Asks a person; what was typed before the question is no answer to it, nor is another command.
    func confirm(_ question: String) -> Bool {
        screen.finishBlock()
        tcflush(0, TCIFLUSH)
        while SignalPipe.signal == nil {
            screen.output.write(question)
            screen.output.flush()
            switch readAnswer()?.lowercased().trimmingBlanks {
            case "y", "yes": return true
            case "n", "no", "", nil:
                outcome.wasDeclined = true
                return false
            default: screen.output.write("please answer y or n\n")
            }
        }
        outcome.wasDeclined = true
        return false
    }

    /// - Returns: `nil` at the end of the input, and after Ctrl-C.
    private func readAnswer() -> String? {
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while unsafe read(0, &byte, 1) == 1 {
            if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
            line.append(byte)
        }
        screen.output.write("\n")
        return nil
    }

    private func keyCount(of connection: ConnectionName) -> Int? {
        guard notes[connection]?.isInTransaction != true else { return nil }
        var pipeline = Pipeline(on: connection)
        let reply = pipeline.enqueue("DBSIZE", as: Int.self)
        _ = try? pipeline.execute(on: connections)
        return try? reply.value
    }
}
