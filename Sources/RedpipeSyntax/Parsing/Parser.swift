/// Turns a source text into a tree.
///
/// Three verbs with one promise each: `parseX` returns an X or throws what is wrong with it; `accept`
/// takes a thing if it is there; `expect` reports the user's mistake if it is not. Above each parse
/// method stands its production. A line that cannot be parsed is reported and left out, and parsing
/// goes on with the next one, so that one run finds all mistakes.
package struct Parser {
    /// More errors than this are noise.
    package static let maximumDiagnostics = 20
    /// Blocks and brackets within one another; more is an error, not a stack overflow.
    static let maximumDepth = 200

    var lexer: Lexer
    var diagnostics: [Diagnostic] = []
    /// Open blocks and brackets.
    var depth = 0
    /// Where the open brackets stand.
    var openBrackets: [SourceSpan] = []
    /// Open brackets: a line break inside them is a blank.
    var bracketDepth = 0
    /// The statement being parsed stands in `{ … }` on one line.
    var isInline = false
    /// Where `}` stood last as the last word of a command, which does not close a block.
    var braceArgument: SourceSpan?
    /// Commands whose last word is `{`, which opens no block there.
    var commandsBeforeBraces: [CommandStatement] = []
    /// The statement being parsed is a `print`.
    var isPrinting = false
    /// What `let … =` binds while its value is being parsed.
    var boundName: String?
    /// A block on one line was left open: the `}` that was meant to close it is no second mistake.
    var owesBrace = false

    init(_ source: SourceText) {
        lexer = Lexer(source)
    }

    /// Parses a whole text.
    ///
    /// - Returns: The tree of what could be parsed, and what could not, in the order of the text.
    package static func parse(_ source: SourceText) -> (script: Script, diagnostics: [Diagnostic]) {
        var parser = Parser(source)
        parser.lexer.skipByteOrderMark()
        if let offset = source.bytes.firstIndex(of: 0) {
            let span = SourceSpan(source: source.id, range: offset..<offset + 1)
            return (Script(source: source.id, statements: []), [.nulByte(at: span)])
        }
        let statements = parser.parseScript()
        return (Script(source: source.id, statements: statements), parser.diagnostics)
    }

    // `script = ["#!" …] {line EOL}`
    private mutating func parseScript() -> [Statement] {
        var statements: [Statement] = []
        while true {
            lexer.skipEmptyLines()
            if lexer.isAtEnd || diagnostics.count >= Self.maximumDiagnostics { return statements }
            if isAtClosingBrace {
                if !owesBrace { report(unmatchedBrace()) }
                owesBrace = false
                lexer.skipLine()
                continue
            }
            if let statement = parseLine() { statements.append(statement) }
        }
    }

    /// A `}` without a block: most often a line above was meant to open one.
    private mutating func unmatchedBrace() -> Diagnostic {
        while let command = commandsBeforeBraces.popLast() {
            guard let first = command.words.first, let name = first.literal else { continue }
            let word = String(decoding: name, as: UTF8.self)
            if let keyword = Keyword.blockKeyword(like: word) {
                return .misspelledKeyword(word, keyword, at: first.span)
            }
            return .unmatchedBrace(at: lexer.spanHere)
                .mark(command.words.last?.span, "here `{` is an argument of the command")
        }
        return .unmatchedBrace(at: lexer.spanHere)
    }

    /// `line = [statement] [comment]`; a line that is wrong is reported and skipped.
    mutating func parseLine() -> Statement? {
        let start = lexer.offset
        let diagnosticCount = diagnostics.count
        isPrinting = false
        do throws(Diagnostic) {
            let statement = try parseStatement()
            try expectEndOfLine()
            return diagnostics.count == diagnosticCount ? statement : nil
        } catch {
            report(error)
            recover(from: start)
            return nil
        }
    }

    mutating func report(_ diagnostic: Diagnostic) {
        if diagnostics.count < Self.maximumDiagnostics { diagnostics.append(diagnostic) }
    }

    /// Skips the rest of a wrong line; if that line opens a block, parses the block for its own
    /// mistakes, so that its closing brace is no second error.
    private mutating func recover(from start: Int) {
        bracketDepth = 0
        isInline = false
        if lexer.offset < start { lexer.rewind(to: start) }
        let lineStart = lexer.offset
        lexer.skipContinuedLine()
        let line = lexer.bytes[min(lineStart, lexer.offset)..<lexer.offset]
        guard line.last == UInt8(ascii: "{"), depth < Self.maximumDepth else { return }
        let isAlone = line.dropLast().last.map(Lexer.isBlank) ?? true
        guard isAlone else { return }
        lexer.rewind(to: lexer.offset - 1)
        do throws(Diagnostic) {
            _ = try parseBlock()
            lexer.skipLine()
        } catch {
            report(error)
            lexer.skipLine()
        }
    }

    // MARK: Small things

    var isAtClosingBrace: Bool {
        lexer.byte == UInt8(ascii: "}") && isWordEnd(ahead: 1)
    }

    var isAtOpeningBrace: Bool {
        lexer.byte == UInt8(ascii: "{") && isWordEnd(ahead: 1)
    }

    private func isWordEnd(ahead distance: Int) -> Bool {
        lexer.byte(ahead: distance).map { Lexer.isBlank($0) || $0 == 0x0a || $0 == 0x0d } ?? true
    }

    /// Nothing more stands on the line but a comment.
    mutating func isAtEndOfStatement() -> Bool {
        lexer.skipBlanks()
        lexer.skipComment()
        return lexer.isAtEndOfLine || (isInline && isAtClosingBrace)
    }

    mutating func expectEndOfLine() throws(Diagnostic) {
        guard isAtEndOfStatement() else {
            throw .trailingText(at: restOfLine(), hintHere())
        }
    }

    /// What is left of the line, without trailing blanks.
    func restOfLine() -> SourceSpan {
        var rest = lexer
        let start = rest.offset
        rest.skipLine()
        let end = max(start, rest.endOfText(before: rest.offset))
        return SourceSpan(source: rest.source.id, range: start..<end)
    }

    mutating func expectName(_ what: String) throws(Diagnostic) -> Identifier {
        lexer.skipBlanks()
        guard let name = lexer.acceptName() else { throw .expected(what, at: lexer.spanHere) }
        return name
    }

    /// A name that is bound here.
    mutating func expectNewName(_ what: String) throws(Diagnostic) -> Identifier {
        let name = try expectName(what)
        try refuseReserved(name)
        return name
    }

    private static let reservedWords: Set<String> = [
        "true", "false", "null", "and", "or", "not", "in",
    ]

    /// A name that no expression could read, or that would read as the start of a statement.
    func refuseReserved(_ name: Identifier) throws(Diagnostic) {
        if Self.reservedWords.contains(name.name) {
            throw Diagnostic("E0101", "`\(name.name)` cannot be a name", at: name.span)
        }
        if Keyword(rawValue: name.name) != nil {
            throw Diagnostic("E0101", "the keyword `\(name.name)` cannot be a name", at: name.span)
                .help("another name: `\(name.name)_`")
        }
    }

    /// Runs a parse one level deeper; too deep is an error at its place.
    mutating func nested<Result>(
        at span: SourceSpan,
        _ body: (inout Parser) throws(Diagnostic) -> Result
    ) throws(Diagnostic) -> Result {
        guard depth < Self.maximumDepth else { throw .tooDeep(at: span) }
        depth += 1
        defer { depth -= 1 }
        return try body(&self)
    }
}

extension Diagnostic {
    static func expected(_ what: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0101", "expected \(what)", at: span)
    }

    fileprivate static func misspelledKeyword(
        _ word: String,
        _ keyword: Keyword,
        at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic("E0105", "unknown command `\(word)` before `{`", at: span)
            .help("did you mean `\(keyword.rawValue)`?")
    }

    fileprivate static func unmatchedBrace(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0107", "this `}` closes no block", at: span)
    }

    fileprivate static func trailingText(at span: SourceSpan, _ hint: String?) -> Diagnostic {
        Diagnostic("E0101", "the statement is complete here, but the line goes on", at: span)
            .help(
                hint
                    ?? "a comment starts with a blank and `#`; each statement has a line of its own"
            )
    }

    fileprivate static func tooDeep(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "E0109",
            "nested more than \(Parser.maximumDepth) levels deep",
            at: span
        )
    }
}
