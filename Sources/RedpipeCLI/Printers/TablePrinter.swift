package import RedpipeRESP
import RedpipeSyntax

/// Writes each reply as a table for people.
///
/// Maps of a list are rows under the names of their keys, a single map has a row for each key, a list
/// of lists has a row for each, a list a row for each item, and a single value stands alone. Numbers
/// stand on the right.
package struct TablePrinter: ReplyPrinter {
    private let destination: OutputDestination

    package init(destination: OutputDestination = .stream) {
        self.destination = destination
    }

    package func append(
        _ nodes: Span<RESPNode>,
        bytes: Span<UInt8>,
        to output: inout [UInt8]
    ) {
        append(RESPValue(nodes: nodes, bytes: bytes), to: &output)
    }

    package func append(_ value: RESPValue, to output: inout [UInt8]) {
        let table = TableLayout(of: value)
        let rows = table.rows.map { row in row.map { cell(of: $0) } }
        let head = table.columns?.map { TableCell(text: text($0), isNumber: false) }
        let widths = Self.widths([head].compactMap(\.self) + rows)
        if let head {
            append(head, widths, to: &output)
            output += widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ").utf8
            output.append(UInt8(ascii: "\n"))
        }
        for row in rows { append(row, widths, to: &output) }
    }

    private func cell(of value: RESPValue?) -> TableCell {
        guard let value else { return TableCell(text: "", isNumber: false) }
        switch value {
        case .integer(let number): return TableCell(text: String(number), isNumber: true)
        case .double(let number):
            return TableCell(text: RESPEncoder.text(of: number), isNumber: true)
        case .boolean(let flag): return TableCell(text: flag ? "true" : "false", isNumber: false)
        case .null: return TableCell(text: "", isNumber: false)
        case .simpleString(let bytes), .bulkString(let bytes), .verbatimString(let bytes, _),
            .bigNumber(let bytes), .error(let bytes):
            return TableCell(text: text(bytes), isNumber: false)
        case .attributed(let inner, _): return cell(of: inner)
        case .array, .map, .set, .push:
            var printer = JSONPrinter(.redisCLI, destination: destination)
            var json: [UInt8] = []
            printer.append(value, to: &json)
            return TableCell(text: text(json.dropLast()), isNumber: false)
        }
    }

    /// One line of harmless text: a table can hold no other.
    private func text(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: Array(bytes), as: UTF8.self).printable
    }

    private static func widths(_ rows: [[TableCell]]) -> [Int] {
        var widths: [Int] = []
        for row in rows {
            for (column, cell) in row.enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], cell.width)
            }
        }
        return widths
    }

    private func append(_ row: [TableCell], _ widths: [Int], to output: inout [UInt8]) {
        var line: [UInt8] = []
        for (column, cell) in row.enumerated() {
            if column > 0 { line += "  ".utf8 }
            let padding = String(repeating: " ", count: widths[column] - cell.width)
            line += (cell.isNumber ? padding + cell.text : cell.text + padding).utf8
        }
        while line.last == UInt8(ascii: " ") { line.removeLast() }
        output += line
        output.append(UInt8(ascii: "\n"))
    }
}

/// The text of a cell.
private struct TableCell {
    let text: String
    let isNumber: Bool
    /// In cells of a terminal.
    let width: Int

    init(text: String, isNumber: Bool) {
        self.text = text
        self.isNumber = isNumber
        width = text.cellCount
    }
}

/// What stands in which row and column.
private struct TableLayout {
    let columns: [[UInt8]]?
    let rows: [[RESPValue?]]

    init(of value: RESPValue) {
        switch value.withoutAttributes {
        case .map(let pairs):
            columns = nil
            rows = pairs.map { [$0.key, $0.value] }
        case .array(let items), .set(let items), .push(let items):
            let maps = items.map(\.pairs)
            guard !items.isEmpty, maps.allSatisfy({ $0 != nil }) else {
                columns = nil
                rows = items.map { $0.listItems ?? [$0] }
                return
            }
            var names: [[UInt8]] = []
            var seen: Set<[UInt8]> = []
            for pair in maps.compactMap(\.self).joined() {
                let name = pair.key.nameBytes ?? []
                if seen.insert(name).inserted { names.append(name) }
            }
            columns = names
            rows = maps.compactMap(\.self).map { pairs in
                names.map { name in pairs.first { $0.key.nameBytes == name }?.value }
            }
        case let single:
            columns = nil
            rows = [[single]]
        }
    }
}

extension RESPValue {
    fileprivate var pairs: [RESPPair]? {
        if case .map(let pairs) = withoutAttributes { pairs } else { nil }
    }

    fileprivate var nameBytes: [UInt8]? {
        switch withoutAttributes {
        case .simpleString(let bytes), .bulkString(let bytes): bytes
        case .integer(let number): Array(String(number).utf8)
        default: nil
        }
    }

    fileprivate var listItems: [RESPValue]? {
        if case .array(let items) = withoutAttributes { items } else { nil }
    }
}
