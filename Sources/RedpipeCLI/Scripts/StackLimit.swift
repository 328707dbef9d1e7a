import Glibc

/// The room for functions of a script that call each other.
enum StackLimit {
    /// The system keeps 128 MiB of addresses free below the stack, however small its limit was.
    private static let wanted: rlim_t = 64 << 20

    /// Lets the stack of this program grow further, as far as the system allows.
    ///
    /// - Returns: The limit that holds now, in bytes.
    static func raise() -> Int {
        var limit = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) == 0 else {
            return 8 << 20
        }
        if limit.rlim_cur < wanted {
            var raised = limit
            raised.rlim_cur = min(wanted, limit.rlim_max)
            if unsafe setrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &raised) == 0 {
                limit = raised
            }
        }
        return Int(min(limit.rlim_cur, wanted))
    }
}
