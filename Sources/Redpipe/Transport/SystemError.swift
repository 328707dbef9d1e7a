import Glibc

/// An error number of the system.
struct SystemError: Error, Hashable, Sendable {
    let number: Int32

    init(_ number: Int32) {
        self.number = number
    }

    /// Whether the same call may succeed in a moment.
    var isTemporary: Bool { number == EAGAIN }

    /// The error of the call that has just failed.
    static var last: SystemError { SystemError(errno) }
}

extension SystemError: CustomStringConvertible {
    /// The system's words: `Connection refused`.
    var description: String {
        var buffer = [CChar](repeating: 0, count: 128)
        let count = buffer.count
        guard unsafe strerror_r(number, &buffer, count) == 0 else { return "error \(number)" }
        let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
