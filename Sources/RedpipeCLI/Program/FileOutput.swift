import Glibc

/// Standard output or standard error: buffered bytes, every write checked.
///
/// A full disk is an error of the run, not a silent success. A reader that has gone away ends the
/// program as SIGPIPE does.
final class FileOutput {
    let descriptor: Int32
    let isTerminal: Bool
    private var buffer: [UInt8] = []
    /// The system's words for the write that failed.
    private(set) var failure: String?

    /// More than this is written at once.
    private static let limit = 1 << 16

    init(descriptor: Int32) {
        self.descriptor = descriptor
        isTerminal = isatty(descriptor) == 1
    }

    func write(_ bytes: some Collection<UInt8>) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.limit { flush() }
    }

    func write(_ text: String) {
        write(text.utf8)
    }

    /// Lets a printer append to the buffer directly.
    func append(_ body: (inout [UInt8]) -> Void) {
        body(&buffer)
        if buffer.count >= Self.limit { flush() }
    }

    /// Writes what is buffered.
    func flush() {
        guard !buffer.isEmpty else { return }
        defer { buffer.removeAll(keepingCapacity: true) }
        guard failure == nil else { return }
        var offset = 0
        while offset < buffer.count {
            let written = unsafe buffer.withUnsafeBytes { bytes in
                unsafe Glibc.write(
                    descriptor,
                    bytes.baseAddress?.advanced(by: offset),
                    bytes.count - offset
                )
            }
            if written > 0 {
                offset += written
            } else if !recover(from: errno) {
                return
            }
        }
    }

    /// Whether the write can be tried again.
    private func recover(from code: Int32) -> Bool {
        switch code {
        case EINTR: return true
        case EAGAIN:
            var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            unsafe poll(&request, 1, -1)
            return true
        case EPIPE: dieBySignal(SIGPIPE)
        default: break
        }
        failure = unsafe String(cString: strerror(code))
        return false
    }
}

/// Ends the process as the signal does when nobody handles it, so that a shell sees the truth.
func dieBySignal(_ number: Int32) -> Never {
    signal(number, SIG_DFL)
    var mask = sigset_t()
    unsafe sigemptyset(&mask)
    unsafe sigaddset(&mask, number)
    unsafe sigprocmask(SIG_UNBLOCK, &mask, nil)
    raise(number)
    _exit(128 + number)
}
