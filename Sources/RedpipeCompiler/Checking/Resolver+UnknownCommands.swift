import RedpipeCommands
import RedpipeSyntax

/// What to say about a command that nobody knows.
extension Resolver {
    func unknownCommand(_ command: CommandStatement) -> Diagnostic {
        let word = command.words[0]
        let name = String(decoding: word.literal ?? [], as: UTF8.self)
        let diagnostic = Diagnostic(
            "E0105",
            "unknown command `\(name.shortened(to: 80))`",
            at: word.span
        )
        guard findsSuggestions else { return diagnostic }
        let help =
            assignmentForm(of: command, name) ?? valueHelp(for: command, name)
            ?? assignmentHelp(for: name) ?? foreignWordHelp(command, name)
            ?? bindingHelp(for: command, name) ?? suggestion(for: name)
        return diagnostic.help(help)
    }

    /// A name in scope, a function or a literal where a command stands.
    private func valueHelp(for command: CommandStatement, _ name: String) -> String? {
        let head = String(name.prefix { $0 != "[" })
        if isInScope(head), let bindingName, command.words.count > 1 {
            return
                "`\(head)` is a value: `let \(bindingName) = \(command.text)` if it is known now, "
                + "`let \(bindingName) <- (\(command.text))` if it is deferred"
        }
        if isInScope(head) {
            let value = command.words.count == 1 ? name : name + " …"
            return "`\(name)` is a value: `print \(value)` shows it, `let x <- (\(value))` binds it"
        }
        if declarations.functions[name] != nil || LibraryFunction(rawValue: name) != nil {
            return "a call has its parentheses right behind: `\(name)(…)`"
        }
        return ["true", "false", "null"].contains(name)
            ? "a value that is known now is bound by `=`: `let x = \(name)`" : nil
    }

    /// `x = GET k` and `x = 5` without `let`.
    private func bindingHelp(for command: CommandStatement, _ name: String) -> String? {
        guard command.words.dropFirst().first?.literal == [UInt8(ascii: "=")] else { return nil }
        let rest = command.words.dropFirst(2)
        let isCommand = rest.first?.literal.map { CommandTable.command(named: $0) != nil } ?? false
        let words = rest.map(\.text).joined(separator: " ")
        return isCommand
            ? "`let` binds a reply: `let \(name) <- \(words)`"
            : "to bind a name write `let \(name) = …`"
    }

    /// `x <- …`, `x += 1` and `x++`, as other languages bind and change names.
    private func assignmentForm(of command: CommandStatement, _ name: String) -> String? {
        let second = command.words.dropFirst().first?.literal
            .map { String(decoding: $0, as: UTF8.self) }
        let rest = command.words.dropFirst(2).map(\.text).joined(separator: " ")
        if second == "<-", !rest.isEmpty { return "`let` binds a reply: `let \(name) <- \(rest)`" }
        for sign in ["+", "-", "*", "/", "//", "%"] where second == sign + "=" && !rest.isEmpty {
            return "an assignment has the name on both sides: `\(name) = \(name) \(sign) \(rest)`"
        }
        for sign in ["+", "-"] where name.hasSuffix(sign + sign) && name.count > 2 {
            let name = name.dropLast(2)
            return "an assignment has the name on both sides: `\(name) = \(name) \(sign) 1`"
        }
        return nil
    }

    /// `x=5`, where `x = 5` or `let x = 5` was meant.
    private func assignmentHelp(for text: String) -> String? {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let first = parts[0].utf8.first, first < 0x30 || first > 0x39,
            parts[0].utf8.allSatisfy({ $0 == 0x5f || Character(Unicode.Scalar($0)).isLetter })
        else { return nil }
        let name = String(parts[0])
        let form = isInScope(name) ? "\(name) = …" : "let \(name) = …"
        return "to \(isInScope(name) ? "assign" : "bind") a name write `\(form)`, with blanks"
    }

    private func suggestion(for name: String) -> String {
        if let keyword = Suggestion.nearest(
            to: name.lowercased(),
            in: Keyword.allCases.map(\.rawValue)
        ),
            keyword == name.lowercased()
        {
            return "keywords are lower case: `\(keyword)`"
        }
        if let nearest = CommandTable.suggestion(for: name) { return "did you mean `\(nearest)`?" }
        let keywords = Keyword.allCases.map(\.rawValue)
        if let nearest = Suggestion.nearest(to: name, in: keywords) {
            return "did you mean `\(nearest)`?"
        }
        return "`cmd \(name) …` sends it all the same"
    }

    func unknownSubcommand(
        _ command: CommandStatement,
        _ container: Command
    ) -> Diagnostic {
        let name = String(decoding: command.words[1].literal ?? [], as: UTF8.self)
        let diagnostic = Diagnostic(
            "E0105",
            "`\(container.displayName)` has no subcommand `\(name)`",
            at: command.words[1].span
        )
        if container.name == "function", name.contains("(") {
            return diagnostic.help("a function is declared by `def \(name) {`")
        }
        let nearest = Suggestion.nearest(to: name.lowercased(), in: container.subcommandNames)
        return diagnostic.help(
            nearest.map { "did you mean `\(container.displayName) \($0.uppercased())`?" }
        )
    }

    /// Words that other languages, and other prompts, begin a line with.
    private func foreignWordHelp(_ command: CommandStatement, _ name: String) -> String? {
        let rest = command.words.dropFirst().map(\.text).joined(separator: " ")
        if name.hasSuffix(">"), !rest.isEmpty { return "without the prompt: `\(rest)`" }
        if name.hasPrefix("\\") { return "`\\` starts a command of the interactive mode" }
        if name.hasPrefix("//") || name.hasPrefix("--") { return "a comment starts with `#`" }
        switch name.lowercased() {
        case "$", "#", "%", "redis-cli", "valkey-cli":
            return rest.isEmpty ? nil : "a line is the command alone, without the shell's words"
        case "var", "const", "local", "my", "auto": return "a name is bound by `let`: `let x = 5`"
        case "fn", "func", "fun", "function", "sub", "proc":
            return "a function is declared by `def name(a, b) {`"
        case "import", "require", "source", "load": return "`include \"file.rp\"` takes in a script"
        case "elseif", "elsif", "elsif(", "elseif(": return "`} elif … {`"
        case "puts", "println", "printf", "console.log", "say", "write":
            return "`print` shows values"
        case "none", "nil", "undefined", "nothing": return "there is one such value: `null`"
        case "delete", "remove", "rm": return "did you mean `DEL`?"
        case "use": return "`SELECT 2` chooses a database, `\\c NAME` a connection"
        case "ls", "dir", "list", "tables":
            return "`\\keys` and `SCAN` list keys, `\\d` declarations"
        case "describe", "desc": return "`\\d NAME` shows a declaration, `\\peek KEY` a key"
        default: return nil
        }
    }
}

extension CommandStatement {
    fileprivate var text: String { words.map(\.text).joined(separator: " ") }
}

extension Word {
    /// As it stands in the script, or `…` for a word with quotes or holes.
    fileprivate var text: String {
        switch content {
        case .reference(let reference): "$\(reference.name.name)"
        case .text:
            isBare ? literal.map { String(decoding: $0, as: UTF8.self) } ?? "…" : "…"
        }
    }
}
