import Glibc
import RedpipeRESP

/// A real server for one test, its real `redis-cli`, and a socket to look at the same replies.
final class ReferenceServer {
    private let server: ChildProcess
    private let folder: String
    private var socketPath: String { folder + "/redis.sock" }

    /// Starts a server in a folder of its own, and waits until it says that it is ready.
    init() throws {
        var template = Array("/tmp/redpipe-printers-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw Failure.noFolder }
        folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        server = try ChildProcess([
            "redis-server", "--port", "0", "--unixsocket", folder + "/redis.sock", "--dir", folder,
            "--save", "", "--enable-debug-command", "yes",
        ])
        var log = ""
        while !log.contains("ready to accept connections") {
            let more = server.nextOutput()
            guard !more.isEmpty else { throw Failure.serverEnded(log) }
            log += String(decoding: more, as: UTF8.self)
        }
    }

    deinit {
        server.end()
        unsafe unlink(socketPath)
        unsafe rmdir(folder)
    }

    /// What `redis-cli` prints for a command.
    func referenceText(_ options: [String], _ arguments: [String]) throws -> [UInt8] {
        try ChildProcess(["redis-cli", "-s", socketPath] + options + arguments).readToEnd()
    }

    /// Sends commands on one connection.
    ///
    /// - Returns: The reply to the last of them.
    func reply(toLastOf commands: [[String]]) throws -> WireReply {
        let socket = try connect()
        defer { close(socket) }
        var request: [UInt8] = []
        for command in commands {
            RESPEncoder.appendCommand(command.map { Array($0.utf8) }, to: &request)
        }
        guard unsafe write(socket, request, request.count) == request.count else {
            throw Failure.connectionLost
        }
        var decoder = RESPDecoder()
        for _ in commands { try receive(from: socket, &decoder) }
        return decoder.withReply { nodes, bytes in WireReply(nodes, bytes) }
    }

    private func receive(from socket: Int32, _ decoder: inout RESPDecoder) throws {
        while try !decoder.next() {
            let count = unsafe decoder.append(upTo: 65_536) { room in
                unsafe read(socket, room.baseAddress, room.count)
            }
            guard count > 0 else { throw Failure.connectionLost }
        }
    }

    private func connect() throws -> Int32 {
        let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { path in
            unsafe path.copyBytes(from: socketPath.utf8)
        }
        let result = unsafe withUnsafePointer(to: &address) { address in
            unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe Glibc.connect(socket, address, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else { throw Failure.connectionLost }
        return socket
    }

    enum Failure: Error {
        case noFolder
        case serverEnded(String)
        case connectionLost
    }
}

/// A reply as it lay in a decoder.
struct WireReply {
    let nodes: [RESPNode]
    let bytes: [UInt8]

    init(_ nodes: Span<RESPNode>, _ bytes: Span<UInt8>) {
        self.nodes = nodes.indices.map { nodes[$0] }
        self.bytes = bytes.indices.map { bytes[$0] }
    }
}
