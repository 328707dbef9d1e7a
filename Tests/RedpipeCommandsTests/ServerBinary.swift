import Foundation
import Testing

/// A server program on this machine.
struct ServerBinary: CustomTestStringConvertible, Sendable {
    let path: String

    var testDescription: String {
        URL(fileURLWithPath: path).deletingLastPathComponent().lastPathComponent
    }

    /// The distribution's server, and those that `scripts/test-servers` has installed.
    static let installed = (onPath + downloaded).map(ServerBinary.init)

    private static var onPath: [String] {
        let folders = ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":")
        let candidates = folders.map { String($0) + "/redis-server" }
        return Array(candidates.filter(isExecutable).prefix(1))
    }

    private static var downloaded: [String] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appendingPathComponent(".build-servers").path
        let names = [
            "redis-8.2/redis-server", "valkey-8.1/valkey-server", "valkey-9.1/valkey-server",
        ]
        return names.map { folder + "/" + $0 }.filter(isExecutable)
    }

    private static func isExecutable(_ path: String) -> Bool {
        FileManager.default.isExecutableFile(atPath: path)
    }
}
