import Glibc

/// A pipe that wakes somebody up.
package final class SelfPipe: Sendable {
    /// What the sleeper watches.
    package let readEnd: Int32
    private let writeEnd: Int32

    package init() throws {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { throw SystemFailure("pipe") }
        (readEnd, writeEnd) = (ends[0], ends[1])
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    /// Wakes the sleeper up once.
    package func write() {
        var byte: UInt8 = 0
        _ = unsafe Glibc.write(writeEnd, &byte, 1)
    }
}
