/// `{ … }`: the statements between two braces.
package struct Block: Sendable {
    package let statements: [Statement]
    /// The opening brace.
    package let opening: SourceSpan
    /// The closing brace.
    package let closing: SourceSpan

    package init(statements: [Statement], opening: SourceSpan, closing: SourceSpan) {
        self.statements = statements
        self.opening = opening
        self.closing = closing
    }
}
