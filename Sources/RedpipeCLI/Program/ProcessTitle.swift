import Glibc

/// What `ps` shows of this process.
enum ProcessTitle {
    /// Overwrites every password among the arguments: it would stay there for all to read.
    ///
    /// - Parameter password: The value of `-a`; passwords in URLs are found by themselves.
    static func hidePasswords(_ password: String?) {
        for index in 1..<max(1, Int(CommandLine.argc)) {
            guard let argument = unsafe CommandLine.unsafeArgv[index] else { continue }
            let text = unsafe Array(UnsafeBufferPointer(start: argument, count: strlen(argument)))
                .map { UInt8(bitPattern: $0) }
            for position in secrets(in: text, password) {
                unsafe argument[position] = CChar(bitPattern: UInt8(ascii: "*"))
            }
        }
    }

    /// Where a password lies in an argument: all of it, or what stands before the `@` of a URL.
    static func secrets(in argument: [UInt8], _ password: String?) -> Range<Int> {
        if let password, argument.elementsEqual(password.utf8) { return argument.indices }
        let option = Array("--pass=".utf8)
        if argument.starts(with: option) { return option.count..<argument.count }
        guard let scheme = argument.firstRange(of: Array("://".utf8)),
            let at = argument.lastIndex(of: UInt8(ascii: "@")), at > scheme.upperBound
        else { return 0..<0 }
        let user = argument[scheme.upperBound..<at].firstIndex(of: UInt8(ascii: ":"))
        return (user.map { $0 + 1 } ?? scheme.upperBound)..<at
    }
}

extension [UInt8] {
    /// The first place where a part stands.
    fileprivate func firstRange(of part: [UInt8]) -> Range<Int>? {
        guard count >= part.count else { return nil }
        return (0...(count - part.count)).lazy.map { $0..<$0 + part.count }
            .first { self[$0].elementsEqual(part) }
    }
}
