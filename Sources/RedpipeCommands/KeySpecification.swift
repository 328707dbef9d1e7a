/// One rule that says which words of a command are keys.
///
/// Reference: https://redis.io/docs/latest/develop/reference/key-specs/
public struct KeySpecification: Hashable, Sendable {
    /// Where to begin.
    public enum Start: Hashable, Sendable {
        /// At that word; the command's name is word 0.
        case index(Int)
        /// Behind a word; a negative place searches backwards from the end.
        case keyword(String, from: Int)
        /// The rule cannot be said: ``Command/keyIndices(in:)`` knows the command.
        case unknown
    }

    /// Which words follow from there.
    public enum Extent: Hashable, Sendable {
        /// Up to a last word: counted from the first, or if negative from the end. A limit above 1
        /// takes only that part of the words: 2 is the first half.
        case range(last: Int, step: Int, limit: Int)
        /// As many as a number says, whose place and whose first key are counted from the start.
        case count(place: Int, first: Int, step: Int)
        /// The rule cannot be said.
        case unknown
    }

    /// What the command does with the keys.
    public struct Flags: OptionSet, Hashable, Sendable {
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// The value is not changed.
        public static let readOnly = Self(rawValue: 1 << 0)
        /// The value is changed.
        public static let readWrite = Self(rawValue: 1 << 1)
        /// The value is replaced, whatever it was.
        public static let overwrite = Self(rawValue: 1 << 2)
        /// The key is removed.
        public static let remove = Self(rawValue: 1 << 3)
        public static let access = Self(rawValue: 1 << 4)
        public static let update = Self(rawValue: 1 << 5)
        public static let insert = Self(rawValue: 1 << 6)
        public static let delete = Self(rawValue: 1 << 7)
        /// The words are hashed as keys are, but are none: shard channels.
        public static let notKey = Self(rawValue: 1 << 8)
        /// The rule does not find all keys.
        public static let incomplete = Self(rawValue: 1 << 9)
        /// The other flags depend on the arguments.
        public static let variable = Self(rawValue: 1 << 10)
    }

    public let start: Start
    public let extent: Extent
    public let flags: Flags

    /// Reads one rule of a row: flags, start and extent, as in `11:i1:r0,1,0`.
    init(_ row: inout RowReader) {
        flags = Flags(rawValue: row.hexadecimal())
        row.advance()
        start = Self.start(&row)
        row.advance()
        extent = Self.extent(&row)
    }

    private static func start(_ row: inout RowReader) -> Start {
        let kind = row.current
        row.advance()
        switch kind {
        case UInt8(ascii: "i"): return .index(row.integer())
        case UInt8(ascii: "w"):
            let place = row.integer()
            row.advance()
            let keyword = row.part { $0 == UInt8(ascii: ":") }
            return .keyword(CommandTable.lines.text(in: keyword), from: place)
        default: return .unknown
        }
    }

    private static func extent(_ row: inout RowReader) -> Extent {
        let kind = row.current
        row.advance()
        guard kind != UInt8(ascii: "u") else { return .unknown }
        let first = row.integer()
        row.advance()
        let second = row.integer()
        row.advance()
        let third = row.integer()
        return kind == UInt8(ascii: "r")
            ? .range(last: first, step: second, limit: third)
            : .count(place: first, first: second, step: third)
    }
}
