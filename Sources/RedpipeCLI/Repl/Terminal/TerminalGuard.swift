import Glibc

/// Brings the terminal back into the state in which it was, on every way out.
///
/// A crash leaves no time for readline: the handler does the two things that matter, restoring the
/// settings and turning bracketed paste off, and both may be done in a handler.
enum TerminalGuard {
    /// Written once, before the first handler can run.
    nonisolated(unsafe) private static var settings = termios()
    nonisolated(unsafe) private static var isSaved = false

    static func install() {
        guard unsafe tcgetattr(0, &settings) == 0 else { return }
        unsafe isSaved = true
        for number in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT] {
            signal(number) { number in
                TerminalGuard.restore()
                signal(number, SIG_DFL)
                raise(number)
            }
        }
    }

    static func restore() {
        guard unsafe isSaved else { return }
        unsafe tcsetattr(0, TCSADRAIN, &settings)
        // ESC [ ? 2004 l: bracketed paste off.
        let sequence: (UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8) =
            (0x1b, 0x5b, 0x3f, 0x32, 0x30, 0x30, 0x34, 0x6c)
        unsafe withUnsafeBytes(of: sequence) { bytes in
            _ = unsafe write(1, bytes.baseAddress, bytes.count)
        }
    }
}
