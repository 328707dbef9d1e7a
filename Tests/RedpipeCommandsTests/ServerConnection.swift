import Glibc
import RedpipeRESP

/// A blocking connection to a scratch server: one command, one reply.
final class ServerConnection {
    private let socket: Int32
    private var decoder = RESPDecoder()

    /// Connects and chooses the protocol.
    init(to server: ServerProcess, protocolVersion: Int = 3) throws {
        socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        try Self.connect(socket, to: server.socketPath)
        _ = try send([Array("HELLO".utf8), Array("\(protocolVersion)".utf8)])
    }

    deinit {
        close(socket)
    }

    /// Sends a command; push messages before its reply are dropped.
    func send(_ words: [[UInt8]]) throws -> RESPValue {
        var request: [UInt8] = []
        RESPEncoder.appendCommand(words, to: &request)
        try write(request)
        while true {
            while try !decoder.next() {
                let bytes = try read()
                decoder.append(bytes.span)
            }
            if !decoder.isPush {
                return decoder.value
            }
        }
    }

    private func write(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { bytes in
                unsafe Glibc.send(
                    socket,
                    bytes.baseAddress,
                    bytes.count,
                    Int32(MSG_NOSIGNAL)
                )
            }
            guard count > 0 else { throw SocketError(call: "send", number: errno) }
            rest = rest.dropFirst(count)
        }
    }

    private func read() throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 65536)
        let count = unsafe bytes.withUnsafeMutableBytes { bytes in
            unsafe Glibc.read(socket, bytes.baseAddress, bytes.count)
        }
        guard count > 0 else { throw SocketError(call: "read", number: count == 0 ? 0 : errno) }
        return Array(bytes.prefix(count))
    }

    private static func connect(_ socket: Int32, to path: String) throws {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { bytes in
            unsafe bytes.copyBytes(from: path.utf8.prefix(bytes.count - 1))
        }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let result = unsafe withUnsafePointer(to: address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe Glibc.connect(socket, $0, size)
            }
        }
        guard result == 0 else { throw SocketError(call: "connect", number: errno) }
    }
}

/// A call of the system that failed; number 0 is the end of the stream.
struct SocketError: Error {
    let call: String
    let number: Int32
}

/// A TCP port on which nothing listens now.
func freePort() throws -> UInt16 {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = unsafe withUnsafeMutablePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
            let bound = unsafe bind(socket, pointer, size)
            return unsafe bound == 0 ? getsockname(socket, pointer, &size) : bound
        }
    }
    guard result == 0 else { throw SocketError(call: "bind", number: errno) }
    return UInt16(bigEndian: address.sin_port)
}
