import Glibc

/// What was typed, over all sessions: a file that only its owner can read.
///
/// An entry is a line with its time, `#1700000000`, and the lines that follow. An entry's own line that
/// looks so, behind blanks or not, is written with one more blank before it.
struct HistoryFile {
    /// More entries than this are not kept.
    static let limit = 5000

    let path: String
    private(set) var last: String?

    /// - Parameter path: Where it lies; its folder is made if need be.
    init(path: String) {
        self.path = path
    }

    /// The entries, the oldest first.
    mutating func load() -> [String] {
        guard isPlainFile, let bytes = try? FileInput.read(path) else { return [] }
        var entries: [[Substring]] = []
        var lines = String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        for line in lines {
            if Self.isTime(line) {
                entries.append([])
            } else if !entries.isEmpty {
                let isEscaped = line.first == " " && Self.isTime(line.drop { $0 == " " })
                entries[entries.count - 1].append(isEscaped ? line.dropFirst() : line)
            }
        }
        let texts = entries.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
        last = texts.last
        if texts.count > Self.limit + Self.limit / 10 { rewrite(Array(texts.suffix(Self.limit))) }
        return Array(texts.suffix(Self.limit))
    }

    /// A pipe or a device would hold the session up; what is not there yet becomes a plain file.
    private var isPlainFile: Bool {
        var facts = stat()
        guard unsafe stat(path, &facts) == 0 else { return true }
        return facts.st_mode & S_IFMT == S_IFREG
    }

    /// Whether an input is to be kept: no secret, no repetition, no leading blank.
    func keeps(_ entry: String) -> Bool {
        !entry.isEmpty && entry.first != " " && entry != last && !SecretFilter.holdsSecret(entry)
    }

    /// Appends an entry, at once: a crash loses nothing.
    mutating func append(_ entry: String) {
        last = entry
        guard isPlainFile else { return }
        FolderMaker.makeFolder(of: path)
        write(Self.text(of: entry), to: path, O_APPEND)
    }

    /// Leaves the oldest entries out; the old file stays until the new one is whole.
    private func rewrite(_ entries: [String]) {
        // A link stays one.
        guard let target = unsafe realpath(path, nil) else { return }
        defer { unsafe free(target) }
        let path = unsafe String(cString: target)
        let new = path + ".new"
        guard write(entries.map(Self.text).joined(), to: new, O_TRUNC) else { return }
        unsafe rename(new, path)
    }

    /// - Returns: Whether all of it was written.
    @discardableResult
    private func write(_ text: String, to path: String, _ mode: Int32) -> Bool {
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC | mode, 0o600)
        guard file >= 0 else { return false }
        // It may be older than this rule.
        fchmod(file, 0o600)
        let bytes = Array(text.utf8)
        defer { close(file) }
        return unsafe Glibc.write(file, bytes, bytes.count) == bytes.count
    }

    private static func text(of entry: String) -> String {
        let lines = entry.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            isTime(line.drop { $0 == " " }) ? " " + line : String(line)
        }
        return "#\(time(nil))\n" + lines.joined(separator: "\n") + "\n"
    }

    private static func isTime(_ line: Substring) -> Bool {
        line.first == "#" && line.count > 1
            && line.dropFirst().utf8.allSatisfy {
                (0x30...0x39).contains($0)
            }
    }
}
