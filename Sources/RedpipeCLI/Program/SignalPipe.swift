import Glibc

/// Turns SIGINT, SIGTERM and SIGHUP into bytes of a pipe, which a poll loop can wait for.
///
/// A handler may do nearly nothing; it notes the signal and writes one byte.
enum SignalPipe {
    /// Only the handler and the one thread of the program touch these.
    nonisolated(unsafe) private static var received: sig_atomic_t = 0
    nonisolated(unsafe) private static var writeEnd: Int32 = -1

    /// Starts to catch the signals.
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
        for number in [SIGINT, SIGTERM, SIGHUP] { catchSignal(number) }
        return ends[0]
    }

    /// The signal that came: of several the first, but Ctrl-C gives way to one that ends the program.
    static var signal: Int32? {
        let number = unsafe received
        return number == 0 ? nil : number
    }

    /// Forgets the signals that came: an interactive session goes on after an interruption.
    static func forget(_ descriptor: Int32?) {
        unsafe received = 0
        guard let descriptor else { return }
        var bytes = [UInt8](repeating: 0, count: 64)
        while unsafe read(descriptor, &bytes, bytes.count) > 0 {}
    }

    /// Forgets Ctrl-C, but no signal that ends the program.
    static func forgetInterruption(_ descriptor: Int32?) {
        if signal == nil || signal == SIGINT { forget(descriptor) }
    }

    /// A signal that is ignored from outside, as by `nohup`, stays ignored.
    private static func catchSignal(_ number: Int32) {
        var old = sigaction()
        unsafe sigaction(number, nil, &old)
        if unsafe unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self) == 1 { return }
        var action = sigaction()
        unsafe action.__sigaction_handler.sa_handler = { number in
            let known = unsafe SignalPipe.received
            if known == 0 || known == SIGINT { unsafe SignalPipe.received = number }
            var byte = UInt8(truncatingIfNeeded: number)
            unsafe write(SignalPipe.writeEnd, &byte, 1)
        }
        unsafe sigaction(number, &action, nil)
    }
}
