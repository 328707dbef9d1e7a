import Glibc

/// Why input could not be read: the system's words.
struct InputFailure: Error {
    let message: String

    /// What an error number stands for.
    init(_ number: Int32) {
        message = unsafe String(cString: strerror(number))
    }
}
