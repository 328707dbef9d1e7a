import RedpipeFields

/// The values of a file that has one JSON value on each line; blank lines are skipped.
///
/// Reference: https://github.com/ndjson/ndjson-spec
struct NDJSONSource: ItemSource {
    private var reader: LineReader

    init(_ reader: LineReader) {
        self.reader = reader
    }

    mutating func next() throws(EvaluationError) -> Value? {
        while let range = try reader.next() {
            let line = Array(reader.bytes[range])
            guard line.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
            do throws(JSONReader.Malformed) {
                return Value(try JSONReader.read(line))
            } catch {
                throw reader.error("\(error.message) at byte \(error.offset + 1)")
            }
        }
        return nil
    }
}
