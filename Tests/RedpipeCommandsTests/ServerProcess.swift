import Foundation
import Glibc

/// A server of our own on a unix socket in a private folder; it ends with the value.
final class ServerProcess {
    private let process = Process()
    private let folder: URL

    var socketPath: String { folder.appendingPathComponent("socket").path }

    /// Starts the server and waits until it says that it accepts connections.
    init(_ binary: ServerBinary, options: [String] = []) throws {
        let name = "redpipe-commands-" + UUID().uuidString.prefix(8)
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data().write(to: folder.appendingPathComponent("acl"))
        try Data().write(to: folder.appendingPathComponent("conf"))
        process.executableURL = URL(fileURLWithPath: binary.path)
        process.arguments = [folder.appendingPathComponent("conf").path] + standard + options
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        try waitUntilReady(output.fileHandleForReading)
    }

    deinit {
        // Not SIGTERM: threads of the test runner block it, and their children inherit that.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    private var standard: [String] {
        [
            "--port", "0", "--unixsocket", socketPath, "--save", "", "--dir", folder.path,
            "--aclfile", folder.appendingPathComponent("acl").path, "--enable-debug-command", "yes",
        ]
    }

    /// Reads the log up to the line that every server ends its start with.
    private func waitUntilReady(_ log: FileHandle) throws {
        var text = Data()
        while text.range(of: Data("ready to accept connections".utf8), options: []) == nil,
            text.range(of: Data("Ready to accept connections".utf8), options: []) == nil
        {
            let more = log.availableData
            guard !more.isEmpty else {
                throw NotStarted(log: String(decoding: text, as: UTF8.self))
            }
            text += more
        }
        // What the server still writes must not fill the pipe.
        log.readabilityHandler = { _ = $0.availableData }
    }

    struct NotStarted: Error {
        let log: String
    }
}
