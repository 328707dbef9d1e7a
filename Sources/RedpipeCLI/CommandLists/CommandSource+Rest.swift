import Glibc
import RedpipeRuntime

extension CommandSource {
    /// The number of the last line, which an input that is no file keeps to itself until its end.
    ///
    /// A list in RESP has no lines.
    var lastLine: Int? {
        guard grammar != .arguments else { return line }
        guard grammar != .resp else {
            return reader.isAtEnd && reader.received.isEmpty ? line : nil
        }
        guard let rest = reader.countRest() else { return nil }
        return line + rest
    }
}

extension InputReader {
    /// How many lines follow; `nil` if that cannot be told without waiting for somebody.
    func countRest() -> Int? {
        let bytes = storage[received]
        var count = bytes.count { $0 == 0x0a }
        var last = bytes.last
        if !isAtEnd {
            guard isFile else { return nil }
            var piece = [UInt8](repeating: 0, count: 1 << 16)
            while case let length = unsafe read(descriptor, &piece, piece.count), length > 0 {
                count += piece[..<length].count { $0 == 0x0a }
                last = piece[length - 1]
            }
        }
        return last == nil || last == 0x0a ? count : count + 1
    }

    private var isFile: Bool {
        var status = stat()
        return unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
}
