import Glibc

/// The shell that starts a scratch server, and ends it when this program has gone.
///
/// Its stdin is a pipe from us. Nobody else has the other end, so it is closed by whatever ends
/// this program, SIGKILL included. A second pipe comes back: the shell writes the server's process
/// identifier to it, the server alone holds it after that, so its end is seen at once.
final class ServerWatcher {
    private let folder: String
    private let processIdentifier: pid_t
    /// Closing it ends the server.
    private var leash: Int32
    /// It ends when the server does.
    private let status: Int32

    /// Starts the shell and the server.
    init(
        _ program: ServerProgram,
        arguments: [String],
        folder: String
    ) throws(ScratchServerError) {
        let input = try ProcessChannel()
        let output = try ProcessChannel()
        let words =
            ["sh", "-c", Self.script, "redpipe-scratch", folder, program.path]
            + ServerProgram.arguments(folder: folder) + arguments
        processIdentifier = try Spawn.run(
            "/bin/sh",
            words,
            standardInput: input.theirs,
            status: output.theirs
        )
        self.folder = folder
        leash = input.takeOurs()
        status = output.takeOurs()
    }

    deinit {
        stop()
        close(status)
    }

    /// Ends the server and waits until the folder is gone.
    func stop() {
        guard leash >= 0 else { return }
        close(leash)
        leash = -1
        var result: Int32 = 0
        while unsafe waitpid(processIdentifier, &result, 0) < 0, errno == EINTR {}
    }

    /// `read` returns when the pipe is closed: nothing is ever written to it.
    ///
    /// The signals of a terminal do not end the watcher, so that it can end the server.
    private static let script = """
        trap '' HUP INT QUIT TERM
        folder=$1
        shift
        "$@" </dev/null >"$folder/log" 2>&1 &
        server=$!
        echo "$server" >&3
        exec 3>&-
        read -r never
        kill -KILL "$server"
        wait "$server"
        rm -rf "$folder"
        """
}

extension ServerWatcher {
    /// The server's process, as the shell says.
    func readProcessIdentifier(until deadline: Moment) throws(ScratchServerError) -> Int32 {
        var digits: [UInt8] = []
        while digits.last != UInt8(ascii: "\n") {
            try waitForStatus(until: deadline)
            var byte: UInt8 = 0
            guard unsafe read(status, &byte, 1) == 1 else { throw .ended(lastWords) }
            digits.append(byte)
        }
        guard let identifier = digits.dropLast().decimalNumber else { throw .ended(lastWords) }
        return Int32(identifier)
    }

    private func waitForStatus(until deadline: Moment) throws(ScratchServerError) {
        var poller = Poller()
        poller.watch(status, for: .readable)
        while poller.events(at: 0).isEmpty {
            guard Moment.now < deadline else { throw .timedOut }
            poller.wait(until: deadline)
        }
    }

    /// Waits until the server answers a PING, with whatever.
    func waitUntilAnswering(until deadline: Moment) throws(ScratchServerError) {
        let path = ServerProgram.socketPath(in: folder)
        guard let address = SocketAddress(path: path) else {
            throw .system("connect", "the path of the socket is too long")
        }
        while !Self.answers(address, until: deadline) {
            guard Moment.now < deadline else { throw .timedOut }
            try pause()
        }
    }

    /// Waits a millisecond, unless the server ends meanwhile.
    private func pause() throws(ScratchServerError) {
        var poller = Poller()
        poller.watch(status, for: .readable)
        poller.wait(until: .now + .milliseconds(1))
        guard poller.events(at: 0).isEmpty else { throw .ended(lastWords) }
    }

    private static func answers(_ address: SocketAddress, until deadline: Moment) -> Bool {
        guard let socket = try? Socket.connecting(to: address) else { return false }
        guard
            case .moved = unsafe Array("PING\r\n".utf8).withUnsafeBytes({ unsafe socket.send($0) })
        else { return false }
        var poller = Poller()
        poller.watch(socket.fileDescriptor, for: .readable)
        poller.wait(until: deadline)
        return poller.events(at: 0).contains(.readable)
    }

    /// The end of what the server has logged.
    private var lastWords: String {
        var bytes: [UInt8] = []
        let descriptor = unsafe open(folder + "/log", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "no log" }
        defer { close(descriptor) }
        var chunk = [UInt8](repeating: 0, count: 4096)
        while case let count = unsafe read(descriptor, &chunk, chunk.count), count > 0 {
            bytes += chunk[..<count]
        }
        let lines = bytes.split(separator: UInt8(ascii: "\n")).suffix(3)
        return lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "; ")
    }
}
