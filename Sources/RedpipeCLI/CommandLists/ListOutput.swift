import Glibc

/// Standard output of a command list: buffered, checked, and never waited for.
///
/// It may be a pipe whose reader is slow. A poll loop must go on then, for signals at least, so
/// no more is written at once than `poll` has said there is room for.
struct ListOutput {
    let descriptor: Int32
    let isTerminal: Bool
    /// What is to be written; printers append to it.
    var bytes: [UInt8] = []
    /// How many of `bytes` were written.
    private var writtenByteCount = 0
    /// Why nothing can be written any more.
    private(set) var failure: Failure?
    /// Whether it is a file on a disk, which takes everything at once.
    private let isFile: Bool

    enum Failure: Equatable {
        /// Nobody reads it any more.
        case closed
        /// The system's words.
        case failed(String)
    }

    init(descriptor: Int32) {
        self.descriptor = descriptor
        isTerminal = isatty(descriptor) == 1
        var status = stat()
        let isKnown = unsafe fstat(descriptor, &status) == 0
        isFile = isKnown && status.st_mode & S_IFMT == S_IFREG
    }

    /// How many bytes are to be written.
    var pendingByteCount: Int { bytes.count - writtenByteCount }
    var isEmpty: Bool { pendingByteCount == 0 }

    /// Whether replies should be printed now, or wait until somebody has read the earlier ones.
    var hasRoom: Bool { pendingByteCount < Self.limit }

    /// Writes what can be written without waiting.
    mutating func flush() {
        while !isEmpty, failure == nil, isFile || canWrite { writePiece() }
        guard failure != nil || isEmpty else { return }
        bytes.removeAll(keepingCapacity: bytes.count <= Self.retainedByteCount)
        writtenByteCount = 0
    }

    private var canWrite: Bool {
        var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return unsafe poll(&entry, 1, 0) == 1
    }

    private mutating func writePiece() {
        let byteCount = isFile ? pendingByteCount : min(pendingByteCount, Self.pieceByteCount)
        let result = unsafe bytes.withUnsafeBytes { bytes in
            unsafe write(descriptor, bytes.baseAddress?.advanced(by: writtenByteCount), byteCount)
        }
        if result >= 0 {
            writtenByteCount += result
        } else if errno == EPIPE {
            failure = .closed
        } else if errno != EINTR, errno != EAGAIN {
            failure = .failed(unsafe String(cString: strerror(errno)))
        }
    }

    /// A pipe that can be written to takes so much without waiting.
    private static let pieceByteCount = Int(PIPE_BUF)
    private static let limit = 256 << 10
    private static let retainedByteCount = 1 << 20
}
