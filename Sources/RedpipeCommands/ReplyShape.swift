/// What a reply looks like in RESP3, for commands whose RESP2 reply looks different.
///
/// A shape says how to read either protocol's reply as the same value. Where a reply does not fit
/// its shape (an error, a null, the plain form of an optional detail) it is left as it is.
public indirect enum ReplyShape: Hashable, Sendable {
    /// The same in both protocols.
    case unchanged
    /// A number with a fraction; a bulk string in RESP2.
    case double
    /// A truth value; 0 or 1 in RESP2.
    case boolean
    /// A text for people; a bulk string in RESP2.
    case verbatimText
    /// An array, each of whose elements has a shape.
    case list(of: ReplyShape)
    /// A set; an array in RESP2.
    case set(of: ReplyShape)
    /// An array whose places have shapes of their own; further places are as the last one.
    case tuple([ReplyShape])
    /// An array whose last element alone has a shape.
    case last(ReplyShape)
    /// A map; in RESP2 an array of keys and values in turn.
    case map(of: ReplyShape)
    /// A map whose values have shapes by their keys; the other values are unchanged.
    case record([Field])
    /// An array of two-element arrays; in RESP2 an array of firsts and seconds in turn.
    case pairs(of: ReplyShape)
    /// A map; in RESP2 an array of two-element arrays.
    case mapOfPairs(of: ReplyShape)
    /// A map of arrays; in RESP2 an array of keys, each followed by what is in its array.
    case mapOfTuples([ReplyShape])
    /// A shape that occurs within itself.
    case recursive(Recursive)

    /// One key of a record, or all keys that begin alike.
    public struct Field: Hashable, Sendable {
        private let name: [UInt8]
        private let isBeginning: Bool
        public let shape: ReplyShape

        /// The shape of a key's value.
        ///
        /// - Parameters:
        ///   - name: The key, or with a `*` at its end the beginning of several.
        ///   - shape: What stands there.
        public init(_ name: String, _ shape: ReplyShape) {
            isBeginning = name.utf8.last == UInt8(ascii: "*")
            self.name = Array(isBeginning ? name.utf8.dropLast() : name.utf8[...])
            self.shape = shape
        }

        /// Whether the field speaks of this key.
        public func matches(_ key: [UInt8]) -> Bool {
            isBeginning ? key.starts(with: name) : key == name
        }
    }

    /// The shapes that occur within themselves.
    public enum Recursive: Hashable, Sendable {
        /// One command in the reply of `COMMAND INFO`.
        case commandInfo
        /// One command in the reply of `COMMAND DOCS`.
        case commandDocumentation
        /// One argument in the reply of `COMMAND DOCS`.
        case commandArgument
    }
}

extension ReplyShape {
    /// A member with its score, `[member, score]`.
    static let memberAndScore = tuple([.unchanged, .double])
    /// A map whose values need no conversion.
    static let plainMap = map(of: .unchanged)
    /// A set of plain values.
    static let plainSet = set(of: .unchanged)
}

extension ReplyShape.Recursive {
    /// The shape itself, one level deep.
    public var shape: ReplyShape {
        switch self {
        case .commandInfo: Self.commandInfoShape
        case .commandDocumentation: Self.commandDocumentationShape
        case .commandArgument: Self.commandArgumentShape
        }
    }

    /// Name, arity, flags, first key, last key, step, categories, tips, key rules, subcommands.
    private static let commandInfoShape = ReplyShape.tuple([
        .unchanged, .unchanged, .plainSet, .unchanged, .unchanged, .unchanged, .plainSet,
        .plainSet, .set(of: keySpecification), .list(of: .recursive(.commandInfo)),
    ])

    private static let keySpecification = ReplyShape.record([
        .init("flags", .plainSet), .init("begin_search", keySearch), .init("find_keys", keySearch),
    ])

    private static let keySearch = ReplyShape.record([.init("spec", .plainMap)])

    private static let commandDocumentationShape = ReplyShape.record([
        .init("history", .plainSet),
        .init("doc_flags", .plainSet),
        .init("arguments", .list(of: .recursive(.commandArgument))),
        .init("subcommands", .map(of: .recursive(.commandDocumentation))),
    ])

    private static let commandArgumentShape = ReplyShape.record([
        .init("flags", .plainSet),
        .init("arguments", .list(of: .recursive(.commandArgument))),
    ])
}
