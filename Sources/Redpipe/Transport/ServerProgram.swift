import Glibc

/// The program that serves scratch connections.
struct ServerProgram {
    let path: String

    /// The program that `REDPIPE_SERVER` names, else the first one that is installed.
    static func find() throws(ScratchServerError) -> ServerProgram {
        let names = environment("REDPIPE_SERVER").map { [$0] } ?? ["redis-server", "valkey-server"]
        for name in names {
            if let path = locate(name) { return ServerProgram(path: path) }
        }
        throw .noServer(names)
    }

    /// The arguments for a server without persistence and network in a folder.
    static func arguments(folder: String) -> [String] {
        [
            "--port", "0", "--unixsocket", socketPath(in: folder), "--unixsocketperm", "700",
            "--dir", folder, "--save", "", "--appendonly", "no", "--daemonize", "no",
            "--logfile", "", "--loglevel", "warning",
        ]
    }

    static func socketPath(in folder: String) -> String { folder + "/s" }

    private static func locate(_ name: String) -> String? {
        guard !name.contains("/") else { return isExecutable(name) ? name : nil }
        let path = environment("PATH") ?? "/usr/local/bin:/usr/bin:/bin"
        return path.split(separator: ":").map { "\($0)/\(name)" }.first(where: isExecutable)
    }

    private static func isExecutable(_ path: String) -> Bool {
        unsafe access(path, X_OK) == 0
    }

    /// A variable of the environment; `nil` if it is empty.
    static func environment(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        let text = unsafe String(cString: value)
        return text.isEmpty ? nil : text
    }
}
