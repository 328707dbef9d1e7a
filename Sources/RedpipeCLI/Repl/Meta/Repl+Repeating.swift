import Glibc
import Redpipe

/// Inputs that run once more: changed in an editor, or again and again.
extension Repl {
    /// `\e` and Ctrl-x Ctrl-e: lets an editor change an input, and runs what it leaves.
    ///
    /// - Parameter input: What to edit; the last input if there is none.
    func edit(_ input: String? = nil) {
        guard isInteractive else { return complain("\\e needs a terminal") }
        var template = Array("/tmp/redpipe-edit-XXXXXX.rp".utf8CString)
        let file = unsafe mkstemps(&template, 3)
        guard file >= 0 else { return complain("no temporary file can be made") }
        let path = String(
            decoding: template.dropLast().map { UInt8(bitPattern: $0) },
            as: UTF8.self
        )
        defer { unsafe unlink(path) }
        let text = FileOutput(descriptor: file)
        // A password is not to lie about in a file.
        let last = SecretFilter.holdsSecret(lastText) ? "" : lastText
        text.write((input ?? last) + "\n")
        text.flush()
        close(file)
        let unedited = FileStamp(path)
        let program =
            UserFolders.environment("VISUAL") ?? UserFolders.environment("EDITOR") ?? "vi"
        guard ChildCommand("\(program) \(path)")?.wait() == .success else {
            return giveBack(input, "the editor `\(program)` has failed")
        }
        guard FileStamp(path) != unedited else {
            return giveBack(input, "the editor has written nothing, so nothing is run")
        }
        guard let bytes = try? FileInput.read(path),
            var edited = String(validating: bytes, as: UTF8.self)
        else { return giveBack(input, "what the editor has written is not UTF-8") }
        while edited.hasSuffix("\n") { edited.removeLast() }
        guard !edited.trimmingBlanks.isEmpty else { return }
        if !SecretFilter.holdsSecret(edited) { screen.write(edited + "\n") }
        screen.finishBlock()
        if input != nil, TypedInput.judge(edited) == .open {
            typed.add(edited)
            return
        }
        remember(edited)
        run(edited)
    }

    /// Lets what was being typed be typed on.
    private func giveBack(_ input: String?, _ reason: String) {
        complain(reason)
        if let input { editor.prefill(input) }
    }

    // MARK: Watching

    /// The line that `\watch` repeats; `nil` if there is none.
    private var watchedText: String? {
        switch watched {
        case .nothing: nil
        case .input: lastInput?.text
        case .meta(let line): line
        }
    }

    /// `\watch`: runs the last input again and again.
    func watch(_ argument: String) {
        guard let line = watchedText else {
            return complain("\\watch repeats the last line, which has not run")
        }
        guard let seconds = argument.isEmpty ? 2 : Double(argument), seconds > 0, seconds < 1e6
        else { return complain("\\watch takes a number of seconds") }
        SignalPipe.forget(wakeUp)
        isWatching = true
        defer { isWatching = false }
        let isSecret = SecretFilter.holdsSecret(line)
        let first = line.split(separator: "\n").first.map(String.init) ?? ""
        let repeated = watched
        while ending == nil {
            let interval = argument.isEmpty ? "2" : argument
            let shown = isSecret ? "***" : first
            acknowledge("\(ClockTime.now), every \(interval) s on `\(current)`: \(shown)")
            if case .meta(let line) = repeated {
                runMeta(line)
                screen.finishBlock()
            } else if !runAgain() {
                break
            }
            if outcome.wasInterrupted { break }
            connections.pause(for: .seconds(seconds))
            if SignalPipe.signal != nil { break }
        }
        // The terminal has shown `^C`.
        if isInteractive { screen.write("\n") }
    }
}

/// When a file was written, and which one it is: editors may put a new one in its place.
private struct FileStamp: Equatable {
    private var inode: UInt = 0
    private var seconds = 0
    private var nanoseconds = 0

    init(_ path: String) {
        var facts = stat()
        guard unsafe stat(path, &facts) == 0 else { return }
        inode = UInt(facts.st_ino)
        seconds = facts.st_mtim.tv_sec
        nanoseconds = facts.st_mtim.tv_nsec
    }
}

/// The time of day, for people.
private enum ClockTime {
    /// As `14:03:59`, where the user is.
    static var now: String {
        var seconds = time(nil)
        var parts = unsafe tm()
        unsafe localtime_r(&seconds, &parts)
        return unsafe [parts.tm_hour, parts.tm_min, parts.tm_sec]
            .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
