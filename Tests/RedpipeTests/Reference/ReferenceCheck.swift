import Redpipe
import Testing

/// A value that is written by one side and read by the other.
struct ReferenceCheck: CustomTestStringConvertible {
    /// What the value is written into.
    enum Kind: String {
        case structure = "struct"
        case string, hashed, list, set, zset, hash, hll
    }

    /// The name of the keyspace, and of the check.
    let name: String
    let kind: Kind
    let type: FieldType?
    let fields: FieldMap
    let value: FieldValue
    /// What we read, if it is not the value.
    var ours: FieldValue?
    /// What Python reads, if it is not the value.
    var theirs: FieldValue?

    var testDescription: String { name }

    static let shardCount = 64

    /// The check as the reference is told of it.
    var request: FieldValue {
        var request: FieldMap = [
            "name": .text(name), "kind": .text(kind.rawValue), "value": value,
            "fields": .map(fields), "shards": .integer(Int64(Self.shardCount)),
        ]
        if let type { request["type"] = .text(type.name) }
        return .map(request)
    }

    var fieldTypes: FieldTypes {
        FieldTypes(
            fields.compactMap { name, type in
                type.string.flatMap(FieldType.init(name:)).map {
                    (String(decoding: name, as: UTF8.self), $0)
                }
            }
        )
    }
}

extension ReferenceCheck {
    static let all = structures + strings + aggregates

    /// One field of a record.
    private static func field(
        _ name: String,
        _ type: FieldType,
        _ value: FieldValue,
        theirs: FieldValue? = nil
    ) -> ReferenceCheck {
        ReferenceCheck(
            name: name,
            kind: .structure,
            type: nil,
            fields: ["f": .text(type.name)],
            value: ["f": value],
            theirs: theirs.map { ["f": $0] }
        )
    }

    private static let structures: [ReferenceCheck] = [
        field("text", .text, "Bob"), field("unicode", .text, "Zoë 😀 \u{65}\u{301}"),
        field("empty text", .text, ""), field("line breaks", .text, "a\r\n\tb\u{0}"),
        field("ascii", .ascii, "a-Z ~!"), field("bytes", .bytes, .bytes([0, 255, 128, 10])),
        field("int", .int, 42), field("negative int", .int, -7), field("zero", .int, 0),
        field("2^53", .int, 9_007_199_254_740_992), field("2^62", .int, 4_611_686_018_427_387_904),
        field("smallest int", .int, .integer(.min)),
        field("float", .float, 0.1), field("whole float", .float, 2.0),
        field("large float", .float, 1e16), field("small float", .float, 1.5e-7),
        field("largest float", .float, 1.7976931348623157e308),
        field("negative float", .float, -2.5),
        field("true", .bool, true), field("false", .bool, false),
        field("list", .list, ["a", 1, 2.5, true, .null, ["x"]]), field("empty list", .list, []),
        field("unicode list", .list, ["Zoë", "😀", "\u{7f}\"\\/\n"]),
        field("floats in a list", .list, [1.0, 1e22, 1e-7, 123456789.125]),
        field("map", .map, ["b": 1, "a": ["x": [.null]]]), field("empty map", .map, [:]),
        field("strings", .strings, ["a", "é"]),
        field("no strings", .strings, [], theirs: .null),
        ReferenceCheck(
            name: "record",
            kind: .structure,
            type: nil,
            fields: ["name": "text", "age": "int", "admin": "bool", "missing": "text"],
            value: ["name": "Bob", "age": 5, "admin": false, "extra": "x"]
        ),
        ReferenceCheck(
            name: "nulls",
            kind: .structure,
            type: nil,
            fields: ["name": "text", "age": "int"],
            value: ["name": "Bob", "age": .null],
            ours: ["name": "Bob"],
            theirs: ["name": "Bob"]
        ),
    ]

    private static func keyspace(
        _ name: String,
        _ kind: Kind,
        _ type: FieldType,
        _ value: FieldValue,
        read: FieldValue? = nil
    ) -> ReferenceCheck {
        ReferenceCheck(
            name: name,
            kind: kind,
            type: type,
            fields: [:],
            value: value,
            ours: read,
            theirs: read
        )
    }

    private static let strings: [ReferenceCheck] = [
        keyspace("string", .string, .text, "Zoë"), keyspace("string of int", .string, .int, 5),
        keyspace("string of map", .string, .map, ["k": [1]]),
        keyspace("string of bool", .string, .bool, false),
        keyspace("hashed string", .hashed, .text, ["1": "a", "id é": "b", "x": "c", "63": "d"]),
        keyspace("hashed string of int", .hashed, .int, ["a": 1, "b": 2]),
    ]

    private static let aggregates: [ReferenceCheck] = [
        keyspace("list of texts", .list, .text, ["a", "é", "a"]),
        keyspace("list of lists", .list, .list, [["a"], [1, .null]]),
        keyspace("list of bytes", .list, .bytes, [.bytes([255]), .bytes([128, 0])]),
        keyspace("set of texts", .set, .text, ["a", "b", "é"]),
        keyspace("set of ints", .set, .int, [1, 2, 3]),
        keyspace("sorted set", .zset, .text, [["a", 1.0], ["b", 2.5], ["é", 1e20]]),
        keyspace("sorted set of ints", .zset, .int, [[1, -1.5], [2, 0.0]]),
        ReferenceCheck(
            name: "hash",
            kind: .hash,
            type: .text,
            fields: ["count": "int", "tags": "list", "on": "bool"],
            value: ["count": 5, "tags": ["é"], "on": true, "other": "x"]
        ),
        keyspace("hash of ints", .hash, .int, ["a": 1, "é": -2]),
        keyspace("HyperLogLog", .hll, .text, ["a", "b", "é"], read: 3),
    ]
}
