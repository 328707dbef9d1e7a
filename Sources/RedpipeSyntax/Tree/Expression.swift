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
    /// The expressions on the longest way down, this one included.
    package let height: Int

    package init(_ kind: Kind, at span: SourceSpan) {
        self.kind = kind
        self.span = span
        height = 1 + (kind.operands.lazy.map(\.height).max() ?? 0)
    }
}

extension Expression.Kind {
    /// The expressions that this one is made of.
    package var operands: [Expression] {
        switch self {
        case .null, .boolean, .integer, .float, .name: []
        case .string(let parts):
            parts.compactMap { if case .hole(let hole) = $0 { hole } else { nil } }
        case .list(let items): items
        case .map(let entries): entries.flatMap { [$0.key, $0.value] }
        case .call(let call): [call.callee] + call.arguments.map(\.value)
        case .index(let value, let index): [value, index]
        case .member(let value, _), .unary(_, let value): [value]
        case .binary(let binary): [binary.left, binary.right]
        case .conditional(let conditional):
            [conditional.condition, conditional.value, conditional.otherwise]
        case .comprehension(let comprehension):
            [comprehension.sequence, comprehension.condition, comprehension.element]
                .compactMap(\.self)
        }
    }
}

/// `key: value` of a map literal.
package struct MapEntry: Sendable {
    package let key: Expression
    package let value: Expression
}
