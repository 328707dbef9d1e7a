import RedpipeRESP

/// A flat map as two aligned columns: a hash, the settings of a server.
///
///     last_name  "smith"
///     name       "joe"
struct ColumnTable {
    private let rows: [(name: [UInt8], value: [UInt8])]

    /// - Returns: `nil` for what is no map, is empty, or holds more than texts and numbers.
    init?(_ value: RESPValue) {
        guard case .map(let pairs) = value, !pairs.isEmpty else { return nil }
        var printer = HumanPrinter(destination: .terminal)
        var rows: [(name: [UInt8], value: [UInt8])] = []
        for pair in pairs {
            guard case .bulkString(let name) = pair.key, pair.value.isScalar else { return nil }
            var text: [UInt8] = []
            printer.append(pair.value, to: &text)
            rows.append((name.shown, text.dropLast()))
        }
        self.rows = rows
    }

    /// The lines, without the last line break.
    var text: [UInt8] {
        let width = rows.map(\.name.count).max() ?? 0
        var text: [UInt8] = []
        for (index, row) in rows.enumerated() {
            if index > 0 { text.append(UInt8(ascii: "\n")) }
            text += row.name
            text.appendSpaces(width - row.name.count + 2)
            text += row.value
        }
        return text
    }
}

extension [UInt8] {
    /// As a name in a column: printable ASCII without a blank as it stands, all else in quotes with
    /// escapes, so that its width is its length.
    fileprivate var shown: [UInt8] {
        let isPlain =
            !isEmpty && first != UInt8(ascii: "\"") && allSatisfy { (0x21...0x7e).contains($0) }
        if isPlain { return self }
        var text: [UInt8] = []
        text.appendQuoted(span)
        return text
    }
}

extension RESPValue {
    fileprivate var isScalar: Bool {
        switch self {
        case .array, .map, .set, .push, .attributed, .verbatimString: false
        default: true
        }
    }
}
