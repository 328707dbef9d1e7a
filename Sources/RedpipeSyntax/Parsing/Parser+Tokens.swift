extension Parser {
    /// The next token, left where it is.
    mutating func peek() throws(Diagnostic) -> Token {
        let start = lexer.offset
        defer { lexer.rewind(to: start) }
        return try lexer.nextToken(acrossLines: bracketDepth > 0)
    }

    @discardableResult
    mutating func next() throws(Diagnostic) -> Token {
        try lexer.nextToken(acrossLines: bracketDepth > 0)
    }

    mutating func accept(_ symbol: Symbol) throws(Diagnostic) -> Bool {
        guard try peek().kind == .symbol(symbol) else { return false }
        try next()
        return true
    }

    mutating func accept(word: String) throws(Diagnostic) -> Bool {
        guard try peek().kind == .name(word) else { return false }
        try next()
        return true
    }

    @discardableResult
    mutating func expect(_ symbol: Symbol) throws(Diagnostic) -> SourceSpan {
        let token = try peek()
        guard token.kind == .symbol(symbol) else {
            let diagnostic = Diagnostic.unexpected(token, symbol.rawValue)
            guard symbol.closesBracket else { throw diagnostic }
            let isOnLaterLine = openBrackets.last.map { startsLater(token, than: $0) } ?? false
            throw diagnostic.mark(openBrackets.last, "opened here")
                .help(isOnLaterLine ? nil : hintHere())
        }
        try next()
        return token.span
    }

    /// Whether a token stands on a later line.
    private func startsLater(_ token: Token, than span: SourceSpan) -> Bool {
        lexer.bytes[span.start..<max(span.start, token.span.start)].contains(0x0a)
    }

    mutating func expect(word: String) throws(Diagnostic) {
        let token = try peek()
        guard token.kind == .name(word) else { throw .unexpected(token, word) }
        try next()
    }

    mutating func expectNameToken(_ what: String) throws(Diagnostic) -> Identifier {
        let token = try peek()
        guard case .name(let name) = token.kind else {
            let diagnostic = Diagnostic.expected(what, at: token.span)
            throw token.kind == .endOfText ? diagnostic.askingForMoreInput : diagnostic
        }
        try next()
        return Identifier(name: name, span: token.span)
    }

    /// Runs a parse inside brackets, where line breaks are blanks.
    mutating func inBrackets<Tree>(
        _ body: (inout Parser) throws(Diagnostic) -> Tree
    ) throws(Diagnostic) -> Tree {
        try nested(at: lexer.spanHere) { (parser) throws(Diagnostic) in
            let end = parser.lexer.offset
            parser.openBrackets.append(
                SourceSpan(source: parser.lexer.source.id, range: max(0, end - 1)..<end)
            )
            parser.bracketDepth += 1
            defer {
                parser.bracketDepth -= 1
                parser.openBrackets.removeLast()
            }
            return try body(&parser)
        }
    }

    // `[item {"," item} [","]] closing`
    mutating func parseList<Item>(
        until closing: Symbol,
        _ parseItem: (inout Parser) throws(Diagnostic) -> Item
    ) throws(Diagnostic) -> [Item] {
        var items: [Item] = []
        while try !accept(closing) {
            items.append(try parseItem(&self))
            if try !accept(.comma) {
                try expect(closing)
                break
            }
        }
        return items
    }
}

extension Symbol {
    fileprivate var closesBracket: Bool {
        self == .rightParenthesis || self == .rightBracket || self == .rightBrace
    }
}

extension Diagnostic {
    static func unexpected(_ token: Token, _ wanted: String) -> Diagnostic {
        switch token.kind {
        case .endOfText:
            Diagnostic("E0101", "expected `\(wanted)` before the end of the text", at: token.span)
                .askingForMoreInput
        case .endOfLine:
            Diagnostic("E0101", "expected `\(wanted)` before the end of the line", at: token.span)
        default:
            Diagnostic("E0101", "expected `\(wanted)`", at: token.span)
        }
    }
}
