/// An expression with its place.
package struct Expression: Sendable {
    package indirect enum Kind: Sendable {
        /// `null`
        case null
        /// `true`
        case boolean(Bool)
        /// `42`
        case integer(Int64)
        /// `1.5`
        case float(Double)
        /// `"text \(x)"`, `'literal'`
        case string([WordPart])
        /// `[a, b]`
        case list([Expression])
        /// `{"k": v}`
        case map([MapEntry])
        /// `x`, `$x`
        case name(String)
        /// `f(x, n: 1)`
        case call(CallExpression)
        /// `xs[0]`
        case index(Expression, Expression)
        /// `user.name`
        case member(Expression, Identifier)
        /// `-x`, `not x`
        case unary(UnaryOperator, Expression)
        /// `a + b`
        case binary(BinaryExpression)
        /// `x if c else y`
        case conditional(ConditionalExpression)
        /// `[f(x) for x in xs if c]`
        case comprehension(ComprehensionExpression)
    }

    package let kind: Kind
    package let span: SourceSpan

    package init(_ kind: Kind, at span: SourceSpan) {
        self.kind = kind
        self.span = span
    }
}

/// `key: value` of a map literal.
package struct MapEntry: Sendable {
    package let key: Expression
    package let value: Expression
}
