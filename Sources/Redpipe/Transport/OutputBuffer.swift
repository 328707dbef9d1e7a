/// Bytes on their way to the system, in order.
struct OutputBuffer {
    private var bytes: [UInt8] = []
    /// How many of `bytes` the system has accepted.
    private var head = 0
    /// How many of the accepted bytes belong to a command that is not accepted whole.
    private var begunByteCount = 0

    /// How many bytes are left.
    var count: Int { bytes.count - head }
    var isEmpty: Bool { count == 0 }

    /// Appends bytes; an empty buffer takes the array over without copying it.
    mutating func append(_ more: [UInt8]) {
        guard !isEmpty else {
            bytes = more
            head = 0
            return
        }
        makeRoom()
        bytes += more
    }

    /// Appends bytes.
    mutating func append(_ more: borrowing Span<UInt8>) {
        makeRoom()
        unsafe more.withUnsafeBufferPointer { more in unsafe bytes.append(contentsOf: more) }
    }

    /// Shows the next bytes, at most `limit`.
    func withNext<Result>(_ limit: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        unsafe bytes.withUnsafeBytes { bytes in
            unsafe body(
                UnsafeRawBufferPointer(rebasing: bytes[head..<min(head + limit, bytes.count)])
            )
        }
    }

    /// The bytes of all commands that were not accepted whole.
    var unsent: [UInt8] { Array(bytes[(head - begunByteCount)...]) }

    /// Forgets the next bytes, which the system has accepted.
    ///
    /// - Parameters:
    ///   - byteCount: How many.
    ///   - begun: How many of the accepted ones are the start of a command that has more.
    mutating func drop(_ byteCount: Int, keeping begun: Int = 0) {
        head += byteCount
        begunByteCount = begun
        guard head == bytes.count else { return }
        let isSmall = bytes.count <= Self.retainedByteCount
        bytes.removeAll(keepingCapacity: isSmall)
        head = 0
    }

    /// Moves the rest to the start once that frees as much as it moves.
    private mutating func makeRoom() {
        let start = head - begunByteCount
        guard start > 0, start >= bytes.count - start else { return }
        bytes.removeSubrange(..<start)
        head = begunByteCount
    }

    /// The size of a buffer that is kept for the next commands.
    private static let retainedByteCount = 1 << 20
}
