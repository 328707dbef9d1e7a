import RedpipeCommands
import RedpipeSyntax

extension Resolver {
    mutating func resolve(_ command: CommandStatement, on connection: String?) -> PlannedCommand {
        let words = command.words.map { resolve($0) }
        checkQuotes(command.words)
        checkSemicolons(command.words)
        checkParentheses(command.words)
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
        let suspect = words.dropFirst().first { word in
            word.isBare && (word.literal?.count ?? 0) > 1 && word.literal?.last == 0x3b
        }
        if let suspect { report(.semicolonInWord(at: suspect.span).asWarning) }
    }

    /// `SET k (n)` sends the text `(n)`.
    private mutating func checkParentheses(_ words: [Word]) {
        for word in words.dropFirst() where word.isBare {
            guard let literal = word.literal, literal.count > 2, literal.first == UInt8(ascii: "("),
                literal.last == UInt8(ascii: ")")
            else { continue }
            let name = String(decoding: literal.dropFirst().dropLast(), as: UTF8.self)
            if isInScope(name) { report(.nameInParentheses(name, at: word.span).asWarning) }
        }
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
                    .replacingHelp("for the text itself use single quotes")
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
        guard !name.contains(UInt8(ascii: ".")) || name.last == UInt8(ascii: ">") else {
            return checkDottedName(name, command)
        }
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
            report(.fieldAsCommand(command, text))
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
            .help(
                "a line needs no `;` at its end, and each command a line; if it is meant, quote it"
            )
    }

    fileprivate static func nameInParentheses(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0110", "`(\(name))` is sent as it stands", at: span)
            .help("for the value write `$\(name)`; for the text itself use quotes")
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

    fileprivate static func fieldAsCommand(
        _ command: CommandStatement,
        _ text: String
    ) -> Diagnostic {
        let span = command.words[0].span
        let diagnostic = Diagnostic("E0105", "`\(text)` is a value, not a command", at: span)
        let parts = text.split(separator: ".").map(String.init)
        if parts.count == 2, command.words.dropFirst().first?.literal == [UInt8(ascii: "=")] {
            let form = "`\(parts[0]).save(\(parts[1]): …)`"
            return diagnostic.help("a field is not assigned; a record saves it by \(form)")
        }
        return diagnostic.help(
            "write `print \(text)` or `(\(text))`; a call has parentheses: `\(text)()`"
        )
    }
}
