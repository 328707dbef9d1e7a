/// A whole source text as a tree.
package struct Script: Sendable {
    package let source: SourceID
    package let statements: [Statement]

    package init(source: SourceID, statements: [Statement]) {
        self.source = source
        self.statements = statements
    }
}
