extension Parser {
    /// Parses a text that is one expression.
    ///
    /// - Returns: `nil` if it is anything else, or is wrong.
    package static func parseExpression(_ source: SourceText) -> Expression? {
        var parser = Parser(source)
        do throws(Diagnostic) {
            let expression = try parser.parseExpression()
            try parser.expectEndOfLine()
            parser.lexer.skipEmptyLines()
            guard parser.lexer.isAtEnd, parser.diagnostics.isEmpty else { return nil }
            return expression
        } catch {
            return nil
        }
    }
}
