import Glibc

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
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { buffer in
                unsafe Glibc.send(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
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
