/// Values by name: names in the order in which they came, each once.
///
/// Two maps are equal only if their order is: they are stored as different bytes else.
public struct FieldMap: Sendable {
    private var entries: [Entry] = []
    /// Where each name stands, in a map of many; comparing a few names is faster than hashing one.
    private var places: [[UInt8]: Int]?

    private struct Entry: Hashable, Sendable {
        let name: [UInt8]
        var value: FieldValue
    }

    private static let longestScan = 16

    /// A map without entries.
    public init() {}

    /// A map of entries; of a repeated name the first place and the last value.
    public init(_ entries: some Sequence<(String, FieldValue)>) {
        for (name, value) in entries { self[name] = value }
    }

    /// The value of a name; `nil` removes it.
    public subscript(name: String) -> FieldValue? {
        get { self[Array(name.utf8)] }
        set { self[Array(name.utf8)] = newValue }
    }

    /// The value of a name that need not be UTF-8; `nil` removes it.
    public subscript(name: [UInt8]) -> FieldValue? {
        get { place(of: name).map { entries[$0].value } }
        set {
            switch (place(of: name), newValue) {
            case (let place?, let value?): entries[place].value = value
            case (let place?, nil): remove(at: place)
            case (nil, let value?): append(Entry(name: name, value: value))
            case (nil, nil): break
            }
        }
    }

    /// Makes room for so many entries.
    public mutating func reserveCapacity(_ count: Int) {
        entries.reserveCapacity(count)
    }

    /// The names in their order.
    public var names: [[UInt8]] { entries.map(\.name) }

    /// Forgets all entries.
    public mutating func removeAll() {
        entries.removeAll()
        places = nil
    }
}

extension FieldMap {
    private func place(of name: [UInt8]) -> Int? {
        if let places { return places[name] }
        return entries.firstIndex { $0.name == name }
    }

    private mutating func append(_ entry: Entry) {
        entries.append(entry)
        if places != nil {
            places?[entry.name] = entries.count - 1
        } else if entries.count > Self.longestScan {
            index()
        }
    }

    private mutating func remove(at place: Int) {
        entries.remove(at: place)
        if places != nil { index() }
    }

    private mutating func index() {
        places = Dictionary(entries.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }
}

extension FieldMap: Hashable {
    /// Whether names and values are the same, in the same order.
    public static func == (one: Self, other: Self) -> Bool { one.entries == other.entries }

    public func hash(into hasher: inout Hasher) { hasher.combine(entries) }
}

extension FieldMap: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { entries.count }

    public subscript(position: Int) -> (name: [UInt8], value: FieldValue) {
        (entries[position].name, entries[position].value)
    }
}

extension FieldMap: ExpressibleByDictionaryLiteral {
    /// A map; of a repeated name the last value.
    public init(dictionaryLiteral entries: (String, FieldValue)...) {
        self.init(entries)
    }
}
