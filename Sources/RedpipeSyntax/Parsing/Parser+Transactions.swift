extension Parser {
    // `transaction = "transaction" {option} ["watch" word {word}] block`
    mutating func parseTransaction(from start: Int) throws(Diagnostic) -> TransactionStatement {
        let options = try parseBlockOptions(of: "transaction")
        let watched = try parseWatchedKeys()
        let header = lexer.span(from: start)
        let span = SourceSpan(
            source: header.source,
            range: start..<lexer.endOfText(before: header.end)
        )
        return TransactionStatement(
            options: options,
            watched: watched,
            body: try parseBlock(),
            span: span
        )
    }

    /// The words behind `watch`, split as those of a command, up to the brace.
    private mutating func parseWatchedKeys() throws(Diagnostic) -> [Word]? {
        let start = lexer.offset
        guard let word = lexer.acceptName(), word.name == "watch" else {
            lexer.rewind(to: start)
            return nil
        }
        var keys: [Word] = []
        lexer.skipBlanks()
        while !isAtOpeningBrace, let key = try parseWordIfPresent() {
            keys.append(key)
            lexer.skipBlanks()
        }
        guard !keys.isEmpty else { throw .expected("the keys to watch", at: lexer.spanHere) }
        return keys
    }

    // `read = "read" block`
    mutating func parseRead(from start: Int) throws(Diagnostic) -> ReadStatement {
        let span = lexer.span(from: start)
        return ReadStatement(body: try parseBlock(), span: span)
    }
}
