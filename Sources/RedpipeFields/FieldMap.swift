import OrderedCollections

/// Values by name: names in the order in which they came, each once.
///
/// Two maps are equal only if their order is: they are stored as different bytes else.
public struct FieldMap: Hashable, Sendable {
    private var entries: OrderedDictionary<[UInt8], FieldValue> = [:]

    /// A map without entries.
    public init() {}

    /// A map of entries; of a repeated name the first place and the last value.
    public init(_ entries: some Sequence<(String, FieldValue)>) {
        for (name, value) in entries { self[name] = value }
    }

    /// The value of a name; `nil` removes it.
    public subscript(name: String) -> FieldValue? {
        get { entries[Array(name.utf8)] }
        set { entries[Array(name.utf8)] = newValue }
    }

    /// The value of a name that need not be UTF-8; `nil` removes it.
    public subscript(name: [UInt8]) -> FieldValue? {
        get { entries[name] }
        set { entries[name] = newValue }
    }

    /// The names in their order.
    public var names: [[UInt8]] { Array(entries.keys) }

    /// Forgets all entries.
    public mutating func removeAll() {
        entries.removeAll()
    }
}

extension FieldMap: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { entries.count }

    public subscript(position: Int) -> (name: [UInt8], value: FieldValue) {
        let entry = entries.elements[position]
        return (entry.key, entry.value)
    }
}

extension FieldMap: ExpressibleByDictionaryLiteral {
    /// A map; of a repeated name the last value.
    public init(dictionaryLiteral entries: (String, FieldValue)...) {
        self.init(entries)
    }
}
