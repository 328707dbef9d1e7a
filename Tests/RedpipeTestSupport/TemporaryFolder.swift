import Glibc

/// A folder that is removed with what servers have put into it.
package final class TemporaryFolder {
    package let path: String

    package init() throws {
        var template = Array("/tmp/redpipe-test-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw SystemFailure("mkdtemp") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        // What a server writes lies at most one folder deep.
        for name in Self.entries(path) {
            let entry = path + "/" + name
            for inner in Self.entries(entry) { unsafe unlink(entry + "/" + inner) }
            if unsafe unlink(entry) != 0 { unsafe rmdir(entry) }
        }
        unsafe rmdir(path)
    }

    private static func entries(_ path: String) -> [String] {
        guard let folder = unsafe opendir(path) else { return [] }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
