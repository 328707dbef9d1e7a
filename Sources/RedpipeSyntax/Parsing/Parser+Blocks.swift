extension Parser {
    // `block = "{" EOL {line EOL} "}" | "{" simple-statement "}"`
    mutating func parseBlock() throws(Diagnostic) -> Block {
        lexer.skipBlanks()
        guard isAtOpeningBrace else {
            throw .missingBrace(at: restOfLineOrHere(), hintHere())
        }
        let start = lexer.offset
        lexer.advance()
        let opening = lexer.span(from: start)
        guard !isInline else { throw .blockInOneLine(at: opening) }
        return try nested(at: opening) { (parser) throws(Diagnostic) in
            parser.isAtEndOfStatement()
                ? try parser.parseLines(opening: opening)
                : try parser.parseOneLine(opening: opening)
        }
    }

    private func restOfLineOrHere() -> SourceSpan {
        let rest = restOfLine()
        return rest.range.isEmpty ? lexer.spanHere : rest
    }

    private mutating func parseLines(opening: SourceSpan) throws(Diagnostic) -> Block {
        var statements: [Statement] = []
        while true {
            lexer.skipEmptyLines()
            if lexer.isAtEnd { throw .unclosedBlock(at: opening, braceArgument) }
            if isAtClosingBrace, owesBrace {
                owesBrace = false
                lexer.skipLine()
                continue
            }
            if isAtClosingBrace {
                let closing = acceptClosingBrace()
                return Block(statements: statements, opening: opening, closing: closing)
            }
            if let statement = parseLine() { statements.append(statement) }
            if diagnostics.count >= Self.maximumDiagnostics { throw .tooManyErrors(at: opening) }
        }
    }

    private mutating func parseOneLine(opening: SourceSpan) throws(Diagnostic) -> Block {
        isInline = true
        defer { isInline = false }
        let statement = try parseStatement()
        lexer.skipBlanks()
        guard isAtClosingBrace else {
            owesBrace = lexer.isAtEndOfLine
            throw .unclosedOneLine(opening, at: lexer.spanHere)
        }
        let closing = acceptClosingBrace()
        return Block(statements: [statement], opening: opening, closing: closing)
    }

    private mutating func acceptClosingBrace() -> SourceSpan {
        let start = lexer.offset
        lexer.advance()
        return lexer.span(from: start)
    }

    // `if = "if" expr block {"elif" expr block} ["else" block]`
    mutating func parseIf(from start: Int) throws(Diagnostic) -> IfStatement {
        var branches = [try parseBranch()]
        while acceptBranchKeyword(.elif) { branches.append(try parseBranch()) }
        let otherwise = try acceptBranchKeyword(.else) ? parseBlock() : nil
        return IfStatement(
            branches: branches,
            otherwise: otherwise,
            span: lexer.span(from: start)
        )
    }

    private mutating func parseBranch() throws(Diagnostic) -> IfStatement.Branch {
        IfStatement.Branch(condition: try parseExpression(), body: try parseBlock())
    }

    /// `elif` or `else` behind the closing brace, on its line.
    private mutating func acceptBranchKeyword(_ keyword: Keyword) -> Bool {
        let start = lexer.offset
        lexer.skipBlanks()
        if let name = lexer.acceptName(), name.name == keyword.rawValue { return true }
        lexer.rewind(to: start)
        return false
    }

    // `for = "for" NAME {"," NAME} "in" expr block`
    mutating func parseFor(from start: Int) throws(Diagnostic) -> ForStatement {
        let names = try parseLoopNames()
        let sequence = try parseExpression()
        let span = lexer.span(from: start)
        return ForStatement(
            names: names,
            sequence: sequence,
            body: try parseBlock(),
            span: span
        )
    }

    // `NAME {"," NAME} "in"`
    mutating func parseLoopNames() throws(Diagnostic) -> [Identifier] {
        var names: [Identifier] = []
        repeat {
            let name = try expectNameToken("a name")
            try refuseReserved(name)
            names.append(name)
        } while try accept(.comma)
        try expect(word: "in")
        return names
    }

    // `while = "while" expr block`
    mutating func parseWhile(from start: Int) throws(Diagnostic) -> WhileStatement {
        let condition = try parseExpression()
        let span = lexer.span(from: start)
        return WhileStatement(condition: condition, body: try parseBlock(), span: span)
    }

    // `pipeline = "pipeline" {option} block`
    mutating func parsePipeline(from start: Int) throws(Diagnostic) -> PipelineStatement {
        let options = try parseBlockOptions(of: "pipeline")
        let header = lexer.span(from: start)
        let span = SourceSpan(
            source: header.source,
            range: start..<lexer.endOfText(before: header.end)
        )
        return PipelineStatement(options: options, body: try parseBlock(), span: span)
    }

    // `option = "on" NAME | "timeout=" DURATION | "batch=" N | "retry=" N | "quiet"`, each once
    mutating func parseBlockOptions(of keyword: String) throws(Diagnostic) -> BlockOptions {
        var options = BlockOptions()
        var given: [String: SourceSpan] = [:]
        lexer.skipBlanks()
        while !isAtOpeningBrace, !lexer.isAtEndOfLine {
            let start = lexer.offset
            guard let word = lexer.acceptRawWord() else { break }
            if word.text == "watch", keyword == "transaction" {
                lexer.rewind(to: start)
                break
            }
            try parseBlockOption(word, of: keyword, into: &options)
            let name = String(word.text.prefix { $0 != "=" })
            if let first = given.updateValue(word.span, forKey: name) {
                throw .optionTwice(name, at: word.span, first)
            }
            lexer.skipBlanks()
        }
        return options
    }

    private mutating func parseBlockOption(
        _ word: RawWord,
        of keyword: String,
        into options: inout BlockOptions
    ) throws(Diagnostic) {
        switch word.text {
        case "on": options.connection = try expectName("the name of a connection")
        case "quiet": options.isQuiet = true
        case let text where text.hasPrefix("timeout="):
            let timeout = try Self.timeout(of: word.value(behind: "timeout="))
            options.timeout = BlockOptions.Option(value: timeout, span: word.span)
        case let text where text.hasPrefix("batch=") && keyword == "pipeline":
            let size = try Self.batchSize(of: word.value(behind: "batch="))
            options.batchSize = BlockOptions.Option(value: size, span: word.span)
        case let text where text.hasPrefix("retry=") && keyword == "transaction":
            options.retryCount = try Self.retryCount(of: word.value(behind: "retry="))
        default: throw .unknownOption(word, of: keyword)
        }
    }
}

