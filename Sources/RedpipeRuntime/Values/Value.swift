package import RedpipeCompiler

/// A value of the language.
///
/// Text and bytes differ only in that text is known to be UTF-8; both are compared by their bytes.
package enum Value {
    case null
    case boolean(Bool)
    case integer(Int64)
    case float(Double)
    /// Valid UTF-8.
    case text([UInt8])
    /// Bytes that are not UTF-8, or were asked for as bytes.
    case bytes([UInt8])
    case list([Value])
    case map(ValueMap)
    indirect case range(IntegerRange)
    /// A value that is known when the outermost open block has run.
    case deferred(DeferredValue)
    /// An error that `try` kept.
    case failure(ScriptError)
    /// Items of which one is there at a time.
    case stream(ItemStream)

    package static func text(_ text: String) -> Value {
        .text(Array(text.utf8))
    }

    /// Text if the bytes are UTF-8, else bytes.
    package static func string(_ bytes: [UInt8]) -> Value {
        bytes.isASCII || String(validating: bytes, as: UTF8.self) != nil
            ? .text(bytes) : .bytes(bytes)
    }

    package var kind: ValueKind {
        switch self {
        case .null: .null
        case .boolean: .boolean
        case .integer: .integer
        case .float: .float
        case .text: .text
        case .bytes: .bytes
        case .list: .list
        case .map: .map
        case .range: .range
        case .deferred: .deferred
        case .failure: .error
        case .stream: .stream
        }
    }

    /// What messages call its kind.
    package var kindName: String { kind.name }
}

/// The form `a..<b` or `a...b`: ints, the upper bound left out.
package struct IntegerRange: Hashable, Sendable {
    package let lower: Int64
    /// How many ints it holds.
    package let count: Int64

    /// A range stands for a list wherever one is taken, but no list can be longer than this.
    static let longestList: Int64 = 10_000_000

    /// All its ints as values; `nil` if they are too many for a list.
    package var items: [Value]? {
        count <= Self.longestList ? (0..<count).map { .integer(lower + $0) } : nil
    }
}

extension [UInt8] {
    /// Whether no byte is beyond ASCII; most text is, and needs no closer look to be UTF-8.
    fileprivate var isASCII: Bool {
        var all: UInt8 = 0
        for byte in self { all |= byte }
        return all < 0x80
    }
}
