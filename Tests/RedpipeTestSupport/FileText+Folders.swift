import Glibc

extension FileText {
    /// The paths of all files below a folder.
    package static func paths(below folder: String) -> [String] {
        names(in: folder).flatMap { name in
            let path = "\(folder)/\(name)"
            let inner = paths(below: path)
            return inner.isEmpty ? [path] : inner
        }
    }
}
