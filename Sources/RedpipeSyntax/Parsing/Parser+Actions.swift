extension Parser {
    // `action = call | "@" NAME (command | call) | pipeline | transaction | "cmd" command | command`
    mutating func parseAction() throws(Diagnostic) -> Action {
        let start = lexer.offset
        if lexer.byte == UInt8(ascii: "@") { return .routed(try parseRoutedAction()) }
        if acceptWord("pipeline") { return .pipeline(try parsePipeline(from: start)) }
        if acceptWord("transaction") { return .transaction(try parseTransaction(from: start)) }
        return try parseCommandOrCall()
    }

    // `"@" NAME (command | call)`
    private mutating func parseRoutedAction() throws(Diagnostic) -> RoutedAction {
        let start = lexer.offset
        lexer.advance()
        guard let name = lexer.acceptName() else {
            throw .expected("the name of a connection right behind `@`", at: lexer.spanHere)
        }
        lexer.skipBlanks()
        let action = try parseCommandOrCall()
        return RoutedAction(connection: name, action: action, span: lexer.span(from: start))
    }

    private mutating func parseCommandOrCall() throws(Diagnostic) -> Action {
        if isAtCall { return .call(try parsePostfix()) }
        return .command(try parseCommand())
    }

    /// A word that is exactly this, and no name or command.
    private mutating func acceptWord(_ word: String) -> Bool {
        let start = lexer.offset
        if let name = lexer.acceptName(), name.name == word { return true }
        lexer.rewind(to: start)
        return false
    }

    /// A name followed without blanks by a chain of `.name`, `[…]`, `(…)` that holds a `(`.
    var isAtCall: Bool {
        var ahead = lexer
        guard ahead.acceptName() != nil else { return false }
        while true {
            switch ahead.byte {
            case UInt8(ascii: "("): return true
            case UInt8(ascii: "."):
                ahead.advance()
                guard ahead.acceptName() != nil else { return false }
            case UInt8(ascii: "["):
                guard ahead.skipBrackets() else { return false }
            default: return false
            }
        }
    }

    // MARK: Sources

    // `source = ["try"] (action | for | then | expr)`
    mutating func parseSource() throws(Diagnostic) -> Source {
        lexer.skipBlanks()
        let start = lexer.offset
        var tryWord: SourceSpan?
        if acceptWord("try") {
            tryWord = lexer.span(from: start)
            lexer.skipBlanks()
        }
        let body = try parseSourceBody()
        return Source(tryWord: tryWord, body: body, span: lexer.span(from: start))
    }

    private mutating func parseSourceBody() throws(Diagnostic) -> Source.Body {
        let start = lexer.offset
        if isAtEndOfStatement() {
            throw .expected("a command, a call or an expression", at: lexer.spanHere)
        }
        if startsExpression { return .expression(try parseExpression()) }
        if acceptWord("for") { return .forLoop(try parseFor(from: start)) }
        if acceptWord("then") { return .then(try parseThen(from: start)) }
        if isAtCall {
            let call = try parsePostfix()
            if isAtEndOfStatement() { return .action(.call(call)) }
            lexer.rewind(to: start)
            return .expression(try parseExpression())
        }
        return .action(try parseAction())
    }

    private var startsExpression: Bool {
        guard let byte = lexer.byte else { return false }
        return Lexer.isDigit(byte) || "([{\"'-".utf8.contains(byte)
    }
}

extension Lexer {
    /// Skips `.field` or a balanced `[…]`.
    mutating func skipAccess() -> Bool {
        let start = offset
        if byte == UInt8(ascii: ".") {
            advance()
            if acceptName() != nil { return true }
        } else if byte == UInt8(ascii: "["), skipBrackets() {
            return true
        }
        rewind(to: start)
        return false
    }

    /// Skips a balanced `[…]` on this line; `false` if it is not closed there.
    mutating func skipBrackets() -> Bool {
        var depth = 0
        var quote: UInt8?
        while !isAtEndOfLine, let next = byte {
            advance()
            switch (quote, next) {
            case (let open?, _):
                if next == UInt8(ascii: "\\") { advance() }
                if next == open { quote = nil }
            case (nil, UInt8(ascii: "\"")), (nil, UInt8(ascii: "'")): quote = next
            case (nil, UInt8(ascii: "[")): depth += 1
            case (nil, UInt8(ascii: "]")):
                depth -= 1
                if depth == 0 { return true }
            default: break
            }
        }
        return false
    }
}
