import Glibc

/// What shows text that is taller than the screen: `$REDPIPE_PAGER`, `$PAGER` or `less -FRX`.
final class Pager {
    private let command: ChildCommand
    private let descriptor: Int32
    /// The reader has seen enough.
    private(set) var isClosed = false

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
        var offset = 0
        while offset < bytes.count, !isClosed {
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
                isClosed = true
            }
        }
    }

    /// Says that this was all, and waits until the reader has seen enough.
    func finish() {
        close(descriptor)
        command.wait()
    }
}
