import Glibc

/// The descriptors 0, 1 and 2, which a shell may hand over closed: `redpipe <&-`.
enum StandardStreams {
    /// Occupies closed ones, so that no socket or file of ours passes for standard input or output.
    ///
    /// What takes their place can be used in the wrong direction only: reading or writing fails, as
    /// it does with a closed descriptor.
    static func occupyClosed() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest free descriptor is this one.
            _ = unsafe open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }
}
