import Glibc

/// What shows text that is taller than the screen: `$REDPIPE_PAGER`, `$PAGER` or `less -FRX`.
final class Pager {
    private let command: ChildCommand
    private let descriptor: Int32
    /// The reader has seen enough.
    private(set) var isClosed = false
    /// What was handed over while nobody may have read any of it yet: no more than a pipe holds.
    private var unread: [UInt8]? = []
    private var hasEnded = false
    /// The text that no reader has seen, as none could be started.
    private(set) var missed: [UInt8]?

    /// Starts it.
    ///
    /// - Returns: `nil` if there is none: the text goes to the terminal then.
    init?() {
        guard let name = Self.name, let command = ChildCommand(name, connecting: .input),
            let descriptor = command.pipeEnd
        else { return nil }
        self.command = command
        self.descriptor = descriptor
    }

    /// An empty variable wants no pager.
    private static var name: String? {
        for variable in ["REDPIPE_PAGER", "PAGER"] {
            if let value = unsafe getenv(variable) {
                let text = unsafe String(cString: value)
                return text.isEmpty || text == "cat" ? nil : text
            }
        }
        return "command -v less >/dev/null && exec less -FRX; exec cat"
    }

    /// Hands text over; waits while the reader is still busy with what it has.
    func write(_ bytes: [UInt8]) {
        guard !isClosed else { return }
        unread?.append(contentsOf: bytes)
        if send(bytes) {
            noteRead()
        } else {
            isClosed = true
            finish()
        }
    }

    /// - Returns: Whether the reader has taken all of it, or has room for it.
    private func send(_ bytes: [UInt8]) -> Bool {
        var offset = 0
        while offset < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(
                    descriptor,
                    buffer.baseAddress?.advanced(by: offset),
                    buffer.count - offset
                )
            }
            if count > 0 {
                offset += count
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }

    /// More than the pipe holds can only be written if somebody reads.
    private func noteRead() {
        if let unread, unread.count > Self.pipeCapacity { self.unread = nil }
    }

    /// In bytes.
    ///
    /// Reference: https://man7.org/linux/man-pages/man7/pipe.7.html
    private static let pipeCapacity = 1 << 16

    /// Says that this was all, and waits until the reader has seen enough.
    func finish() {
        guard !hasEnded else { return }
        hasEnded = true
        close(descriptor)
        // A pager that fails at once has shown nothing.
        let ending = command.wait()
        if ending == .notFound || ending == .failure { missed = unread }
    }
}
