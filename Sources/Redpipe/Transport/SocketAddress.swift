import Glibc

/// An address in the system's own form.
struct SocketAddress {
    private var storage: sockaddr_storage
    private let length: socklen_t

    /// The family, as `socket` wants it.
    var family: Int32 { Int32(storage.ss_family) }
    /// Whether it is a path and no network address.
    var isUnix: Bool { family == AF_UNIX }

    /// A copy of what the resolver found; `nil` if it is longer than any address.
    init?(copying bytes: UnsafeRawBufferPointer) {
        guard bytes.count <= MemoryLayout<sockaddr_storage>.size else { return nil }
        storage = sockaddr_storage()
        length = socklen_t(bytes.count)
        unsafe withUnsafeMutableBytes(of: &storage) { unsafe $0.copyMemory(from: bytes) }
    }

    /// The path of a unix socket; `nil` if it is longer than the system allows.
    init?(path: String) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        // One byte is left for the NUL.
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let copy = unsafe withUnsafeBytes(of: &address) { unsafe SocketAddress(copying: $0) }
        guard let copy else { return nil }
        self = copy
    }

    /// Shows the address to a call of the system.
    func withPointer<Result>(
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        unsafe withUnsafePointer(to: storage) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe body(address, length)
            }
        }
    }
}
