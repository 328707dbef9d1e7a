import Glibc

/// Signals that concern a line that is being edited: the terminal was resized, or the program is to
/// be stopped or goes on.
///
/// They have a pipe of their own: one that comes while a command runs must not interrupt it.
enum PromptSignals {
    /// Only the handler and the one thread of the program touch it.
    nonisolated(unsafe) private static var writeEnd: Int32 = -1

    /// Starts to catch SIGWINCH and SIGCONT.
    ///
    /// - Returns: The end of the pipe to wait for; `nil` if the system gives no pipe.
    static func install() -> Int32? {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        unsafe writeEnd = ends[1]
        for number in [SIGWINCH, SIGCONT] { handle(number) }
        return ends[0]
    }

    /// Catches Ctrl-Z while the terminal is readline's: it must be given back first.
    static func catchStops() { handle(SIGTSTP) }

    /// Lets Ctrl-Z stop the program at once, as it does while a command runs.
    static func allowStops() { signal(SIGTSTP, SIG_DFL) }

    private static func handle(_ number: Int32) {
        var action = sigaction()
        unsafe action.__sigaction_handler.sa_handler = { number in
            var byte = UInt8(truncatingIfNeeded: number)
            unsafe write(PromptSignals.writeEnd, &byte, 1)
        }
        action.sa_flags = SA_RESTART
        unsafe sigaction(number, &action, nil)
    }

    /// The signals that came since the last call.
    static func take(_ descriptor: Int32) -> Set<Int32> {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = unsafe read(descriptor, &bytes, bytes.count)
        return Set(bytes.prefix(max(0, count)).map(Int32.init))
    }
}
