import Glibc

/// Reads whole files; `-` is standard input.
enum FileInput {
    /// - Throws: A message with the path and the system's words.
    static func read(_ path: String) throws(ProgramError) -> [UInt8] {
        let descriptor = path == "-" ? 0 : unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path) }
        defer { if descriptor > 0 { close(descriptor) } }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes {
                unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
            }
            if count == 0 { return bytes }
            if count > 0 {
                bytes += chunk[..<count]
            } else if errno != EINTR {
                throw unreadable(path)
            }
        }
    }

    private static func unreadable(_ path: String) -> ProgramError {
        let reason = unsafe String(cString: strerror(errno))
        let name = path == "-" ? "standard input" : path
        return ProgramError("cannot read \(name): \(reason)", .unreadableInput)
    }
}
