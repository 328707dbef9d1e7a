/// A token of an expression; words of a command are read by the lexer's other half.
package struct Token: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case name(String)
        /// Without a sign; only behind a `-` may it be as large as 2^63.
        case integer(UInt64)
        case float(Double)
        /// An opening quote: the parser reads the parts of the string.
        case quote(QuoteKind)
        case symbol(Symbol)
        /// A line break, or the blank before a comment that ends the line.
        case endOfLine
        case endOfText
    }

    package let kind: Kind
    package let span: SourceSpan
}

/// How a string is quoted, and so what it may hold.
package enum QuoteKind: String, Hashable, Sendable {
    /// `"…"`: escapes and holes
    case double = "\""
    /// `'…'`: `\'` only
    case single = "'"
    /// `"""…"""`: nothing is special
    case triple = "\"\"\""
}

/// Punctuation and operators of expressions, longest first where one starts another.
package enum Symbol: String, CaseIterable, Sendable {
    case closedRange = "..."
    case halfOpenRange = "..<"
    case equal = "=="
    case notEqual = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case arrow = "<-"
    case orElse = "??"
    case floorDivide = "//"
    case less = "<"
    case greater = ">"
    case assign = "="
    case plus = "+"
    case minus = "-"
    case star = "*"
    case slash = "/"
    case percent = "%"
    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBracket = "["
    case rightBracket = "]"
    case leftBrace = "{"
    case rightBrace = "}"
    case comma = ","
    case colon = ":"
    case dot = "."
    case dollar = "$"
}
