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
        guard notes[connection]?.isInTransaction == true else { return nil }
        let name = words.first?.lowercasedText
        if let name, ["exec", "discard", "reset"].contains(name) { return nil }
        outcome.wasPutOff = true
        let diagnostic = Diagnostic("E0113", "MULTI is open on `\(connection)`", at: span)
        return name == nil
            ? diagnostic.help("EXEC or DISCARD first: EXEC would run those commands too")
            : diagnostic.help("its reply comes with EXEC: `transaction { }` binds it")
    }

    func makeGuard() -> ReplGuard {
        ReplGuard(
            isReadOnly: { [readOnly] in readOnly.contains($0) },
            lacksCommand: { [unowned self] in notes[$0]?.lacksCommand == true },
            keyCount: { [unowned self] in keyCount(of: $0) },
            useCredentials: { [unowned self] in useCredentials($1, on: $0) },
            ask: isInteractive ? { [unowned self] in confirm($0) } : nil
        )
    }

    /// The connection that a wrong line was meant for; none if it would only show a value.
    func targets(of text: String) -> Set<ConnectionName> {
        let line = text.trimmingBlanks
        let word = line.prefix { $0 != " " && $0 != "(" }
        if word == "print" || word == "expect" { return [] }
        return word.first == "@" ? [ConnectionName(String(word.dropFirst()))] : [current]
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
                outcome.wasPutOff = true
                return false
            default: screen.output.write("please answer y or n\n")
            }
        }
        outcome.wasPutOff = true
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
