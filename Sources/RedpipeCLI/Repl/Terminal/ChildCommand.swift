import Glibc
import Redpipe

/// A shell command that shares the terminal: a pager, an editor, a program that knows a password.
struct ChildCommand {
    let processIdentifier: pid_t
    /// What is written here the command reads, or the other way round; `nil` if it uses ours.
    let pipeEnd: Int32?

    enum Connection {
        case none
        /// We write what it reads.
        case input
        /// We read what it writes.
        case output
    }

    /// Starts a command; its signals are as the system's default.
    ///
    /// - Returns: `nil` if the system cannot start it.
    init?(_ command: String, connecting connection: Connection = .none) {
        var ends: [Int32] = [-1, -1]
        if connection != .none {
            guard unsafe pipe(&ends) == 0 else { return nil }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        }
        let (theirs, ours) = connection == .input ? (ends[0], ends[1]) : (ends[1], ends[0])
        defer { if theirs >= 0 { close(theirs) } }
        let target = connection == .input ? STDIN_FILENO : STDOUT_FILENO
        guard let process = Self.spawn(command, theirs, as: target) else {
            if ours >= 0 { close(ours) }
            return nil
        }
        processIdentifier = process
        pipeEnd = ours >= 0 ? ours : nil
    }

    private static func spawn(_ command: String, _ end: Int32, as target: Int32) -> pid_t? {
        var actions = unsafe posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawnattr_init(&attributes)
        defer {
            unsafe posix_spawn_file_actions_destroy(&actions)
            unsafe posix_spawnattr_destroy(&attributes)
        }
        if end >= 0 { unsafe posix_spawn_file_actions_adddup2(&actions, end, target) }
        unsafe Spawn.closeOthers(from: 3, &actions)
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        for number in [SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGQUIT] {
            unsafe sigaddset(&signals, number)
        }
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var process: pid_t = 0
        let words = ["/bin/sh", "-c", command]
        var pointers = unsafe words.map { word in unsafe strdup(word) }
        unsafe pointers.append(nil)
        defer { for index in unsafe pointers.indices { unsafe free(pointers[index]) } }
        let result = unsafe pointers.withUnsafeBufferPointer { pointers in
            guard let base = pointers.baseAddress else { return EINVAL }
            return unsafe posix_spawn(&process, "/bin/sh", &actions, &attributes, base, environ)
        }
        return result == 0 ? process : nil
    }

    /// How it ended.
    enum Ending: Equatable {
        case success
        case failure
        /// A signal has ended it.
        case killed
        /// The shell knows no such program, or may not run it.
        case notFound
    }

    /// Waits for its end.
    @discardableResult
    func wait() -> Ending {
        var status: Int32 = 0
        while unsafe waitpid(processIdentifier, &status, 0) < 0 {
            guard errno == EINTR else { return .failure }
        }
        guard status != 0 else { return .success }
        guard status & 0x7f == 0 else { return .killed }
        let code = status >> 8 & 0xff
        return code == 126 || code == 127 ? .notFound : .failure
    }
}
