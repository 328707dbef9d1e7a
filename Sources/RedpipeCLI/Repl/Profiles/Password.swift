import Glibc

/// Fetches a password from where a profile says it is, when the connection is opened.
enum Password {
    static func fetch(_ source: Configuration.PasswordSource) throws(ProgramError) -> String {
        switch source {
        case .file(let path): return firstLine(try FileInput.read(UserFolders.expanded(path)))
        case .environment(let name):
            guard let value = UserFolders.environment(name) else {
                throw ProgramError("the environment has no `\(name)`", .usage)
            }
            return value
        case .command(let command): return try output(of: command)
        }
    }

    private static func output(of command: String) throws(ProgramError) -> String {
        guard let child = ChildCommand(command, connecting: .output), let end = child.pipeEnd else {
            throw ProgramError("the command for a password cannot be started", .usage)
        }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = unsafe read(end, &chunk, chunk.count)
            if count > 0 {
                bytes += chunk[..<count]
            } else if count == 0 || errno != EINTR {
                break
            }
        }
        close(end)
        guard child.wait() == .success else {
            throw ProgramError("the command for a password has failed", .usage)
        }
        return firstLine(bytes)
    }

    private static func firstLine(_ bytes: [UInt8]) -> String {
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        return String(decoding: line, as: UTF8.self)
    }
}
