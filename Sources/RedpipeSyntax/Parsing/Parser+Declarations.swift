extension Parser {
    // `keyspace = "keyspace" NAME {TYPE | STRING | "on" NAME | "of" TYPE | "shards=" N | fields}`
    mutating func parseKeyspace(from start: Int) throws(Diagnostic) -> KeyspaceStatement {
        let name = try expectName("the name of the keyspace")
        var clauses = Clauses()
        let span = try parseClauses(of: "keyspace", into: &clauses, from: start)
        guard let type = clauses.type else { throw .missingClause("a type, as `zset`", at: span) }
        guard let template = clauses.template else {
            throw .missingClause("a template of keys, as \"F{*}\"", at: span)
        }
        return KeyspaceStatement(
            name: name,
            type: type,
            template: template,
            connection: clauses.connection,
            valueType: clauses.valueType,
            shardCount: clauses.shardCount,
            fields: clauses.fields ?? [],
            span: span
        )
    }

    // `model = "model" NAME {STRING | "on" NAME | "ttl=" DURATION | fields}`
    mutating func parseModel(from start: Int) throws(Diagnostic) -> ModelStatement {
        let name = try expectName("the name of the model")
        var clauses = Clauses()
        let span = try parseClauses(of: "model", into: &clauses, from: start)
        guard let template = clauses.template else {
            throw .missingClause("a template of keys, as \"U{*}\"", at: span)
        }
        return ModelStatement(
            name: name,
            template: template,
            connection: clauses.connection,
            lifetime: clauses.lifetime,
            fields: clauses.fields ?? [],
            span: span,
            extent: SourceSpan(source: span.source, range: start..<max(start, clauses.end))
        )
    }

    /// What stands behind the name, in any order.
    private struct Clauses {
        var type: Identifier?
        var template: TemplateText?
        var connection: Identifier?
        var valueType: Identifier?
        var shardCount: Int?
        var lifetime: Duration?
        var fields: [FieldDeclaration]?
        /// Where the last of them ends.
        var end = 0
    }

    /// - Returns: From the keyword to the last clause before the fields.
    private mutating func parseClauses(
        of keyword: String,
        into clauses: inout Clauses,
        from start: Int
    ) throws(Diagnostic) -> SourceSpan {
        var end = lexer.offset
        while !isAtEndOfStatement() {
            if lexer.byte == UInt8(ascii: "{") {
                guard clauses.fields == nil else { throw .repeatedClause(at: lexer.spanHere) }
                clauses.fields = try parseFields(of: keyword)
            } else {
                try parseClause(of: keyword, into: &clauses)
                if clauses.fields == nil { end = lexer.offset }
            }
            clauses.end = lexer.offset
        }
        return SourceSpan(source: lexer.source.id, range: start..<end)
    }

    private mutating func parseClause(
        of keyword: String,
        into clauses: inout Clauses
    ) throws(Diagnostic) {
        if lexer.byte == UInt8(ascii: "\"") || lexer.byte == UInt8(ascii: "'") {
            return try set(&clauses.template, to: parseTemplate())
        }
        guard let word = lexer.acceptRawWord() else {
            throw .expected("a clause", at: lexer.spanHere)
        }
        switch word.text {
        case "on": try set(&clauses.connection, to: expectName("the name of a connection"))
        case "of" where keyword == "keyspace":
            try set(&clauses.valueType, to: expectName("a type, as `int`"))
        case let text where text.hasPrefix("shards=") && keyword == "keyspace":
            try set(&clauses.shardCount, to: Self.shardCount(of: word.value(behind: "shards=")))
        case let text where text.hasPrefix("ttl=") && keyword == "model":
            try set(&clauses.lifetime, to: Self.duration(of: word.value(behind: "ttl=")))
        default:
            guard keyword == "keyspace", clauses.type == nil,
                word.text.utf8.allSatisfy(Lexer.continuesName)
            else { throw .unknownClause(word, of: keyword) }
            clauses.type = Identifier(name: word.text, span: word.span)
        }
    }

    private func set<Clause>(_ clause: inout Clause?, to value: Clause) throws(Diagnostic) {
        guard clause == nil else { throw .repeatedClause(at: lexer.spanHere) }
        clause = value
    }

    private mutating func parseTemplate() throws(Diagnostic) -> TemplateText {
        let text = try parsePrimary()
        guard case .string(let parts) = text.kind,
            let bytes = Word(content: .text(parts), isBare: false, span: text.span).literal
        else { throw .expected("a template in quotes, without holes", at: text.span) }
        return TemplateText(bytes: bytes, span: text.span)
    }

    private static func shardCount(of word: RawWord) throws(Diagnostic) -> Int {
        guard word.text.utf8.allSatisfy(Lexer.isDigit), let count = Int(word.text),
            (1...1 << 24).contains(count)
        else { throw Diagnostic("E0101", "`\(word.text)` is no number of shards", at: word.span) }
        return count
    }

    // MARK: Fields

    // `fields = "{" [field {(";" | EOL) field}] "}"`
    private mutating func parseFields(of keyword: String) throws(Diagnostic) -> [FieldDeclaration] {
        let opening = lexer.spanHere
        lexer.advance()
        lexer.endsAtSemicolon = true
        defer { lexer.endsAtSemicolon = false }
        var fields: [FieldDeclaration] = []
        while true {
            skipFieldSeparators()
            if lexer.isAtEnd {
                throw Diagnostic("E0107", "these fields are never closed", at: opening)
                    .askingForMoreInput
            }
            if lexer.byte == UInt8(ascii: "}") {
                lexer.advance()
                return fields
            }
            fields.append(try parseField(of: keyword))
        }
    }

    private mutating func skipFieldSeparators() {
        while true {
            lexer.skipEmptyLines()
            guard lexer.byte == UInt8(ascii: ";") else { return }
            lexer.advance()
        }
    }

    // `field = (NAME | STRING) TYPE ["required"] ["=" expr]`
    private mutating func parseField(of keyword: String) throws(Diagnostic) -> FieldDeclaration {
        let name = try parseFieldName()
        lexer.skipBlanks()
        guard let type = lexer.acceptName() else {
            throw .expected("the type of the field `\(name.name)`", at: lexer.spanHere)
        }
        lexer.skipBlanks()
        var required: SourceSpan?
        let start = lexer.offset
        if let word = lexer.acceptName() {
            guard word.name == "required", keyword == "model" else {
                throw .expected(
                    keyword == "model" ? "`required`, `=` or the next field" : "`;`",
                    at: word.span
                )
            }
            required = lexer.span(from: start)
        }
        guard keyword == "model", try accept(.assign) else {
            return FieldDeclaration(name: name, type: type, required: required, defaultValue: nil)
        }
        return FieldDeclaration(
            name: name,
            type: type,
            required: required,
            defaultValue: try parseExpression()
        )
    }

    private mutating func parseFieldName() throws(Diagnostic) -> Identifier {
        if let name = lexer.acceptName() { return name }
        guard lexer.byte == UInt8(ascii: "\"") || lexer.byte == UInt8(ascii: "'") else {
            throw .expected("the name of a field", at: lexer.spanHere)
        }
        let text = try parseTemplate()
        return Identifier(name: String(decoding: text.bytes, as: UTF8.self), span: text.span)
    }
}

extension Diagnostic {
    fileprivate static func missingClause(_ what: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0101", "expected \(what)", at: span)
    }

    fileprivate static func repeatedClause(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0101", "this clause stands here twice", at: span)
    }

    fileprivate static func unknownClause(_ word: RawWord, of keyword: String) -> Diagnostic {
        Diagnostic("E0101", "`\(word.text)` is no clause of a \(keyword)", at: word.span)
            .help(
                keyword == "model"
                    ? "`model User \"U{*}\" on users ttl=30d { name text required }`"
                    : "`keyspace Followers zset \"F{*}\" on users of text`"
            )
    }
}
