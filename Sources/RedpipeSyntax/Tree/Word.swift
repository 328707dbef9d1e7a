/// One word of a command; it makes one argument, or several if it spreads a list.
package struct Word: Sendable {
    package enum Content: Sendable {
        /// Text with holes.
        case text([WordPart])
        /// `$name`, `$user.name`, `$list[0]`, `$list...`
        case reference(Reference)
    }

    package let content: Content
    /// No quote stands in it.
    package let isBare: Bool
    package let span: SourceSpan

    /// The bytes of a word without holes or names.
    package var literal: [UInt8]? {
        if case .text(let parts) = content { parts.literal } else { nil }
    }
}

extension [WordPart] {
    /// The bytes of a text without holes.
    package var literal: [UInt8]? {
        var bytes: [UInt8] = []
        for part in self {
            guard case .literal(let literal) = part else { return nil }
            bytes += literal.bytes
        }
        return bytes
    }
}

/// A piece of a word or of a string.
package indirect enum WordPart: Sendable {
    case literal(LiteralPart)
    /// `\(expression)`
    case hole(Expression)
}

/// Bytes as they will be sent, escapes already resolved.
package struct LiteralPart: Sendable {
    package let bytes: [UInt8]
    package let span: SourceSpan
    /// Each `$name` of bare or double-quoted text: if such a name is in scope, a value was meant.
    package let dollarNames: [DollarName]
}

/// The form `$name` or `${name}` inside other text.
package struct DollarName: Sendable {
    package let name: Identifier
    /// With the fields and indices behind it: `xs[i]`.
    package let expression: String
    /// All of it, as it stands in the script: `$xs[i]`, `${id}`.
    package let spelling: String
}

/// `$name` and what follows it.
package struct Reference: Sendable {
    /// The name with its fields and literal indices, as an expression.
    package let value: Expression
    package let name: Identifier
    /// `...` stands behind it: a list or a map becomes several arguments.
    package let isSpread: Bool
}
