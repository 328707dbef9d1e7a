import Glibc

/// Sockets that listen.
package enum Listening {
    /// A socket at a path.
    ///
    /// - Parameters:
    ///   - path: Where.
    ///   - backlog: How many connections the system accepts before we do.
    /// - Returns: The socket.
    /// - Throws: ``SystemFailure``.
    package static func onPath(_ path: String, backlog: Int32 = 16) throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        let result = unsafe withAddress(path) { unsafe bind(descriptor, $0, $1) }
        guard result == 0, listen(descriptor, backlog) == 0 else { throw SystemFailure("listen") }
        return descriptor
    }

    /// A socket that is connected to one at a path.
    package static func connect(toPath path: String) throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        let result = unsafe withAddress(path) { unsafe Glibc.connect(descriptor, $0, $1) }
        guard result == 0 else { throw SystemFailure("connect") }
        return descriptor
    }

    private static func withAddress(
        _ path: String,
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) {
            unsafe $0.copyBytes(from: path.utf8)
        }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        return unsafe withUnsafePointer(to: address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                unsafe body(generic, length)
            }
        }
    }

    /// A socket on a free port of 127.0.0.1, and the port.
    ///
    /// - Parameter backlog: How many connections the system accepts before we do.
    /// - Returns: The socket and the port.
    /// - Throws: ``SystemFailure``.
    package static func onLoopback(backlog: Int32 = 16) throws -> (Int32, UInt16) {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                guard unsafe bind(descriptor, generic, length) == 0 else { return Int32(-1) }
                return unsafe getsockname(descriptor, generic, &length)
            }
        }
        guard result == 0, listen(descriptor, backlog) == 0 else { throw SystemFailure("listen") }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }

    /// A port of 127.0.0.1 that nobody has now.
    package static func freePort() throws -> UInt16 {
        let (descriptor, port) = try onLoopback()
        close(descriptor)
        return port
    }
}
