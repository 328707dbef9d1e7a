extension Parser {
    // `primary = NUMBER | STRING | NAME | "$" NAME | list | map | "(" expr ")"`
    mutating func parsePrimary() throws(Diagnostic) -> Expression {
        let token = try peek()
        switch token.kind {
        case .name(let name):
            try next()
            return try parseName(name, at: token.span)
        case .integer(let magnitude):
            try next()
            guard let value = Int64(exactly: magnitude) else {
                throw .invalidNumber(at: token.span, isTooLarge: true)
            }
            return Expression(.integer(value), at: token.span)
        case .float(let value):
            try next()
            return Expression(.float(value), at: token.span)
        case .quote(let kind):
            try next()
            return try parseString(kind, from: token.span.start)
        case .symbol(let symbol):
            return try parsePrimary(symbol, at: token.span)
        case .endOfLine:
            throw .missingExpression(at: token.span)
        case .endOfText:
            throw .missingExpression(at: token.span).askingForMoreInput
        }
    }

    private mutating func parseName(
        _ name: String,
        at span: SourceSpan
    ) throws(Diagnostic) -> Expression {
        switch name {
        case "true": return Expression(.boolean(true), at: span)
        case "false": return Expression(.boolean(false), at: span)
        case "null": return Expression(.null, at: span)
        case "if", "else", "and", "or", "not", "in", "for":
            throw Diagnostic("E0101", "expected an expression before `\(name)`", at: span)
        default:
            if let next = wordBehindName() {
                if next == "is" { throw .identity(name, at: span) }
                throw .twoOperands(
                    name,
                    next,
                    helpForCommand(name, next, from: span.start),
                    at: span
                )
            }
            return Expression(.name(name), at: span)
        }
    }

    /// How to write what looks like a command from a place on.
    private func helpForCommand(_ name: String, _ next: String, from start: Int) -> String {
        var line = String(decoding: lexer.bytes[start..<restOfLine().end], as: UTF8.self)
        if isInline, line.hasSuffix(" }") { line.removeLast(2) }
        if let boundName {
            return "`<-` binds the reply of a command: `let \(boundName) <- \(line)`"
        }
        if isPrinting, !name.allSatisfy(\.isUppercase) { return Self.separatorHint }
        if Keyword(rawValue: next) != nil { return "a block stands in braces: `{ \(next) … }`" }
        if !isPrinting { line = "\(name) \(next) …" }
        return "the reply of a command gets a name first: `let x <- \(line)`"
    }

    private static let wordsOfExpressions: Set<String> = ["if", "else", "for", "and", "or", "in"]

    /// What stands where an operator or the end must stand: `GET key` is no expression.
    private func wordBehindName() -> String? {
        var ahead = lexer
        guard bracketDepth == 0, ahead.isAtBlank else { return nil }
        ahead.skipBlanks()
        guard let first = ahead.byte, !ahead.isAtEndOfLine else { return nil }
        let startsOperand =
            Lexer.startsName(first) || Lexer.isDigit(first) || "\"'$".utf8.contains(first)
        guard startsOperand, let word = ahead.acceptRawWord() else { return nil }
        return Self.wordsOfExpressions.contains(word.text) ? nil : word.text
    }

    private mutating func parseString(
        _ kind: QuoteKind,
        from start: Int
    ) throws(Diagnostic) -> Expression {
        var text = TextBuilder(lexer)
        try parseString(kind, from: start, into: &text)
        return Expression(.string(text.finish(lexer)), at: lexer.span(from: start))
    }

    private mutating func parsePrimary(
        _ symbol: Symbol,
        at span: SourceSpan
    ) throws(Diagnostic) -> Expression {
        switch symbol {
        case .dollar:
            try next()
            guard let name = lexer.acceptName() else {
                throw .expected("a name behind `$`", at: lexer.spanHere)
            }
            return Expression(.name(name.name), at: span.joined(with: name.span))
        case .leftParenthesis:
            try next()
            return try inBrackets { (parser) throws(Diagnostic) in
                let value = try parser.parseExpression()
                let end = try parser.expect(.rightParenthesis)
                return Expression(value.kind, at: span.joined(with: end))
            }
        case .leftBracket:
            try next()
            return try parseListOrComprehension(from: span)
        case .leftBrace:
            try next()
            return try parseMap(from: span)
        case .dot where lexer.byte(ahead: span.end - lexer.offset).map(Lexer.isDigit) ?? false:
            throw .incompleteFloat(at: span)
        default:
            throw .missingExpression(at: span)
        }
    }

    // `list = "[" [expr {"," expr}] "]"`,
    // `comprehension = "[" expr "for" names "in" or ["if" or] "]"`
    private mutating func parseListOrComprehension(
        from start: SourceSpan
    ) throws(Diagnostic) -> Expression {
        let kind = try inBrackets { (parser) throws(Diagnostic) -> Expression.Kind in
            if try parser.accept(.rightBracket) { return .list([]) }
            let first = try parser.parseExpression()
            if try parser.accept(word: "for") { return try parser.parseComprehension(of: first) }
            var items = [first]
            if try parser.accept(.comma) {
                items += try parser.parseList(until: .rightBracket) {
                    (parser) throws(Diagnostic) in try parser.parseExpression()
                }
            } else {
                try parser.expect(.rightBracket)
            }
            return .list(items)
        }
        return Expression(kind, at: start.joined(with: lexer.span(from: start.start)))
    }

    private mutating func parseComprehension(
        of element: Expression
    ) throws(Diagnostic) -> Expression.Kind {
        let names = try parseLoopNames()
        let sequence = try parseOperation()
        let condition = try accept(word: "if") ? parseOperation() : nil
        try expect(.rightBracket)
        return .comprehension(
            ComprehensionExpression(
                element: element,
                names: names,
                sequence: sequence,
                condition: condition
            )
        )
    }

    // `map = "{" [expr ":" expr {"," expr ":" expr}] "}"`
    private mutating func parseMap(from start: SourceSpan) throws(Diagnostic) -> Expression {
        let entries = try inBrackets { (parser) throws(Diagnostic) in
            try parser.parseList(until: .rightBrace) { (parser) throws(Diagnostic) in
                let key = try parser.parseExpression()
                try parser.expect(.colon)
                return MapEntry(key: key, value: try parser.parseExpression())
            }
        }
        return Expression(.map(entries), at: start.joined(with: lexer.span(from: start.start)))
    }
}

extension Diagnostic {
    fileprivate static func twoOperands(
        _ name: String,
        _ next: String,
        _ help: String,
        at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic("E0101", "expected an operator between `\(name)` and `\(next)`", at: span)
            .help(help)
    }

    fileprivate static func identity(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0101", "expected an operator between `\(name)` and `is`", at: span)
            .help(Parser.identityHint)
    }

    fileprivate static func missingExpression(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0101", "expected an expression", at: span)
    }
}
