/// The form `let NAME = expression` or `let NAME <- source`.
package struct BindingStatement: Sendable {
    package enum Value: Sendable {
        /// `=`: known now.
        case known(Expression)
        /// `<-`: known when the outermost open block has run.
        case deferred(Source)
    }

    package let name: Identifier
    package let value: Value
    package let span: SourceSpan
}
