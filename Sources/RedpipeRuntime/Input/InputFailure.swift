import Glibc

/// Why input could not be read: the system's words.
package struct InputFailure: Error {
    package let message: String

    /// What an error number stands for.
    package init(_ number: Int32) {
        message = unsafe String(cString: strerror(number))
    }
}
