import Glibc

/// Reads and writes the files of tests.
package enum FileText {
    package static func read(_ path: String) throws -> String {
        guard let file = unsafe fopen(path, "r") else { throw SystemFailure("open \(path)") }
        defer { unsafe fclose(file) }
        var text: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = unsafe fread(&chunk, 1, chunk.count, file), count > 0 {
            text += chunk[..<count]
        }
        return String(decoding: text, as: UTF8.self)
    }

    package static func write(_ text: String, to path: String) throws {
        guard let file = unsafe fopen(path, "w") else { throw SystemFailure("open \(path)") }
        defer { unsafe fclose(file) }
        let bytes = Array(text.utf8)
        guard unsafe fwrite(bytes, 1, bytes.count, file) == bytes.count else {
            throw SystemFailure("write \(path)")
        }
    }

    /// The names of the files in a folder, sorted.
    package static func names(in folder: String) -> [String] {
        guard let directory = unsafe opendir(folder) else { return [] }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
                    unsafe String(cString: $0)
                }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    /// A new private file with a text; the caller removes it.
    package static func temporary(_ text: String) throws -> String {
        var template = Array("/tmp/redpipe-test-XXXXXX".utf8CString)
        let descriptor = unsafe mkstemp(&template)
        guard descriptor >= 0 else { throw SystemFailure("mkstemp") }
        close(descriptor)
        let path = String(
            decoding: template.dropLast().map { UInt8(bitPattern: $0) },
            as: UTF8.self
        )
        try write(text, to: path)
        return path
    }

    package static func remove(_ path: String) {
        unsafe unlink(path)
    }
}
