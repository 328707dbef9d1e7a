package import Glibc

/// Starts processes that inherit nothing but what they are given.
package enum Spawn {
    /// Starts a program in a session of its own, with its output on /dev/null.
    ///
    /// - Parameters:
    ///   - path: The program.
    ///   - arguments: Its arguments, its own name first.
    ///   - standardInput: What it reads.
    ///   - status: What it gets as descriptor 3.
    /// - Returns: Its process identifier.
    /// - Throws: ``ScratchServerError/system(_:_:)`` if it cannot be started.
    static func run(
        _ path: String,
        _ arguments: [String],
        standardInput: Int32,
        status: Int32
    ) throws(ScratchServerError) -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawnattr_init(&attributes)
        defer {
            unsafe posix_spawn_file_actions_destroy(&actions)
            unsafe posix_spawnattr_destroy(&attributes)
        }
        unsafe posix_spawn_file_actions_adddup2(&actions, standardInput, STDIN_FILENO)
        for output in [STDOUT_FILENO, STDERR_FILENO] {
            unsafe posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
        }
        unsafe posix_spawn_file_actions_adddup2(&actions, status, 3)
        unsafe closeOthers(from: 4, &actions)
        clearSignals(&attributes)
        var process: pid_t = 0
        let result = unsafe withCStrings(arguments) { words in
            unsafe withCStrings(environment) { variables in
                unsafe posix_spawn(&process, path, &actions, &attributes, words, variables)
            }
        }
        guard result == 0 else {
            throw .system("posix_spawn", SystemError(result).description)
        }
        return process
    }

    /// Closes what other code of the program has opened and lets processes inherit.
    ///
    /// The C library's Swift module leaves the function out; where there is none, what is
    /// inherited does no harm but that it stays open for as long as the process runs.
    ///
    /// - Parameters:
    ///   - first: The first descriptor that the process is not to have.
    ///   - actions: What is done before the program runs.
    package static func closeOthers(
        from first: CInt,
        _ actions: inout posix_spawn_file_actions_t
    ) {
        typealias CloseFrom =
            @convention(c) (
                UnsafeMutablePointer<posix_spawn_file_actions_t>, CInt
            ) -> CInt
        let name = "posix_spawn_file_actions_addclosefrom_np"
        guard let symbol = unsafe dlsym(nil, name) else { return }
        let closeFrom = unsafe unsafeBitCast(symbol, to: CloseFrom.self)
        _ = unsafe closeFrom(&actions, first)
    }

    /// A session of its own, all signals let through and handled as usual.
    ///
    /// What this thread blocks or ignores would be inherited: a shell that never hears of its
    /// child's end waits for ever.
    private static func clearSignals(_ attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        var all = sigset_t()
        unsafe sigemptyset(&none)
        unsafe sigfillset(&all)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setsigdefault(&attributes, &all)
        let flags = newSession | Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
        unsafe posix_spawnattr_setflags(&attributes, flags)
    }

    /// `POSIX_SPAWN_SETSID`, which the C library's Swift module leaves out.
    private static let newSession: Int16 = 0x80

    /// What a server may need; the rest, passwords for instance, is none of its business.
    private static var environment: [String] {
        ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH"].compactMap { name in
            ServerProgram.environment(name).map { "\(name)=\($0)" }
        } + ["LC_ALL=C"]
    }

    /// Shows texts as C does: an array of pointers with a null behind it.
    private static func withCStrings(
        _ texts: [String],
        _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Int32
    ) -> Int32 {
        var pointers = unsafe texts.map { unsafe strdup($0) }
        unsafe pointers.append(nil)
        defer {
            for index in unsafe pointers.indices { unsafe free(pointers[index]) }
        }
        return unsafe pointers.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return EINVAL }
            return unsafe body(base)
        }
    }
}
