import Glibc

/// The paths of files that begin so; folders end in a slash.
enum FileCandidates {
    static func paths(from prefix: String) -> [String] {
        let slash = prefix.lastIndex(of: "/")
        let folder = slash.map { String(prefix[...$0]) } ?? ""
        let name = slash.map { String(prefix[prefix.index(after: $0)...]) } ?? prefix
        let path = folder.isEmpty ? "." : UserFolders.expanded(folder)
        guard let stream = unsafe opendir(path) else { return [] }
        defer { unsafe closedir(stream) }
        var found: [String] = []
        while let entry = unsafe readdir(stream) {
            let isFolder = unsafe entry.pointee.d_type == UInt8(DT_DIR)
            let text = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard text.hasPrefix(name), text != ".", text != "..",
                name.hasPrefix(".") || !text.hasPrefix(".")
            else { continue }
            found.append(folder + text + (isFolder ? "/" : ""))
        }
        return found
    }
}
