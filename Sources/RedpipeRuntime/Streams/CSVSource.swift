import RedpipeSyntax

/// The rows of a CSV file: maps by the names of the first row, or lists if there is none.
///
/// Fields may be quoted; a quoted one may hold separators, line breaks, and quotes written twice. Blank
/// lines are skipped. A row has as many fields as the first one, or is an error at its line.
/// Reference: https://www.rfc-editor.org/rfc/rfc4180
struct CSVSource: ItemSource {
    private var reader: LineReader
    private let separator: UInt8
    private let hasHeader: Bool
    private var columns: TableColumns?
    /// How many fields the first row had.
    private var fieldCount: Int?

    init(_ reader: LineReader, separator: UInt8, hasHeader: Bool) {
        self.reader = reader
        self.separator = separator
        self.hasHeader = hasHeader
    }

    mutating func next() throws(EvaluationError) -> Value? {
        if hasHeader, columns == nil {
            guard let names = try header() else { return nil }
            columns = TableColumns(names)
            fieldCount = names.count
        }
        guard let fields = try row() else { return nil }
        try check(fields.count)
        return columns.map { .map(ValueMap(row: fields, of: $0)) } ?? .list(fields)
    }

    private mutating func header() throws(EvaluationError) -> [[UInt8]]? {
        guard let fields = try row() else { return nil }
        let names = fields.map { $0.bytes ?? [] }
        var seen: Set<[UInt8]> = []
        for name in names where !seen.insert(name).inserted {
            let text = String(decoding: name, as: UTF8.self).printable
            throw reader.error("two columns are called `\(text)`")
        }
        return names
    }

    private mutating func check(_ count: Int) throws(EvaluationError) {
        let expected = fieldCount ?? count
        fieldCount = expected
        guard count != expected else { return }
        let fields = count == 1 ? "1 field" : "\(count) fields"
        throw reader.error("the row has \(fields), the first row \(expected)")
    }

    /// The fields of the next row that is not blank.
    private mutating func row() throws(EvaluationError) -> [Value]? {
        while let line = try reader.next() {
            guard !line.isEmpty else { continue }
            let bytes = reader.bytes
            guard bytes[line].contains(Self.quote) else { return plainFields(bytes, line) }
            return try quotedFields(Array(bytes[line]))
        }
        return nil
    }

    private func plainFields(_ bytes: [UInt8], _ line: Range<Int>) -> [Value] {
        var fields: [Value] = []
        fields.reserveCapacity(fieldCount ?? 0)
        var start = line.lowerBound
        for offset in line where bytes[offset] == separator {
            fields.append(.string(Array(bytes[start..<offset])))
            start = offset + 1
        }
        fields.append(.string(Array(bytes[start..<line.upperBound])))
        return fields
    }

    private static let quote = UInt8(ascii: "\"")
}

extension CSVSource {
    /// The fields of a row that has quotes; it may go on in the next lines.
    private mutating func quotedFields(_ line: [UInt8]) throws(EvaluationError) -> [Value] {
        let start = reader.line
        var line = line
        var offset = 0
        var fields: [Value] = []
        while true {
            if offset < line.count, line[offset] == Self.quote {
                fields.append(.string(try quotedField(&line, &offset, from: start)))
            } else {
                let end = line[offset...].firstIndex(of: separator) ?? line.count
                fields.append(.string(Array(line[offset..<end])))
                offset = end
            }
            guard offset < line.count else { return fields }
            guard line[offset] == separator else {
                throw reader.error("text stands behind the closing quote of field \(fields.count)")
            }
            offset += 1
        }
    }

    private mutating func quotedField(
        _ line: inout [UInt8],
        _ offset: inout Int,
        from start: Int
    ) throws(EvaluationError) -> [UInt8] {
        var field: [UInt8] = []
        offset += 1
        while true {
            guard let quote = line[offset...].firstIndex(of: Self.quote) else {
                field += line[offset...]
                field += lineBreak
                guard let next = try reader.next() else {
                    throw reader.error("a quote that is opened in line \(start) is never closed")
                }
                line = Array(reader.bytes[next])
                offset = 0
                continue
            }
            field += line[offset..<quote]
            offset = quote + 1
            guard offset < line.count, line[offset] == Self.quote else { return field }
            field.append(Self.quote)
            offset += 1
        }
    }

    /// The line break inside a quoted field, as the file writes it.
    private var lineBreak: [UInt8] { reader.endedInReturn ? [0x0d, 0x0a] : [0x0a] }
}
