import Glibc

/// Feeds a process its input while it drains what it writes, so that neither side waits for ever.
struct StreamExchange {
    private(set) var output: [UInt8] = []
    private(set) var errors: [UInt8] = []
    private var input: ArraySlice<UInt8>
    private var streams: [pollfd]
    private var deadline = timespec()

    init(_ process: ChildProcess, input: [UInt8], patience: Int) {
        self.input = input[...]
        streams = [
            pollfd(fd: process.input, events: Int16(POLLOUT), revents: 0),
            pollfd(fd: process.output, events: Int16(POLLIN), revents: 0),
            pollfd(fd: process.errors, events: Int16(POLLIN), revents: 0),
        ]
        _ = fcntl(process.input, F_SETFL, O_NONBLOCK)
        unsafe clock_gettime(CLOCK_MONOTONIC, &deadline)
        deadline.tv_sec += patience
    }

    /// Whether both outputs ended in time.
    mutating func run() -> Bool {
        feed()
        while streams[1].fd >= 0 || streams[2].fd >= 0 {
            let rest = remainingMilliseconds
            guard rest > 0, unsafe poll(&streams, 3, rest) >= 0 || errno == EINTR else {
                closeInput()
                return false
            }
            if streams[0].revents != 0 { feed() }
            for index in 1...2 where streams[index].revents != 0 { drain(index) }
        }
        closeInput()
        return true
    }

    private var remainingMilliseconds: Int32 {
        var now = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &now)
        let seconds = deadline.tv_sec - now.tv_sec
        return Int32(clamping: seconds * 1000 + (deadline.tv_nsec - now.tv_nsec) / 1_000_000)
    }

    private mutating func feed() {
        guard streams[0].fd >= 0 else { return }
        if !input.isEmpty {
            let written = unsafe input.withUnsafeBytes {
                unsafe write(streams[0].fd, $0.baseAddress, $0.count)
            }
            if written > 0 {
                input = input.dropFirst(written)
            } else if errno != EAGAIN, errno != EINTR {
                input = []
            }
        }
        if input.isEmpty { closeInput() }
    }

    private mutating func closeInput() {
        guard streams[0].fd >= 0 else { return }
        close(streams[0].fd)
        streams[0].fd = -1
    }

    private mutating func drain(_ index: Int) {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let count = unsafe chunk.withUnsafeMutableBytes {
            unsafe read(streams[index].fd, $0.baseAddress, $0.count)
        }
        if count > 0 {
            if index == 1 { output += chunk[..<count] } else { errors += chunk[..<count] }
        } else if count == 0 || errno != EINTR {
            streams[index].fd = -1
        }
    }
}
