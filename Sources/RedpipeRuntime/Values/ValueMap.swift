import OrderedCollections

/// A map: keys in the order in which they came, each once.
///
/// One word long, whatever it holds: values are kept by the hundred thousand.
package struct ValueMap {
    private enum Storage {
        case entries(Entries)
        case row(Row)
        case none
    }

    private var storage: Storage

    package init() {
        storage = .none
    }

    /// A row of a table, whose columns are known; it has one value for each.
    init(row values: [Value], of columns: TableColumns) {
        storage = .row(Row(columns: columns, values: values))
    }

    /// The names that a row has; `nil` for a map, of which any key may be asked.
    var columns: TableColumns? {
        if case .row(let row) = storage { row.columns } else { nil }
    }

    package subscript(key: MapKey) -> Value? {
        get {
            switch storage {
            case .entries(let entries): entries.dictionary[key]
            case .row(let row): row.columns.position(of: key).map { row.values[$0] }
            case .none: nil
            }
        }
        set {
            var entries: Entries
            switch storage {
            case .entries(let own): entries = own
            case .none: entries = Entries([:])
            case .row: preconditionFailure("a row is complete when it is made")
            }
            // Let go of it: what has one owner is changed in place.
            storage = .none
            if !isKnownUniquelyReferenced(&entries) { entries = Entries(entries.dictionary) }
            entries.dictionary[key] = newValue
            storage = .entries(entries)
        }
    }

    /// The value of a key that is text or bytes.
    subscript(name name: [UInt8]) -> Value? {
        guard case .row(let row) = storage else { return self[.text(name)] }
        return row.columns.position(of: name).map { row.values[$0] }
    }

    var keys: [Value] { map { $0.key.value } }

    var values: [Value] { map { $0.value } }
}

extension ValueMap: RandomAccessCollection {
    package var startIndex: Int { 0 }

    package var endIndex: Int {
        switch storage {
        case .entries(let entries): entries.dictionary.count
        case .row(let row): row.values.count
        case .none: 0
        }
    }

    package subscript(position: Int) -> (key: MapKey, value: Value) {
        switch storage {
        case .entries(let entries):
            let entry = entries.dictionary.elements[position]
            return (entry.key, entry.value)
        case .row(let row): return (row.columns.keys[position], row.values[position])
        case .none: preconditionFailure("an empty map has no entries")
        }
    }
}

/// Entries that several copies of a map share until one of them changes.
private final class Entries {
    var dictionary: OrderedDictionary<MapKey, Value>

    init(_ dictionary: OrderedDictionary<MapKey, Value>) {
        self.dictionary = dictionary
    }
}

/// The values of one row of a table.
private final class Row {
    let columns: TableColumns
    let values: [Value]

    init(columns: TableColumns, values: [Value]) {
        self.columns = columns
        self.values = values
    }
}

/// The columns of a table, which all its rows share.
final class TableColumns {
    private let columns: [[UInt8]]
    let keys: [MapKey]
    private let positions: [[UInt8]: Int]

    /// - Parameter names: Each once.
    init(_ names: [[UInt8]]) {
        columns = names
        keys = names.map { .text($0) }
        positions = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    func position(of key: MapKey) -> Int? {
        if case .text(let name) = key { position(of: name) } else { nil }
    }

    func position(of name: [UInt8]) -> Int? {
        // Comparing a few names is faster than hashing one.
        columns.count <= 16 ? columns.firstIndex(of: name) : positions[name]
    }

    var names: [String] { columns.map { String(decoding: $0, as: UTF8.self) } }
}
