extension Parser {
    // `command = ["cmd"] WORD {WORD}`
    mutating func parseCommand() throws(Diagnostic) -> CommandStatement {
        let start = lexer.offset
        let isVerbatim = acceptVerbatimKeyword()
        var words: [Word] = []
        while let word = try parseWordIfPresent() {
            if let diagnostic = misplaced(word, after: words) { throw diagnostic }
            words.append(word)
        }
        let span = SourceSpan(
            source: lexer.source.id,
            range: start..<(words.last?.span.end ?? lexer.offset)
        )
        if let last = words.last, last.isBare, last.literal == [UInt8(ascii: "}")] {
            braceArgument = last.span
        }
        guard let first = words.first else { throw .expected("a command", at: lexer.spanHere) }
        if !isVerbatim { try checkName(first, of: words) }
        let command = CommandStatement(words: words, isVerbatim: isVerbatim, span: span)
        if let last = words.last, last.isBare, last.literal == [UInt8(ascii: "{")] {
            commandsBeforeBraces.append(command)
        }
        return command
    }

    private mutating func acceptVerbatimKeyword() -> Bool {
        let start = lexer.offset
        if let name = lexer.acceptName(), name.name == "cmd", lexer.isAtBlank { return true }
        lexer.rewind(to: start)
        return false
    }

    /// Words that are ordinary bytes to Redis and a mistake in a script.
    private func misplaced(_ word: Word, after words: [Word]) -> Diagnostic? {
        guard word.isBare, let text = word.literal else { return nil }
        switch text {
        case [UInt8(ascii: "#")]: return isPattern(after: words) ? nil : .comment(at: word.span)
        case [UInt8(ascii: ";")]: return .semicolon(at: word.span)
        case [UInt8(ascii: "{")] where isInline: return .braceInOneLine(at: word.span)
        default: return nil
        }
    }

    /// `SORT key GET #` asks for the element itself.
    private func isPattern(after words: [Word]) -> Bool {
        guard let first = words.first?.literal, let last = words.last?.literal else { return false }
        let name = String(decoding: first, as: UTF8.self).uppercased()
        let option = String(decoding: last, as: UTF8.self).uppercased()
        return (name == "SORT" || name == "SORT_RO") && option == "GET"
    }

    private func checkName(_ first: Word, of words: [Word]) throws(Diagnostic) {
        guard let name = first.literal else { throw .computedName(at: first.span) }
        let keyword = Keyword(rawValue: String(decoding: name, as: UTF8.self))
        if first.isBare, let keyword { throw .keywordAsCommand(keyword, at: first.span) }
        let digits = name.first == 0x2b || name.first == 0x2d ? name.dropFirst() : name[...]
        if words.count > 1, first.isBare, !digits.isEmpty, digits.allSatisfy(Lexer.isDigit) {
            let command = lexer.bytes[words[1].span.start..<(words.last ?? first).span.end]
            throw .repeatPrefix(
                String(decoding: digits, as: UTF8.self),
                String(decoding: command, as: UTF8.self),
                at: first.span
            )
        }
    }
}

extension Diagnostic {
    fileprivate static func comment(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0108", "`#` starts no comment behind a command", at: span)
            .help("put the comment on a line of its own; to send the character write `'#'`")
    }

    fileprivate static func semicolon(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0112", "`;` does not separate commands", at: span)
            .help("put each command on a line of its own; to send the character write `';'`")
    }

    fileprivate static func braceInOneLine(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0112", "a bare `{` cannot stand in a block on one line", at: span)
            .help("to send the character write `'{'`; to open a block use several lines")
    }

    fileprivate static func keywordAsCommand(
        _ keyword: Keyword,
        at span: SourceSpan
    ) -> Diagnostic {
        let name = keyword.rawValue
        switch keyword {
        case .if, .while:
            return Diagnostic("E0114", "`\(name)` is a statement and has no value", at: span)
                .help("a value that depends: `let x = a if c else b`; else bind it in each branch")
        case .cmd: return .expected("the words of a command behind `cmd`", at: span.behind)
        case .pipeline, .transaction:
            return Diagnostic("E0114", "a block cannot stand behind `@name`", at: span)
                .help("the block says where it runs: `\(name) on name {`")
        default:
            return Diagnostic("E0114", "the statement `\(name)` cannot stand here", at: span)
                .help("here stands a command, a call or an expression in parentheses")
        }
    }

    fileprivate static func computedName(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0105", "the name of a command must stand here as text", at: span)
            .help("for a value write `(x)`; `cmd` sends a computed name")
    }

    fileprivate static func repeatPrefix(
        _ count: String,
        _ command: String,
        at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic("E0111", "a script has no repeat prefix", at: span)
            .help("`for i in 0..<\(count) { \(command) }`")
    }
}
