extension Parser {
    // `expr = or ["if" or "else" expr]`
    mutating func parseExpression() throws(Diagnostic) -> Expression {
        let value = try parseOperation()
        guard try accept(word: "if") else { return value }
        let condition = try parseOperation()
        try expect(word: "else")
        let otherwise = try nested(at: lexer.spanHere) { (parser) throws(Diagnostic) in
            try parser.parseExpression()
        }
        let conditional = ConditionalExpression(
            condition: condition,
            value: value,
            otherwise: otherwise
        )
        return Expression(.conditional(conditional), at: value.span.joined(with: otherwise.span))
    }

    /// `operation = unary {operator unary}`, by precedence climbing.
    ///
    /// Loosest first: `or`, `and`, `not`, comparisons (which do not chain), ranges, `??` (to the
    /// right), `+ -`, `* / // %`.
    mutating func parseOperation(above minimum: Precedence = .or) throws(Diagnostic) -> Expression {
        var left = try parsePrefix()
        while let (operation, span) = try peekOperator(), operation.precedence >= minimum {
            try next()
            guard left.height < Self.maximumHeight else { throw .tooLong(at: span) }
            let right = try nested(at: span) { (parser) throws(Diagnostic) in
                try parser.parseOperation(above: operation.precedence.ofRightOperand)
            }
            if operation.precedence == .comparison || operation.precedence == .range {
                try refuseChain(of: operation.precedence)
            }
            let binary = BinaryExpression(
                operation: operation,
                left: left,
                right: right,
                operatorSpan: span
            )
            left = Expression(.binary(binary), at: left.span.joined(with: right.span))
        }
        return left
    }

    /// A chain of operators is a tree as deep as it is long, and what walks the tree is recursive.
    private static let maximumHeight = 1000

    private mutating func refuseChain(of precedence: Precedence) throws(Diagnostic) {
        if let (operation, span) = try peekOperator(), operation.precedence == precedence {
            throw .chain(of: operation, at: span)
        }
    }

    private mutating func peekOperator() throws(Diagnostic) -> (BinaryOperator, SourceSpan)? {
        let token = try peek()
        switch token.kind {
        case .symbol(let symbol):
            return BinaryOperator(rawValue: symbol.rawValue).map { ($0, token.span) }
        case .name("or"), .name("and"), .name("in"):
            let name = String(decoding: lexer.bytes[token.span.range], as: UTF8.self)
            return BinaryOperator(rawValue: name).map { ($0, token.span) }
        default:
            return nil
        }
    }

    // `unary = "not" unary | "-" unary | postfix`
    private mutating func parsePrefix() throws(Diagnostic) -> Expression {
        let token = try peek()
        switch token.kind {
        case .name("not"):
            try next()
            return try parseUnary(.not, above: .comparison, at: token.span)
        case .symbol(.minus):
            try next()
            if let least = try acceptLeastInteger(behind: token.span) { return least }
            return try parseUnary(.negate, above: .unary, at: token.span)
        default:
            return try parsePostfix()
        }
    }

    /// `-9223372036854775808`: the only int whose literal needs its sign.
    private mutating func acceptLeastInteger(
        behind sign: SourceSpan
    ) throws(Diagnostic) -> Expression? {
        let token = try peek()
        guard token.kind == .integer(Int64.min.magnitude) else { return nil }
        try next()
        return Expression(.integer(.min), at: sign.joined(with: token.span))
    }

    private mutating func parseUnary(
        _ operation: UnaryOperator,
        above precedence: Precedence,
        at span: SourceSpan
    ) throws(Diagnostic) -> Expression {
        let operand = try nested(at: span) { (parser) throws(Diagnostic) in
            try parser.parseOperation(above: precedence)
        }
        return Expression(.unary(operation, operand), at: span.joined(with: operand.span))
    }

    // MARK: Postfix

    /// `postfix = primary {"." NAME | "[" expr "]" | "(" args ")"}`, without blanks between.
    mutating func parsePostfix() throws(Diagnostic) -> Expression {
        var value = try parsePrimary()
        while true {
            guard value.height < Self.maximumHeight else { throw .tooLong(at: value.span) }
            switch lexer.byte {
            case UInt8(ascii: "(") where value.isCallable:
                value = try parseCall(of: value)
            case UInt8(ascii: "["):
                value = try parseIndex(of: value)
            case UInt8(ascii: ".") where lexer.byte(ahead: 1) != UInt8(ascii: "."):
                if case .integer = value.kind { throw .incompleteFloat(at: value.span) }
                lexer.advance()
                let field = try expectNameToken("the name of a field")
                value = Expression(.member(value, field), at: value.span.joined(with: field.span))
            default:
                return value
            }
        }
    }

    private mutating func parseIndex(of value: Expression) throws(Diagnostic) -> Expression {
        lexer.advance()
        let (index, end) = try inBrackets { (parser) throws(Diagnostic) in
            let index = try parser.parseExpression()
            return (index, try parser.expect(.rightBracket))
        }
        return Expression(.index(value, index), at: value.span.joined(with: end))
    }

    // `args = expr {"," expr}, then {(NAME | STRING) ":" expr}`
    private mutating func parseCall(of callee: Expression) throws(Diagnostic) -> Expression {
        let start = lexer.offset
        lexer.advance()
        let arguments = try inBrackets { (parser) throws(Diagnostic) in
            try parser.parseList(until: .rightParenthesis) { (parser) throws(Diagnostic) in
                try parser.parseArgument()
            }
        }
        let parentheses = lexer.span(from: start)
        if let late = arguments.drop(while: { $0.name == nil }).first(where: { $0.name == nil }) {
            throw .positionalAfterNamed(at: late.value.span)
        }
        let call = CallExpression(callee: callee, arguments: arguments, parentheses: parentheses)
        return Expression(.call(call), at: callee.span.joined(with: parentheses))
    }

    private mutating func parseArgument() throws(Diagnostic) -> CallExpression.Argument {
        let value = try parseExpression()
        guard try accept(.colon) else { return CallExpression.Argument(name: nil, value: value) }
        guard let name = value.argumentName else { throw .badArgumentName(at: value.span) }
        return CallExpression.Argument(
            name: Identifier(name: name, span: value.span),
            value: try parseExpression()
        )
    }
}

extension Expression {
    /// A literal is not called: `"a"(1)` is a mistake of the next token.
    fileprivate var isCallable: Bool {
        switch kind {
        case .name, .member, .index, .call: true
        default: false
        }
    }

    /// The name before the `:` of a named argument.
    fileprivate var argumentName: String? {
        switch kind {
        case .name(let name): name
        case .string(let parts):
            Word(content: .text(parts), isBare: false, span: span).literal
                .map { String(decoding: $0, as: UTF8.self) }
        default: nil
        }
    }
}

extension Diagnostic {
    static func incompleteFloat(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0104", "a float has digits on both sides of its point", at: span)
            .help("`0.5`, `1.0`, `1e5`")
    }

    fileprivate static func tooLong(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0109", "this expression is too long", at: span)
    }

    fileprivate static func chain(of operation: BinaryOperator, at span: SourceSpan) -> Diagnostic {
        let diagnostic = Diagnostic("E0101", "`\(operation.rawValue)` does not chain", at: span)
        return operation.precedence == .range
            ? diagnostic.help("a range as an operand stands in parentheses")
            : diagnostic.help("write `a < b and b < c`")
    }

    fileprivate static func positionalAfterNamed(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0101", "arguments without a name come first", at: span)
    }

    fileprivate static func badArgumentName(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0101", "expected the name of an argument before `:`", at: span)
    }
}
