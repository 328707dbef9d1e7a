import Glibc

/// Reads a file or a pipe piece by piece, as a poll loop wants it, and finds lines in it.
package struct InputReader {
    package let descriptor: Int32
    /// What messages call it: `<stdin>` or a path.
    package let name: String
    /// Consumed bytes, then received ones, then room.
    package var storage: [UInt8] = []
    /// Where the received bytes lie.
    package private(set) var received = 0..<0
    /// How many of the received bytes were searched for a line's end.
    private var searchedByteCount = 0
    /// Whether everything has been read.
    package private(set) var isAtEnd = false
    /// How many bytes were consumed.
    package private(set) var consumedByteCount = 0

    /// A reader at the start of an open file.
    package init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    /// Opens a file; `-` is standard input.
    package init(opening path: String) throws(InputFailure) {
        guard path != "-" else {
            self.init(descriptor: 0, name: "<stdin>")
            return
        }
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw InputFailure(errno) }
        self.init(descriptor: descriptor, name: path)
    }

    /// Reads what there is, which waits unless a poll loop has said that there is something.
    package mutating func fill() throws(InputFailure) {
        makeRoom()
        let room = received.upperBound..<storage.count
        let count = unsafe storage.withUnsafeMutableBytes { storage in
            unsafe read(descriptor, storage.baseAddress?.advanced(by: room.lowerBound), room.count)
        }
        if count > 0 {
            received = received.lowerBound..<room.lowerBound + count
        } else if count == 0 {
            isAtEnd = true
        } else if errno != EINTR, errno != EAGAIN {
            throw InputFailure(errno)
        }
    }

    /// Takes the next line if it is whole, or the last one, which needs no line feed.
    ///
    /// - Returns: Where it lies in `storage`, without its line feed, until the next call of `fill()`.
    package mutating func takeLine() -> Range<Int>? {
        let start = received.lowerBound
        if let end = endOfLine {
            consume(end + 1 - start)
            return start..<end
        }
        searchedByteCount = received.count
        guard isAtEnd, !received.isEmpty else { return nil }
        let line = received
        consume(line.count)
        return line
    }

    private var endOfLine: Int? {
        let start = received.lowerBound + searchedByteCount
        return unsafe storage.withUnsafeBytes { storage in
            guard let base = storage.baseAddress else { return nil }
            let end = unsafe memchr(base + start, 0x0a, received.upperBound - start)
            return unsafe end.map { unsafe UnsafeRawPointer($0) - base }
        }
    }

    /// Gives up the first received bytes.
    package mutating func consume(_ byteCount: Int) {
        received = received.lowerBound + byteCount..<received.upperBound
        consumedByteCount += byteCount
        searchedByteCount = 0
    }

    /// Makes room for one more piece; what is left moves to the start, once in its life.
    private mutating func makeRoom() {
        if received.lowerBound > 0 {
            moveToStart()
            received = 0..<received.count
        }
        guard storage.count - received.count < Self.pieceByteCount else {
            return shrink()
        }
        let size = max(received.count + Self.pieceByteCount, 2 * received.count)
        storage += repeatElement(0, count: size - storage.count)
    }

    private mutating func moveToStart() {
        unsafe storage.withUnsafeMutableBytes { storage in
            unsafe UnsafeMutableRawBufferPointer(rebasing: storage[..<received.count])
                .copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[received]))
        }
    }

    /// Gives the memory of a giant line back.
    private mutating func shrink() {
        guard storage.count > Self.retainedByteCount, received.count < Self.pieceByteCount else {
            return
        }
        storage = Array(storage[received]) + repeatElement(0, count: Self.pieceByteCount)
    }

    /// How much is read at once.
    private static let pieceByteCount = 64 << 10
    private static let retainedByteCount = 1 << 20
}
