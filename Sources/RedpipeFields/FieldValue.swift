/// A value that a field, a member or a key can hold, as programs see it.
///
///     FieldType.list.encode(["a", 1, true])  // the bytes of ["a", 1, true]
///
/// Text and bytes differ: text is UTF-8. Two values are equal only if their bytes are, never by
/// canonical equivalence.
public enum FieldValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case float(Double)
    /// Valid UTF-8.
    case text([UInt8])
    /// Any bytes.
    case bytes([UInt8])
    case list([FieldValue])
    /// Keys in their order, each once.
    case map(FieldMap)
}

extension FieldValue {
    /// A text.
    public static func text(_ text: some StringProtocol) -> FieldValue {
        .text(Array(text.utf8))
    }

    /// Text if the bytes are UTF-8, else bytes.
    public static func string(_ bytes: [UInt8]) -> FieldValue {
        String(validating: bytes, as: UTF8.self) == nil ? .bytes(bytes) : .text(bytes)
    }

    /// The text; `nil` for a value of another kind.
    public var string: String? {
        guard case .text(let bytes) = self else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension FieldValue: ExpressibleByStringLiteral {
    /// A text.
    public init(stringLiteral text: String) {
        self = .text(text)
    }
}

extension FieldValue: ExpressibleByIntegerLiteral {
    /// An integer.
    public init(integerLiteral number: Int64) {
        self = .integer(number)
    }
}

extension FieldValue: ExpressibleByFloatLiteral {
    /// A float.
    public init(floatLiteral number: Double) {
        self = .float(number)
    }
}

extension FieldValue: ExpressibleByBooleanLiteral {
    /// A boolean.
    public init(booleanLiteral flag: Bool) {
        self = .boolean(flag)
    }
}

extension FieldValue: ExpressibleByArrayLiteral {
    /// A list.
    public init(arrayLiteral items: FieldValue...) {
        self = .list(items)
    }
}

extension FieldValue: ExpressibleByDictionaryLiteral {
    /// A map; of a repeated key the last value.
    public init(dictionaryLiteral entries: (String, FieldValue)...) {
        self = .map(FieldMap(entries))
    }
}

extension FieldValue: CustomStringConvertible {
    /// The value as JSON; bytes as `{"$bytes": …}` in base64.
    public var description: String {
        var writer = JSONWriter(escapesNonASCII: false)
        do throws(JSONWriter.Unwritable) {
            try writer.write(self)
            return String(decoding: writer.text, as: UTF8.self)
        } catch {
            return "a value that is nested too deeply"
        }
    }

    /// The value in at most some 60 characters, for messages.
    package var excerpt: String {
        let text = description
        return text.count > 60 ? String(text.prefix(59)) + "…" : text
    }
}
