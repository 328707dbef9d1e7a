import RedpipeCommands
import RedpipeSyntax

extension Resolver {
    mutating func resolve(_ command: CommandStatement, on connection: String?) -> PlannedCommand {
        let words = command.words.map { resolve($0) }
        checkQuotes(command.words)
        checkSemicolons(command.words)
        if !isOwnLine, let diagnostic = ForbiddenCommand.diagnostic(for: command) {
            report(diagnostic)
        } else if !command.isVerbatim {
            checkAgainstTable(command)
            checkSlots(of: command, on: connection)
        }
        checkTypedKeys(in: command, words, on: connection)
        defer { commandCount += 1 }
        return PlannedCommand(
            number: commandCount,
            words: words,
            connection: connection,
            span: command.span,
            isUnchecked: command.isVerbatim,
            mayBeForbidden: !isOwnLine && ForbiddenCommand.isOpen(for: command),
            replyShape: PlannedReplyShape(of: command)
        )
    }

    /// A line of a session that is not inside anything behaves as in redis-cli.
    private var isOwnLine: Bool {
        isInteractive && frame.isTop && surroundings.blockDepth == 0
    }

    /// Quotes as a text processor sets them quote nothing: they would be sent, and the text cut.
    private mutating func checkQuotes(_ words: [Word]) {
        for word in words where word.isBare {
            guard case .text(let parts) = word.content, case .literal(let literal)? = parts.first,
                let first = String(decoding: literal.bytes.prefix(4), as: UTF8.self).first,
                "“„”‘’".contains(first)
            else { continue }
            return report(.curlyQuote(first, at: word.span))
        }
    }

    /// `SET a 1; SET b 2` is one command.
    private mutating func checkSemicolons(_ words: [Word]) {
        let suspect = words.dropLast().first { word in
            word.isBare && (word.literal?.count ?? 0) > 1 && word.literal?.last == 0x3b
        }
        if let suspect { report(.semicolonInWord(at: suspect.span).asWarning) }
    }

    mutating func resolve(_ word: Word) -> PlannedWord {
        switch word.content {
        case .reference(let reference):
            return resolve(reference, in: word)
        case .text(let parts):
            checkForNames(in: parts)
            let pieces = resolve(parts)
            for case .hole(let hole) in pieces where hole.queues {
                report(.queueingCall(at: hole.span, name: "x"))
            }
            guard let literal = word.literal else { return .text(pieces, word.span) }
            return .literal(literal)
        }
    }

    private mutating func resolve(_ reference: Reference, in word: Word) -> PlannedWord {
        guard isInScope(reference.name.name) else {
            report(
                unknownName(Identifier(name: reference.name.name, span: word.span))
                    .help("for the text itself use single quotes")
            )
            return .literal([])
        }
        let value = resolveExpression(reference.value)
        return reference.isSpread ? .spread(value) : .value(value)
    }

    /// `user:$id` would send a dollar sign where a value was meant.
    mutating func checkForNames(in parts: [WordPart]) {
        for case .literal(let literal) in parts {
            for name in literal.dollarNames where isInScope(name.name.name) {
                report(.nameInText(name))
            }
        }
    }

    // MARK: The command table

    private mutating func checkAgainstTable(_ command: CommandStatement) {
        guard let name = command.words.first?.literal else { return }
        guard !name.contains(UInt8(ascii: ".")) else { return checkDottedName(name, command) }
        let literals = command.words.prefix(2).map { $0.literal ?? [] }
        switch CommandTable.lookup(literals) {
        case .command(let entry): checkArity(command, entry)
        case .missingSubcommand(let container): report(.missingSubcommand(command, container))
        case .unknownSubcommand(let container):
            if command.words[1].literal != nil {
                report(unknownSubcommand(command, container))
            }
        case .unknownCommand: report(unknownCommand(command))
        }
    }

    private mutating func checkArity(_ command: CommandStatement, _ entry: Command) {
        let count = command.words.count
        let spreads = command.words.contains { word in
            if case .reference(let reference) = word.content { reference.isSpread } else { false }
        }
        if !spreads, !entry.arity.allows(wordCount: count) {
            report(.wrongArity(command, entry))
        }
    }

    /// Commands of modules have a dot; but `user.name` is a value, not a command.
    private mutating func checkDottedName(_ name: [UInt8], _ command: CommandStatement) {
        let text = String(decoding: name, as: UTF8.self)
        let head = String(text.prefix { $0 != "." })
        if isInScope(head) || declarations.functions[head] != nil {
            report(.fieldAsCommand(text, at: command.words[0].span))
        }
    }

