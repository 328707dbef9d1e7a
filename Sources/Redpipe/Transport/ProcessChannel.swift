import Glibc

/// A pair of connected descriptors, one for us and one for a process that we start.
///
/// Neither is inherited by any other process, not even by one that another thread starts at this
/// very moment, which two calls for a pipe could not promise.
final class ProcessChannel {
    private(set) var ours: Int32
    /// Closed with the channel: the process has a copy by then.
    let theirs: Int32

    init() throws(ScratchServerError) {
        var ends: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard unsafe socketpair(AF_UNIX, type, 0, &ends) == 0 else {
            throw .system("socketpair", SystemError.last.description)
        }
        ours = Self.moveUp(ends[0])
        theirs = Self.moveUp(ends[1])
    }

    deinit {
        if ours >= 0 { close(ours) }
        close(theirs)
    }

    /// Moves a descriptor away from those that a child is given, 0 to 3.
    private static func moveUp(_ descriptor: Int32) -> Int32 {
        guard descriptor < firstFree else { return descriptor }
        let moved = fcntl(descriptor, F_DUPFD_CLOEXEC, firstFree)
        close(descriptor)
        return moved
    }

    /// Our end; the caller closes it.
    func takeOurs() -> Int32 {
        exchange(&ours, with: -1)
    }

    private static let firstFree: Int32 = 10
}
