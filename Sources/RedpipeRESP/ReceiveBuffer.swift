/// The bytes that have arrived and are not consumed, in memory that is used again.
struct ReceiveBuffer: Sendable {
    /// Consumed bytes, then received ones, then room.
    private var storage: [UInt8] = []
    /// Where the received bytes lie in `storage`.
    private(set) var received = 0..<0
    /// The stream offset of the first received byte.
    private(set) var streamOffset = 0
    /// How many bytes were moved to make room.
    private(set) var movedByteCount = 0

    var capacity: Int { storage.capacity }

    /// Shows the received bytes.
    func withReceived<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(storage.span.extracting(received))
    }

    mutating func append(_ bytes: Span<UInt8>) {
        guard !bytes.isEmpty else { return }
        reserve(bytes.count)
        let room = received.upperBound..<received.upperBound + bytes.count
        unsafe storage.withUnsafeMutableBytes { storage in
            unsafe bytes.withUnsafeBytes { bytes in
                unsafe UnsafeMutableRawBufferPointer(rebasing: storage[room])
                    .copyMemory(from: bytes)
            }
        }
        received = received.lowerBound..<room.upperBound
    }

    mutating func append(
        upTo byteCount: Int,
        from read: (UnsafeMutableRawBufferPointer) -> Int
    ) -> Int {
        reserve(byteCount)
        let room = received.upperBound..<received.upperBound + byteCount
        let result = unsafe storage.withUnsafeMutableBytes { storage in
            unsafe read(UnsafeMutableRawBufferPointer(rebasing: storage[room]))
        }
        precondition(result <= byteCount, "a read reported more bytes than it had room for")
        received = received.lowerBound..<room.lowerBound + max(0, result)
        return result
    }

    /// Gives up the first bytes and, after giant replies, the memory that they took.
    mutating func consume(_ byteCount: Int) {
        streamOffset += byteCount
        received = received.lowerBound + byteCount..<received.upperBound
        if received.isEmpty { received = 0..<0 }
        if storage.count > Self.retainedByteCount { shrink() }
    }

    /// Moves bytes to a position before them; both count from the first received byte.
    mutating func move(_ bytes: Range<Int>, to position: Int) {
        let start = received.lowerBound
        copy(start + bytes.lowerBound..<start + bytes.upperBound, to: start + position)
    }

    /// The bytes from a position among the received ones to the end of their line.
    func line(at position: Int, upTo byteCount: Int) -> [UInt8] {
        let bytes = storage[received].dropFirst(position).prefix(byteCount)
        return Array(
            bytes.prefix { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
        )
    }
}

extension ReceiveBuffer {
    /// Makes room for `byteCount` bytes behind the received ones.
    private mutating func reserve(_ byteCount: Int) {
        guard storage.count - received.upperBound < byteCount else { return }
        // Moving is worth it once it frees at least as much as it moves: then each byte pays once.
        if received.lowerBound >= received.count { moveToStart() }
        guard storage.count - received.upperBound < byteCount else { return }
        let size = max(received.upperBound + byteCount, 2 * storage.count, Self.initialByteCount)
        storage += repeatElement(0, count: size - storage.count)
        movedByteCount += received.count
    }

    private mutating func moveToStart() {
        copy(received, to: 0)
        received = 0..<received.count
    }

    private mutating func copy(_ source: Range<Int>, to start: Int) {
        unsafe storage.withUnsafeMutableBytes { storage in
            unsafe UnsafeMutableRawBufferPointer(rebasing: storage[start..<start + source.count])
                .copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[source]))
        }
        movedByteCount += source.count
    }

    private mutating func shrink() {
        guard received.count < storage.count / 4 else { return }
        var smaller = Array(storage[received])
        let size = max(2 * received.count, Self.initialByteCount)
        smaller += repeatElement(0, count: size - received.count)
        storage = smaller
        received = 0..<received.count
        movedByteCount += received.count
    }

    /// The least size; a connection that reads straight into the buffer asks for more at once.
    static let initialByteCount = 512
    /// The size that is kept for the next reply.
    static let retainedByteCount = 1 << 20
}
