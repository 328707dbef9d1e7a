import Glibc

/// The C library's functions for look-ups that do not wait, which its Swift module leaves out.
///
/// Reference: https://man7.org/linux/man-pages/man3/getaddrinfo_a.3.html
@safe
struct ResolverFunctions {
    typealias Start =
        @convention(c) (
            CInt, UnsafeMutablePointer<UnsafeMutableRawPointer?>, CInt, UnsafeMutableRawPointer?
        ) -> CInt
    typealias Query = @convention(c) (UnsafeMutableRawPointer) -> CInt

    /// The function or number that C calls `getaddrinfo_a`.
    let start: Start
    /// The function or number that C calls `gai_error`.
    let error: Query
    /// The function or number that C calls `gai_cancel`.
    let cancel: Query

    /// The function or number that C calls `GAI_NOWAIT`.
    static let doNotWait: CInt = 1
    /// The function or number that C calls `EAI_INPROGRESS`.
    static let inProgress: CInt = -100
    /// The function or number that C calls `EAI_NOTCANCELED`.
    static let notCancelled: CInt = -102

    /// The functions; `nil` in a C library that has none.
    static let shared = ResolverFunctions()

    private init?() {
        guard let start = unsafe dlsym(nil, "getaddrinfo_a"),
            let error = unsafe dlsym(nil, "gai_error"),
            let cancel = unsafe dlsym(nil, "gai_cancel")
        else { return nil }
        unsafe self.start = unsafeBitCast(start, to: Start.self)
        unsafe self.error = unsafeBitCast(error, to: Query.self)
        unsafe self.cancel = unsafeBitCast(cancel, to: Query.self)
    }
}
