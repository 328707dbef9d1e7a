/// How a value is stored: the type of a field, a member or a key.
///
/// The stored forms are those of Python redpipe 4: what it writes is read here, and the other way
/// round. Equal values have equal bytes, so that they are equal members of a set.
public enum FieldType: String, CaseIterable, Hashable, Sendable {
    /// UTF-8.
    case text
    /// Characters from the blank to `~`.
    case ascii
    /// Any bytes.
    case bytes
    /// A 64-bit integer in decimal.
    case int
    /// The shortest decimal that reads back as the same number: `2`, `0.1`, `1e+16`.
    case float
    /// `1`, or nothing for false.
    case bool
    /// A JSON array, laid out as Python's `json.dumps` does.
    case list
    /// A JSON object, its keys in their order.
    case map
    /// Texts without commas, joined by commas.
    case strings
    /// Any value as JSON.
    case json
    /// Unix seconds in decimal; written from an integer or from ISO 8601.
    case time
}

extension FieldType {
    /// The type of a name, `int` for instance.
    public init?(name: String) {
        self.init(rawValue: name)
    }

    /// The name that declarations use.
    public var name: String { rawValue }

    /// What messages call its values: `an int`.
    public var noun: String {
        switch self {
        case .text: "a text"
        case .ascii: "a text of printable ASCII"
        case .bytes: "bytes"
        case .int: "a 64-bit int"
        case .float: "a float"
        case .bool: "a bool"
        case .list: "a list"
        case .map: "a map"
        case .strings: "a list of texts"
        case .json: "JSON"
        case .time: "a time"
        }
    }
}
