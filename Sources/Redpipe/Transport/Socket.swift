import Glibc

/// A non-blocking stream socket, closed with its owner.
struct Socket: ~Copyable {
    let fileDescriptor: Int32

    private init(owning fileDescriptor: Int32) {
        self.fileDescriptor = fileDescriptor
    }

    /// A socket that has begun to connect; it can be written to when that is done.
    static func connecting(to address: borrowing SocketAddress) throws(SystemError) -> Socket {
        let type =
            Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
            | Int32(SOCK_CLOEXEC.rawValue)
        let descriptor = socket(address.family, type, 0)
        guard descriptor >= 0 else { throw .last }
        let socket = Socket(owning: try aboveStandardStreams(descriptor))
        if !address.isUnix { socket.disableDelay() }
        try socket.connect(to: address)
        return socket
    }

    deinit {
        close(fileDescriptor)
    }

    /// Moves a descriptor that would pass for stdin, stdout or stderr, which may be closed.
    static func aboveStandardStreams(_ descriptor: Int32) throws(SystemError) -> Int32 {
        guard descriptor <= STDERR_FILENO else { return descriptor }
        let moved = fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
        let error = SystemError.last
        close(descriptor)
        guard moved >= 0 else { throw error }
        return moved
    }

    /// Small commands shall not wait for the acknowledgement of earlier ones.
    private func disableDelay() {
        var on: Int32 = 1
        let size = socklen_t(MemoryLayout.size(ofValue: on))
        _ = unsafe setsockopt(fileDescriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, size)
    }

    private func connect(to address: borrowing SocketAddress) throws(SystemError) {
        let result = unsafe address.withPointer { pointer, length in
            unsafe Glibc.connect(fileDescriptor, pointer, length)
        }
        guard result != 0 else { return }
        let error = SystemError.last
        // Interrupted, it goes on by itself.
        guard error.number == EINPROGRESS || error.number == EINTR else { throw error }
    }
}

extension Socket {
    /// How connecting ended, once the socket can be written to.
    func checkConnected() throws(SystemError) {
        var number: Int32 = 0
        var size = socklen_t(MemoryLayout.size(ofValue: number))
        let result = unsafe getsockopt(fileDescriptor, SOL_SOCKET, SO_ERROR, &number, &size)
        guard result == 0 else { throw .last }
        guard number == 0 else { throw SystemError(number) }
    }

    /// Sends what the system takes now.
    func send(_ bytes: UnsafeRawBufferPointer) -> Transfer {
        Transfer(unsafe Glibc.send(fileDescriptor, bytes.baseAddress, bytes.count, sendFlags))
    }

    /// Receives what has arrived.
    func receive(into buffer: UnsafeMutableRawBufferPointer) -> Transfer {
        Transfer(unsafe recv(fileDescriptor, buffer.baseAddress, buffer.count, 0))
    }

    /// A broken connection is an error of ours, not a signal that ends the program.
    private var sendFlags: Int32 { Int32(MSG_NOSIGNAL) }
}

/// What a call that moves bytes has done.
enum Transfer {
    /// So many bytes; of a receiving call, none means that the other side has closed.
    case moved(Int)
    /// Nothing can be moved now.
    case wouldBlock
    case failed(SystemError)

    /// Reads a result of `send` or `recv`, directly after the call.
    init(_ result: Int) {
        guard result < 0 else {
            self = .moved(result)
            return
        }
        switch errno {
        case EAGAIN, EINTR: self = .wouldBlock
        case let number: self = .failed(SystemError(number))
        }
    }
}