    private func unknownCommand(_ command: CommandStatement) -> Diagnostic {
        let word = command.words[0]
        let name = String(decoding: word.literal ?? [], as: UTF8.self)
        let diagnostic = Diagnostic(
            "E0105",
            "unknown command `\(name.shortened(to: 80))`",
            at: word.span
        )
        guard findsSuggestions else { return diagnostic }
        if let form = assignmentForm(of: command, name) { return diagnostic.help(form) }
        let head = String(name.prefix { $0 != "[" })
        if isInScope(head), let bindingName, command.words.count > 1 {
            let text = command.text
            return diagnostic.help(
                "`\(head)` is a value: `let \(bindingName) = \(text)` if it is known now, "
                    + "`let \(bindingName) <- (\(text))` if it is deferred"
            )
        }
        if isInScope(head) {
            let value = command.words.count == 1 ? name : name + " …"
            return diagnostic.help(
                "`\(name)` is a value: `print \(value)` shows it, `let x <- (\(value))` binds it"
            )
        }
        if declarations.functions[name] != nil || LibraryFunction(rawValue: name) != nil {
            return diagnostic.help("a call has its parentheses right behind: `\(name)(…)`")
        }
        if ["true", "false", "null"].contains(name) {
            return diagnostic.help("a value that is known now is bound by `=`: `let x = \(name)`")
        }
        if let assignment = assignmentHelp(for: name) { return diagnostic.help(assignment) }
        if name.hasPrefix("//") || name.hasPrefix("--") {
            return diagnostic.help("a comment starts with `#`")
        }
        if name.hasPrefix("\\") {
            return diagnostic.help(
                "`\\` starts a command of the interactive mode: `redpipe repl < FILE` and `\\i FILE` "
                    + "read such lines"
            )
        }
        if command.words.count > 1, command.words[1].literal == [UInt8(ascii: "=")] {
            return diagnostic.help("to bind a name write `let \(name) = …`")
        }
        return diagnostic.help(suggestion(for: name))
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

    private func unknownSubcommand(
        _ command: CommandStatement,
        _ container: Command
    ) -> Diagnostic {
        let name = String(decoding: command.words[1].literal ?? [], as: UTF8.self)
        let diagnostic = Diagnostic(
            "E0105",
            "`\(container.displayName)` has no subcommand `\(name)`",
            at: command.words[1].span
        )
        let nearest = Suggestion.nearest(to: name.lowercased(), in: container.subcommandNames)
        return diagnostic.help(
            nearest.map { "did you mean `\(container.displayName) \($0.uppercased())`?" }
        )
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

extension PlannedReplyShape {
    /// Of most commands the name tells all; of a few the options count.
    fileprivate init(of command: CommandStatement) {
        let words = command.words.map(\.literal)
        let known = words.prefix { $0 != nil }.compactMap(\.self)
        guard known.count < words.count else {
            self = .fixed(CommandTable.replyShape(for: known))
            return
        }
        guard let command = CommandTable.command(for: known), !command.replyShapeDependsOnWords
        else {
            self = .ofWords
            return
        }
        self = .fixed(command.replyShape(in: known))
    }
}

extension Diagnostic {
    fileprivate static func nameInText(_ name: DollarName) -> Diagnostic {
        let text = name.expression
        return Diagnostic("E0110", "`\(name.spelling)` is not replaced here", at: name.name.span)
            .help("for the value write `\\(\(text))`; for the text itself use single quotes")
    }

    fileprivate static func curlyQuote(_ quote: Character, at span: SourceSpan) -> Diagnostic {
        let straight = "‘’".contains(quote) ? "'" : "\""
        return Diagnostic("E0101", "`\(quote)` does not quote a word", at: span)
            .help("quotes are straight: `\(straight)…\(straight)`; to send it, quote the word")
    }

    fileprivate static func semicolonInWord(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0112", "`;` at the end of a word is sent with it", at: span)
            .help("put each command on a line of its own; if it is meant, quote it: `'%text'`")
    }

    fileprivate static func wrongArity(
        _ command: CommandStatement,
        _ entry: Command
    ) -> Diagnostic {
        let given = command.words.count - (entry.name.contains("|") ? 2 : 1)
        return Diagnostic(
            "E0106",
            "`\(entry.displayName)` takes \(entry.arityDescription), found \(given)",
            at: command.span
        )
    }

    fileprivate static func missingSubcommand(
        _ command: CommandStatement,
        _ container: Command
    ) -> Diagnostic {
        Diagnostic(
            "E0106",
            "`\(container.displayName)` needs a subcommand",
            at: command.words[0].span
        ).help(
            "one of \(container.subcommandNames.map { "`\($0.uppercased())`" }.joined(separator: ", "))"
        )
    }

    fileprivate static func fieldAsCommand(_ text: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0105", "`\(text)` is a value, not a command", at: span)
            .help("write `print \(text)` or `(\(text))`; a call has parentheses: `\(text)()`")
    }
}
