import Glibc

/// The look-up of a host name that goes on while the program does other things.
///
/// The C library does it on a thread of its own, which is the only way not to wait for a name
/// server longer than one wants. Where it cannot, the program waits as long as the resolver does.
@safe
final class Resolution {
    /// A `gaicb`: the name, the service, the hints, then the result, all pointers; then reserved.
    private let request: UnsafeMutableRawPointer
    private let hints: UnsafeMutablePointer<addrinfo>
    private let name: UnsafeMutablePointer<CChar>?
    private let service: UnsafeMutablePointer<CChar>?

    /// Starts to look up a name.
    init(host: String, port: UInt16) {
        unsafe name = strdup(host)
        unsafe service = strdup(String(port))
        unsafe hints = .allocate(capacity: 1)
        unsafe hints.initialize(to: addrinfo())
        unsafe hints.pointee.ai_socktype = Int32(SOCK_STREAM.rawValue)
        unsafe request = .allocate(byteCount: Self.requestSize, alignment: Self.word)
        unsafe request.initializeMemory(as: UInt8.self, repeating: 0, count: Self.requestSize)
        unsafe request.storeBytes(of: name, as: UnsafeMutablePointer<CChar>?.self)
        unsafe request.storeBytes(
            of: service,
            toByteOffset: Self.word,
            as: UnsafeMutablePointer<CChar>?.self
        )
        unsafe request.storeBytes(
            of: hints,
            toByteOffset: 2 * Self.word,
            as: UnsafeMutablePointer<addrinfo>.self
        )
        start()
    }

    deinit {
        // What cannot be cancelled is still being written to: then the memory must stay.
        if let functions = ResolverFunctions.shared,
            unsafe functions.cancel(request) == ResolverFunctions.notCancelled
        {
            return
        }
        if let addresses = unsafe result { unsafe freeaddrinfo(addresses) }
        unsafe free(name)
        unsafe free(service)
        unsafe request.deallocate()
        unsafe hints.deallocate()
    }

    private static let word = MemoryLayout<Int>.stride
    private static let requestSize = 4 * word + 6 * MemoryLayout<CInt>.stride
    private var waitingCode: CInt = 0
}

extension Resolution {
    /// Where the C library puts what it finds.
    private var result: UnsafeMutablePointer<addrinfo>? {
        unsafe request.load(
            fromByteOffset: 3 * Self.word,
            as: UnsafeMutablePointer<addrinfo>?.self
        )
    }

    private func start() {
        guard let functions = ResolverFunctions.shared else { return wait() }
        var list: UnsafeMutableRawPointer? = unsafe request
        waitingCode = unsafe functions.start(ResolverFunctions.doNotWait, &list, 1, nil)
    }

    private func wait() {
        var list: UnsafeMutablePointer<addrinfo>?
        waitingCode = unsafe getaddrinfo(name, service, hints, &list)
        unsafe request.storeBytes(
            of: list,
            toByteOffset: 3 * Self.word,
            as: UnsafeMutablePointer<addrinfo>?.self
        )
    }

    /// The addresses in the order in which they shall be tried.
    ///
    /// - Returns: `nil` while the look-up goes on.
    /// - Throws: ``ConnectionError/unresolved(_:)`` with the resolver's words.
    func addresses() throws(ConnectionError) -> [SocketAddress]? {
        var code = waitingCode
        if code == 0, let functions = ResolverFunctions.shared {
            code = unsafe functions.error(request)
        }
        guard code != ResolverFunctions.inProgress else { return nil }
        guard code == 0 else { throw .unresolved(unsafe String(cString: gai_strerror(code))) }
        return unsafe Self.copy(result)
    }

    /// The addresses of a literal address; `nil` of a name.
    static func literal(host: String, port: UInt16) -> [SocketAddress]? {
        var hints = unsafe addrinfo()
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        unsafe hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
        var list: UnsafeMutablePointer<addrinfo>?
        guard unsafe getaddrinfo(host, String(port), &hints, &list) == 0 else { return nil }
        defer { unsafe freeaddrinfo(list) }
        return unsafe copy(list)
    }

    private static func copy(_ list: UnsafeMutablePointer<addrinfo>?) -> [SocketAddress] {
        var addresses: [SocketAddress] = []
        var next = unsafe list
        while let entry = unsafe next?.pointee {
            let bytes = unsafe UnsafeRawBufferPointer(
                start: entry.ai_addr,
                count: Int(entry.ai_addrlen)
            )
            if let address = unsafe SocketAddress(copying: bytes) { addresses.append(address) }
            unsafe next = entry.ai_next
        }
        return addresses
    }
}
