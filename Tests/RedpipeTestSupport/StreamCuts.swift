/// Every feeding of a stream that a network may choose: whole, cut in two at every place, and byte
/// by byte.
///
///     Array(StreamCuts([1, 2, 3]))  // [[[1, 2, 3]], [[1], [2, 3]], [[1, 2], [3]], [[1], [2], [3]]]
package struct StreamCuts: Sequence, IteratorProtocol {
    private let stream: [UInt8]
    /// Where the next feeding is cut; 0 for the whole stream, its length for byte by byte.
    private var cut = 0

    package init(_ stream: [UInt8]) {
        self.stream = stream
    }

    package mutating func next() -> [[UInt8]]? {
        defer { cut += 1 }
        switch cut {
        case 0: return [stream]
        case 1..<stream.count: return [Array(stream[..<cut]), Array(stream[cut...])]
        case stream.count: return stream.map { [$0] }
        default: return nil
        }
    }
}
