import Glibc

/// A call of the system that failed.
package struct SystemFailure: Error, CustomStringConvertible {
    package let description: String

    package init(_ call: String) {
        description = unsafe "\(call): \(String(cString: strerror(errno)))"
    }
}