extension Parser {
    private static func batchSize(of word: RawWord) throws(Diagnostic) -> Int {
        let isNumber = word.text.utf8.allSatisfy(Lexer.isDigit)
        guard isNumber, let size = Int(word.text), (1...10_000_000).contains(size) else {
            throw Diagnostic("E0101", "`\(word.text)` is no number of commands", at: word.span)
                .help("`batch=1000` sends after every 1000 commands; at most 10000000")
        }
        return size
    }
}

extension Parser {
    private static func retryCount(of word: RawWord) throws(Diagnostic) -> Int {
        guard word.text.utf8.allSatisfy(Lexer.isDigit), let count = Int(word.text),
            count <= 1_000_000
        else {
            throw Diagnostic("E0101", "`\(word.text)` is no number of tries", at: word.span)
                .help("`retry=3` runs a watching transaction up to 3 times more")
        }
        return count
    }

    private static func timeout(of word: RawWord) throws(Diagnostic) -> Duration {
        let timeout = try duration(of: word)
        guard timeout > .zero else {
            throw Diagnostic("E0104", "`\(word.text)` leaves no time for a reply", at: word.span)
                .help("a block without `timeout=` waits as long as its connection does")
        }
        return timeout
    }
}

extension RawWord {
    /// What stands behind `name=`.
    func value(behind name: String) -> RawWord {
        let start = span.start + name.utf8.count
        return RawWord(
            text: String(text.dropFirst(name.count)),
            span: SourceSpan(source: span.source, range: start..<span.end)
        )
    }
}

extension Diagnostic {
    fileprivate static func missingBrace(at span: SourceSpan, _ hint: String?) -> Diagnostic {
        Diagnostic("E0101", "expected `{`, which opens the block", at: span)
            .help(hint ?? "`{` is a word of its own, and the last one of the line")
    }

    fileprivate static func blockInOneLine(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0115", "a block on one line cannot hold another block", at: span)
            .help("put each `{` at the end of a line and each `}` on a line of its own")
    }

    fileprivate static func unclosedBlock(
        at span: SourceSpan,
        _ argument: SourceSpan?
    ) -> Diagnostic {
        let argument = argument.flatMap { $0.start > span.start ? $0 : nil }
        return Diagnostic("E0107", "this block is never closed", at: span)
            .mark(argument, "here `}` is an argument of the command")
            .help("it ends at a `}` on a line of its own").askingForMoreInput
    }

    fileprivate static func unclosedOneLine(
        _ opening: SourceSpan,
        at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic("E0115", "expected `}`: a block on one line holds one statement", at: span)
            .mark(opening, "the block opens here")
            .help("`HEADER { STATEMENT }`, or put the statements on lines of their own")
    }

    fileprivate static func tooManyErrors(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0101", "too many errors", at: span)
    }

    fileprivate static func unknownOption(_ word: RawWord, of keyword: String) -> Diagnostic {
        let options =
            keyword == "pipeline"
            ? "options are `on NAME`, `timeout=5s`, `batch=1000` and `quiet`"
            : "options are `on NAME`, `timeout=5s`, `retry=3`, `quiet` and `watch KEY`"
        return Diagnostic("E0101", "`\(word.text)` is no option of a \(keyword)", at: word.span)
            .help(options + "; `{` comes last on the line")
    }

    fileprivate static func optionTwice(
        _ name: String,
        at span: SourceSpan,
        _ first: SourceSpan
    ) -> Diagnostic {
        Diagnostic("E0101", "the option `\(name)` is given twice", at: span)
            .mark(first, "first given here")
    }
}
