import Glibc

/// New folders that nobody else may enter.
enum PrivateFolder {
    /// Makes a folder with a short path: that of a socket in it may have only about 100 bytes.
    static func create() throws(ScratchServerError) -> String {
        let parent = ServerProgram.environment("TMPDIR").flatMap { $0.utf8.count < 70 ? $0 : nil }
        var template = Array("\(parent ?? "/tmp")/redpipe-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else {
            throw .system("mkdtemp", SystemError.last.description)
        }
        let bytes = template.dropLast().map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Removes a folder that nothing was put into.
    static func remove(_ folder: String) {
        _ = unsafe rmdir(folder)
    }
}
