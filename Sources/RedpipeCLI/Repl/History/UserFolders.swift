import Glibc

/// Where a user keeps what the program writes and reads.
///
/// Reference: https://specifications.freedesktop.org/basedir-spec/latest/
enum UserFolders {
    /// `REDPIPE_HISTFILE`, or the file in the folder for state; `nil` without a home.
    static var historyPath: String? {
        if let path = environment("REDPIPE_HISTFILE") { return path }
        return folder("XDG_STATE_HOME", ".local/state").map { $0 + "/redpipe/history" }
    }

    static var configurationPath: String? {
        folder("XDG_CONFIG_HOME", ".config").map { $0 + "/redpipe/config" }
    }

    private static func folder(_ variable: String, _ inHome: String) -> String? {
        if let folder = environment(variable), folder.hasPrefix("/") { return folder }
        return environment("HOME").map { $0 + "/" + inHome }
    }

    /// A variable that is set and not empty.
    static func environment(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        let text = unsafe String(cString: value)
        return text.isEmpty ? nil : text
    }

    /// `~/x` as the shell reads it.
    static func expanded(_ path: String) -> String {
        guard path == "~" || path.hasPrefix("~/"), let home = environment("HOME") else {
            return path
        }
        return home + path.dropFirst()
    }
}

/// Makes folders that only their owner can enter.
enum FolderMaker {
    /// Makes the folder of a file, with those around it.
    static func makeFolder(of path: String) {
        guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
        let folder = String(path[..<slash])
        guard unsafe access(folder, F_OK) != 0 else { return }
        makeFolder(of: folder)
        unsafe mkdir(folder, 0o700)
    }
}
