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
        while !isAtOpeningBrace {
            guard let key = try parseWordIfPresent() else { break }
            try checkNoOption(key)
            keys.append(key)
            lexer.skipBlanks()
        }
        guard !keys.isEmpty else { throw .expected("the keys to watch", at: lexer.spanHere) }
        return keys
    }

    private func checkNoOption(_ key: Word) throws(Diagnostic) {
        guard key.isBare, let bytes = key.literal else { return }
        let text = String(decoding: bytes, as: UTF8.self)
        guard Self.blockOptions.contains(where: text.hasPrefix) else { return }
        throw Diagnostic("E0103", "`\(text)` would be a key to watch", at: key.span)
            .help("options stand before `watch`; a key that is called so stands in quotes")
    }

    private static let blockOptions = ["timeout=", "batch=", "retry="]

    // `read = "read" block`
    mutating func parseRead(from start: Int) throws(Diagnostic) -> ReadStatement {
        let span = lexer.span(from: start)
        return ReadStatement(body: try parseBlock(), span: span)
    }
}
