/// The lines of a file, without their line breaks.
struct LineSource: ItemSource {
    private var reader: LineReader

    init(_ reader: LineReader) {
        self.reader = reader
    }

    mutating func next() throws(EvaluationError) -> Value? {
        guard let range = try reader.next() else { return nil }
        return .string(Array(reader.bytes[range]))
    }
}
