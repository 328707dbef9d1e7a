extension Parser {
    // `statement = keyword … | "@" NAME … | call | NAME "=" expr | command`
    mutating func parseStatement() throws(Diagnostic) -> Statement {
        let start = lexer.offset
        if let keyword = acceptKeyword() {
            return try parseStatement(keyword, from: start)
        }
        if let assignment = try parseAssignmentIfPresent() { return .assignment(assignment) }
        return .action(ActionStatement(tryWord: nil, action: try parseAction()))
    }

    /// A keyword as the first word; it ends at the first character that no name may hold.
    private mutating func acceptKeyword() -> Keyword? {
        let start = lexer.offset
        guard let name = lexer.acceptName(), let keyword = Keyword(rawValue: name.name) else {
            lexer.rewind(to: start)
            return nil
        }
        return keyword
    }

    private mutating func parseStatement(
        _ keyword: Keyword,
        from start: Int
    ) throws(Diagnostic) -> Statement {
        let word = lexer.span(from: start)
        switch keyword {
        case .connect: return .connect(try parseConnect(from: start))
        case .def: return .function(try parseFunction(from: start))
        case .param: return .parameter(try parseParameter(from: start))
        case .include: return .include(try parseInclude(from: start))
        case .let: return .binding(try parseBinding(from: start))
        case .then: return .then(try parseThen(from: start))
        case .if: return .conditional(try parseIf(from: start))
        case .for: return .forLoop(try parseFor(from: start))
        case .while: return .whileLoop(try parseWhile(from: start))
        case .break: return .breakLoop(word)
        case .continue: return .continueLoop(word)
        case .sleep: return .sleep(try parseSleep(from: start))
        case .return: return .returnValue(try parseReturn(from: start))
        case .print: return .print(try parsePrint(from: start))
        case .expect: return .expect(try parseExpect(from: start))
        case .fail: return .fail(try parseFail(from: start))
        case .exit: return .exit(try parseExit(from: start))
        case .quiet: return .quiet(word)
        case .try:
            lexer.skipBlanks()
            return .action(ActionStatement(tryWord: word, action: try parseAction()))
        case .pipeline, .transaction, .cmd:
            lexer.rewind(to: start)
            return .action(ActionStatement(tryWord: nil, action: try parseAction()))
        case .elif, .else: throw .branchWithoutIf(keyword, at: word)
        case .keyspace: return .keyspace(try parseKeyspace(from: start))
        case .model: return .model(try parseModel(from: start))
        case .read: return .read(try parseRead(from: start))
        }
    }

    // `connect = "connect" [NAME] URL {option}`
    private mutating func parseConnect(from start: Int) throws(Diagnostic) -> ConnectStatement {
        var words: [RawWord] = []
        while !isAtEndOfStatement(), let word = lexer.acceptRawWord() { words.append(word) }
        let span = lexer.span(from: start)
        guard let first = words.first else { throw .expected("a URL", at: span.behind) }
        let second = words.dropFirst().first?.text ?? ""
        if second == "="
            || second.contains("://") && !first.text.utf8.allSatisfy(Lexer.continuesName)
        {
            throw .invalidConnectionName(first)
        }
        if first.text.contains(":") || first.text.hasPrefix("$") {
            return ConnectStatement(
                name: nil,
                url: first,
                options: Array(words.dropFirst()),
                span: span
            )
        }
        guard first.text.utf8.allSatisfy(Lexer.continuesName) else {
            throw .invalidConnectionName(first)
        }
        guard words.count > 1 else { throw .expected("a URL", at: first.span.behind) }
        return ConnectStatement(
            name: Identifier(name: first.text, span: first.span),
            url: words[1],
            options: Array(words.dropFirst(2)),
            span: span
        )
    }

    // `def = "def" NAME "(" [parameter {"," parameter}] ")" block`
    private mutating func parseFunction(from start: Int) throws(Diagnostic) -> FunctionStatement {
        let name = try expectNewName("the name of the function")
        try expect(.leftParenthesis)
        let parameters = try inBrackets {
            (parser) throws(Diagnostic) -> [FunctionStatement.Parameter] in
            try parser.parseList(until: .rightParenthesis) { (parser) throws(Diagnostic) in
                try parser.parseFunctionParameter()
            }
        }
        let span = lexer.span(from: start)
        return FunctionStatement(
            name: name,
            parameters: parameters,
            body: try parseBlock(),
            span: span
        )
    }

    private mutating func parseFunctionParameter() throws(Diagnostic) -> FunctionStatement.Parameter
    {
        let name = try expectNameToken("the name of a parameter")
        try refuseReserved(name)
        let defaultValue = try accept(.assign) ? parseExpression() : nil
        return FunctionStatement.Parameter(name: name, defaultValue: defaultValue)
    }

    // `param = "param" NAME ("..." | ["=" expr])`
    private mutating func parseParameter(from start: Int) throws(Diagnostic) -> ParameterStatement {
        let name = try expectNewName("the name of the parameter")
        let isRest = try accept(.closedRange)
        let defaultValue = try parseDefault(unless: isRest)
        return ParameterStatement(
            name: name,
            defaultValue: defaultValue,
            isRest: isRest,
            span: lexer.span(from: start)
        )
    }

    private mutating func parseDefault(unless isRest: Bool) throws(Diagnostic) -> Expression? {
        guard !isRest, try accept(.assign) else { return nil }
        return try parseExpression()
    }

    // `include = "include" STRING`
    private mutating func parseInclude(from start: Int) throws(Diagnostic) -> IncludeStatement {
        let path = try parseExpression()
        guard case .string(let parts) = path.kind,
            let bytes = Word(content: .text(parts), isBare: false, span: path.span).literal
        else { throw .expected("a path in quotes, without holes", at: path.span) }
        return IncludeStatement(path: bytes, pathSpan: path.span, span: lexer.span(from: start))
    }

    // `binding = "let" NAME ("=" expr | "<-" source)`
    private mutating func parseBinding(from start: Int) throws(Diagnostic) -> BindingStatement {
        let name = try expectNewName("a name")
        if try accept(.arrow) {
            let source = try parseSource()
            return BindingStatement(
                name: name,
                value: .deferred(source),
                span: lexer.span(from: start)
            )
        }
        guard try accept(.assign) else {
            throw .expected("`=` (known now) or `<-` (a reply)", at: lexer.spanHere)
        }
        try refuseStatement(boundTo: name)
        boundName = name.name
        defer { boundName = nil }
        let value = try parseExpression()
        return BindingStatement(name: name, value: .known(value), span: lexer.span(from: start))
    }

    /// `let x = for …`, where `<-` was meant.
    private func refuseStatement(boundTo name: Identifier) throws(Diagnostic) {
        var ahead = lexer
        ahead.skipBlanks()
        guard let word = ahead.acceptName(), !ahead.isAtEndOfLine,
            ["for", "then", "pipeline", "transaction", "try"].contains(word.name)
        else { return }
        throw Diagnostic("E0101", "`=` binds an expression, not `\(word.name)`", at: word.span)
            .help("`<-` binds what a statement gives: `let \(name.name) <- \(word.name) …`")
    }

    /// `NAME "=" expr`, if the second word is exactly `=`; kept with its reading as a command.
    private mutating func parseAssignmentIfPresent() throws(Diagnostic) -> AssignmentStatement? {
        let start = lexer.offset
        guard let name = lexer.acceptName(), lexer.isAtBlank else {
            lexer.rewind(to: start)
            return nil
        }
        lexer.skipBlanks()
        let isAssignment =
            lexer.byte == UInt8(ascii: "=")
            && (lexer.byte(ahead: 1).map { Lexer.isBlank($0) } ?? true)
        lexer.rewind(to: start)
        guard isAssignment else { return nil }
        let command = attempt { (parser) throws(Diagnostic) in try parser.parseCommand() }
        let commandEnd = lexer.offset
        lexer.rewind(to: name.span.end)
        let value = attempt { (parser) throws(Diagnostic) in
            _ = try parser.accept(.assign)
            let value = try parser.parseExpression()
            try parser.expectEndOfLine()
            return value
        }
        if case .failure = value { lexer.rewind(to: commandEnd) }
        return AssignmentStatement(
            name: name,
            value: value,
            command: command,
            span: lexer.span(from: start)
        )
    }

    private mutating func attempt<Tree>(
        _ body: (inout Parser) throws(Diagnostic) -> Tree
    ) -> Result<Tree, Diagnostic> {
        do throws(Diagnostic) {
            return .success(try body(&self))
        } catch {
            bracketDepth = 0
            return .failure(error)
        }
    }

    // `then = "then" block`
    mutating func parseThen(from start: Int) throws(Diagnostic) -> ThenStatement {
        let span = lexer.span(from: start)
        return ThenStatement(body: try parseBlock(), span: span)
    }

    // `sleep = "sleep" DURATION`
    private mutating func parseSleep(from start: Int) throws(Diagnostic) -> SleepStatement {
        lexer.skipBlanks()
        guard let word = lexer.acceptRawWord() else {
            throw .expected("a duration such as `500ms`", at: lexer.spanHere)
        }
        return SleepStatement(duration: try Self.duration(of: word), span: lexer.span(from: start))
    }

    // `return = "return" [expr]`
    private mutating func parseReturn(from start: Int) throws(Diagnostic) -> ReturnStatement {
        let value = try isAtEndOfStatement() ? nil : parseExpression()
        return ReturnStatement(value: value, span: lexer.span(from: start))
    }

    // `print = "print" [expr {"," expr}]`
    private mutating func parsePrint(from start: Int) throws(Diagnostic) -> PrintStatement {
        isPrinting = true
        var values: [Expression] = []
        if !isAtEndOfStatement() {
            let isBracketed = lexer.byte == UInt8(ascii: "(")
            do throws(Diagnostic) {
                repeat { values.append(try parseExpression()) } while try accept(.comma)
            } catch {
                let isList = isBracketed && error.id == "E0101" && isComma(at: error.span)
                throw isList ? error.help("`print` has no parentheses: `print a, b`") : error
            }
        }
        return PrintStatement(values: values, span: lexer.span(from: start))
    }

    private func isComma(at span: SourceSpan) -> Bool {
        lexer.bytes.indices.contains(span.start) && lexer.bytes[span.start] == UInt8(ascii: ",")
    }

    // `expect = "expect" expr ["," expr]`
    private mutating func parseExpect(from start: Int) throws(Diagnostic) -> ExpectStatement {
        let condition = try parseExpression()
        let message = try accept(.comma) ? parseExpression() : nil
        return ExpectStatement(
            condition: condition,
            message: message,
            span: lexer.span(from: start)
        )
    }

    // `fail = "fail" expr`
    private mutating func parseFail(from start: Int) throws(Diagnostic) -> FailStatement {
        FailStatement(message: try parseExpression(), span: lexer.span(from: start))
    }

    // `exit = "exit" [expr]`
    private mutating func parseExit(from start: Int) throws(Diagnostic) -> ExitStatement {
        let code = try isAtEndOfStatement() ? nil : parseExpression()
        return ExitStatement(code: code, span: lexer.span(from: start))
    }
}

extension Diagnostic {
    fileprivate static func branchWithoutIf(
        _ keyword: Keyword,
        at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic("E0115", "`\(keyword.rawValue)` stands on a line of its own", at: span)
            .help("write it on the line of the `}` before it: `} \(keyword.rawValue) … {`")
    }

    fileprivate static func invalidConnectionName(_ word: RawWord) -> Diagnostic {
        Diagnostic("E0101", "expected the name of a connection or a URL", at: word.span)
            .help("a name and a URL, with blanks between: `connect users redis://localhost:6379`")
    }
}
