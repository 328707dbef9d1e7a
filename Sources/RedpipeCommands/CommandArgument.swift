/// One argument of a command, or a group of them.
///
/// Reference: https://redis.io/docs/latest/develop/reference/command-arguments/
public struct CommandArgument: Hashable, Sendable {
    /// What stands at the argument's place.
    public enum Kind: Hashable, Sendable {
        case string
        case integer
        case double
        case key
        /// A pattern as in `KEYS`.
        case pattern
        /// Seconds or milliseconds since 1970.
        case unixTime
        /// The token alone: `NX`.
        case token
        /// One of the children.
        case oneOf
        /// All of the children, in order.
        case block
    }

    /// The servers' name for it: `min`, `unix-time-seconds`.
    public let name: String
    public let kind: Kind
    /// The word that stands before the values, or alone: `LIMIT`, `WITHSCORES`.
    public let token: String?
    public let isOptional: Bool
    /// Whether it may stand several times.
    public let isMultiple: Bool
    /// Whether the token is repeated as well: `GET pattern GET pattern`.
    public let repeatsToken: Bool
    /// What a `oneOf` chooses from, what a `block` consists of.
    public let children: [CommandArgument]
}

extension Command {
    /// The arguments behind the name; empty where the servers do not tell.
    public var arguments: [CommandArgument] {
        let range = field(.arguments)
        var row = RowReader(at: range.lowerBound)
        return range.isEmpty ? [] : CommandArgument.list(&row)
    }
}

extension CommandArgument {
    /// Reads arguments in the row's form, `list = argument {"," argument}`.
    fileprivate static func list(_ row: inout RowReader) -> [CommandArgument] {
        var arguments: [CommandArgument] = []
        repeat {
            arguments.append(CommandArgument(&row))
        } while row.accept(",")
        return arguments
    }

    /// Reads one argument, `name ":" letter ["?"] ["*"] ["+"] ['"' token '"'] ["(" list ")"]`.
    private init(_ row: inout RowReader) {
        name = CommandTable.lines.text(in: row.part { $0 == UInt8(ascii: ":") })
        row.advance()
        kind = Kind(letter: row.current)
        row.advance()
        isOptional = row.accept("?")
        isMultiple = row.accept("*")
        repeatsToken = row.accept("+")
        token = Self.token(&row)
        children = row.accept("(") ? Self.list(&row) : []
        if !children.isEmpty {
            row.advance()
        }
    }

    private static func token(_ row: inout RowReader) -> String? {
        guard row.accept("\"") else { return nil }
        defer { row.advance() }
        return CommandTable.lines.text(in: row.part { $0 == UInt8(ascii: "\"") })
    }
}

extension CommandArgument.Kind {
    fileprivate init(letter: UInt8) {
        switch letter {
        case UInt8(ascii: "i"): self = .integer
        case UInt8(ascii: "d"): self = .double
        case UInt8(ascii: "k"): self = .key
        case UInt8(ascii: "p"): self = .pattern
        case UInt8(ascii: "u"): self = .unixTime
        case UInt8(ascii: "t"): self = .token
        case UInt8(ascii: "o"): self = .oneOf
        case UInt8(ascii: "b"): self = .block
        default: self = .string
        }
    }
}
