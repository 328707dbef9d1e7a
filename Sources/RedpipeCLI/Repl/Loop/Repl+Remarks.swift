import Redpipe
import RedpipeCommands
import RedpipeCompiler
import RedpipeRuntime
import RedpipeSyntax

/// What is said about an input besides what it brings.
extension Repl {
    /// Who gives too few words wants to see which ones there are, and who types a word of another shell
    /// what it is called in this one.
    func withHint(_ diagnostic: Diagnostic, _ text: String) -> Diagnostic {
        guard output.isOneLine else { return diagnostic }
        switch diagnostic.id {
        case "E0106":
            let line = Array(text.utf8)
            return diagnostic.help(explanation(of: line, line.count))
        case "E0105":
            let word = text.trimmingBlanks.prefix { $0 != " " }.lowercased()
            if let command = MetaCommand(rawValue: word), word.count > 1 {
                return diagnostic.replacingHelp("did you mean `\(command.name)`?")
            }
            return Self.wordsOfOthers[word].map { diagnostic.replacingHelp($0) } ?? diagnostic
        case "E0111": return diagnostic.replacingHelp("the number is 1 or more: `3 INCR hits`")
        case "E0101" where text.trimmingBlanks.hasPrefix("connect "):
            return diagnostic.replacingHelp(
                "`\\c NAME` goes to a connection, `\\c HOST:PORT` to a server"
            )
        default: return diagnostic
        }
    }

    private static let wordsOfOthers = [
        "use": "`SELECT 2` chooses a database, `\\c NAME` a connection",
        "ls": "`\\keys` lists keys", "dir": "`\\keys` lists keys", "list": "`\\keys` lists keys",
        "tables": "`\\keys` lists keys, `\\d` what the session has declared",
        "describe": "`\\d NAME` shows a declaration, `\\peek KEY` a key",
        "desc": "`\\d NAME` shows a declaration, `\\peek KEY` a key",
        ":q": "`\\q` leaves", ":q!": "`\\q` leaves", ":wq": "`\\q` leaves",
        "history": "Ctrl-r searches the history", "edit": "`\\e` edits the last input",
    ]

    func announceRedefinitions(_ input: SessionInput) {
        guard isInteractive, !isWatching else { return }
        for name in input.redefined { output.say("`\(name)` is defined anew\n") }
    }

    /// A binding that has failed changes nothing, so this is known afterwards only.
    func announceRebindings(in input: SessionInput, _ bound: Set<String>) {
        guard isInteractive, !isWatching else { return }
        for case .binding(let binding) in input.statements where bound.contains(binding.name.name) {
            output.say("`\(binding.name.name)` is bound anew\n")
        }
    }

    /// Says which lines of a longer input an error has kept from running.
    func noteUnrun(_ count: Int, of input: SessionInput) {
        let unrun = input.statements.filter(\.makesStep).suffix(count).map(\.span)
        let lines = unrun.filter { $0.source == input.source }
            .map { script.files.lineNumber(of: $0) }
        guard let first = lines.first, let last = lines.last, lines.count == unrun.count else {
            if !unrun.isEmpty { output.say("  = note: the rest has not run\n") }
            return
        }
        let range = first == last ? "line \(first) has" : "lines \(first)-\(last) have"
        output.say("  = note: \(range) not run\n")
    }

    /// A field that is not there is null, which may be a slip of the finger.
    func noteUnknownField() {
        guard isInteractive, let text = lastInput?.text.trimmingBlanks,
            let dot = text.lastIndex(of: ".")
        else { return }
        let field = String(text[text.index(after: dot)...])
        let known = fields(of: String(text[..<dot]))
        guard !known.isEmpty, !known.contains(field), field.utf8.allSatisfy(\.continuesName) else {
            return
        }
        if known.contains(field + "(") {
            return output.say("  = note: `\(field)` is a method: `\(text)(…)`\n")
        }
        guard let nearest = Suggestion.nearest(to: field, in: known) else { return }
        output.say("  = note: there is no field `\(field)`; did you mean `\(nearest)`?\n")
    }
}
