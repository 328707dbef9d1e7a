import Glibc
import Redpipe

/// A connection to a scripted server, as its script sees it.
package final class ScriptedClient {
    private let descriptor: Int32
    private var isOpen = true
    /// Everything that was read.
    private var received: [UInt8] = []
    /// How much of it the script has looked at.
    private var position = 0

    init(owning descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Answers the handshake of a RESP2 connection without password and database, or of any other
    /// one: the number of its commands says which.
    package func greet(commandCount: Int = 3) {
        for _ in 0..<commandCount {
            switch receiveCommand()?.first {
            case "PING": send("+PONG\r\n")
            case "HELLO": send("%1\r\n+proto\r\n:3\r\n")
            default: send("+OK\r\n")
            }
        }
    }

    /// The next command; `nil` at the end.
    package func receiveCommand() -> [String]? {
        guard let header = receiveLine(), let count = Int(header.dropFirst()) else { return nil }
        var words: [String] = []
        for _ in 0..<count {
            guard let length = receiveLine().flatMap({ Int($0.dropFirst()) }),
                let bytes = receive(length + 2)
            else { return nil }
            words.append(String(decoding: bytes.dropLast(2), as: UTF8.self))
        }
        return words
    }

    /// So many bytes; `nil` if the connection ends before.
    package func receive(_ byteCount: Int) -> ArraySlice<UInt8>? {
        while received.count - position < byteCount {
            guard readMore() else { return nil }
        }
        position += byteCount
        return received[(position - byteCount)..<position]
    }

    private func receiveLine() -> String? {
        while true {
            if let end = received[position...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = received[position..<(end - 1)]
                position = end + 1
                return String(decoding: line, as: UTF8.self)
            }
            guard readMore() else { return nil }
        }
    }

    private func readMore() -> Bool {
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        let count = unsafe recv(descriptor, &chunk, chunk.count, 0)
        guard count > 0 else { return false }
        received += chunk[..<count]
        return true
    }

    /// Reads and answers nothing until the other side closes.
    package func stall() {
        while readMore() {}
    }

    /// Sends a text.
    package func send(_ text: String) {
        send(Array(text.utf8))
    }

    /// Sends bytes, as many as the other side takes.
    package func send(_ bytes: [UInt8]) {
        Self.send(bytes, to: descriptor)
    }

    private static func send(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { buffer in
                unsafe Glibc.send(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Passes requests on to a real server and its replies back.
    ///
    /// - Parameters:
    ///   - endpoint: The real server's, a unix socket.
    ///   - limit: After how many bytes of requests to stop.
    ///   - forwardsReplies: Whether replies come back.
    func forward(to endpoint: Endpoint, limit: Int, forwardsReplies: Bool) {
        guard case .unix(let path) = endpoint.address,
            let upstream = try? Listening.connect(toPath: path)
        else { return }
        defer { Glibc.close(upstream) }
        var rest = limit
        rest -= pass(upTo: rest, to: upstream)
        while rest > 0 {
            var entries = [
                pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: upstream, events: Int16(POLLIN), revents: 0),
            ]
            guard unsafe poll(&entries, 2, -1) > 0 else { continue }
            if entries[1].revents != 0 {
                guard let bytes = Self.read(upstream) else { return }
                if forwardsReplies { send(bytes) }
            }
            guard entries[0].revents != 0 else { continue }
            guard readMore() else { return }
            rest -= pass(upTo: rest, to: upstream)
        }
        drain(upstream)
    }

    /// Sends what was read and not looked at.
    private func pass(upTo limit: Int, to upstream: Int32) -> Int {
        let part = Array(received[position...].prefix(limit))
        position += part.count
        Self.send(part, to: upstream)
        return part.count
    }

    /// Waits until the server has run what it was sent whole: it closes after the last of it.
    private func drain(_ upstream: Int32) {
        shutdown(upstream, Int32(SHUT_WR))
        while Self.read(upstream) != nil {}
    }

    private static func read(_ descriptor: Int32) -> [UInt8]? {
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        let count = unsafe recv(descriptor, &chunk, chunk.count, 0)
        return count > 0 ? Array(chunk[..<count]) : nil
    }

    /// Ends a TCP connection with a reset instead of an orderly close.
    package func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        let size = socklen_t(MemoryLayout<linger>.size)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, size)
        close()
    }

    /// Closes the connection.
    ///
    /// - Returns: Everything that was read.
    @discardableResult
    package func close() -> [UInt8] {
        if isOpen { Glibc.close(descriptor) }
        isOpen = false
        return received
    }
}
