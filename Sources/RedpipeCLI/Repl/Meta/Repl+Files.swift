import Glibc
import Redpipe

extension Repl {
    /// `\i`: runs a script as a part of the session, up to the first part that fails.
    func runFile(_ argument: String) {
        let path = UserFolders.expanded(argument.trimmingQuotes)
        guard !path.isEmpty else { return complain("\\i takes a file") }
        guard includedFileCount < Self.maximumDepth else {
            return complain("\\i: \(path) is read by itself")
        }
        includedFileCount += 1
        defer { includedFileCount -= 1 }
        do throws(ProgramError) {
            let bytes = try FileInput.read(path)
            if let text = String(validating: bytes, as: UTF8.self) {
                runParts(SessionFile.parts(of: text), of: path)
            } else {
                let text = String(decoding: bytes, as: UTF8.self)
                if !run(text, bytes: bytes, name: path) { hasComplained = true }
            }
        } catch {
            complain(error.message)
        }
    }

    /// Runs parts up to the first that fails.
    ///
    /// - Parameters:
    ///   - parts: The parts.
    ///   - path: The file that holds them; `nil` for pasted text.
    func runParts(_ parts: [SessionFile.Part], of path: String?) {
        for (index, part) in parts.enumerated() {
            let isFine: Bool
            switch part {
            case .script(let text): isFine = run(text, name: path ?? SessionScript.lineName)
            case .meta(let line): isFine = runMeta(line)
            }
            if isFine, !wasInterrupted, ending == nil { continue }
            hasComplained = true
            guard ending == nil, index + 1 < parts.count else { return }
            return output.say("  = note: the rest of \(path ?? "the paste") has not run\n")
        }
    }

    /// As deep as files read each other.
    private static let maximumDepth = 20

    /// `\save`: writes what was run into a script that its owner can read; inputs with a secret are
    /// left out.
    func save(_ argument: String) {
        let path = UserFolders.expanded(argument.trimmingQuotes)
        guard !path.isEmpty else { return complain("\\save takes a file") }
        let parts = saved.parts
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            return complain("cannot write \(path): \(unsafe String(cString: strerror(errno)))")
        }
        let text = FileOutput(descriptor: file)
        text.write(parts.map { $0 + "\n" }.joined())
        text.flush()
        close(file)
        if let failure = text.failure { return complain("cannot write \(path): \(failure)") }
        if isInteractive { output.say("\(parts.count) inputs are in \(path)\n") }
    }

    /// `\o`: copies all output into a file.
    func copyOutput(_ argument: String) {
        if let copy = screen.copy {
            copy.flush()
            close(copy.descriptor)
            screen.copy = nil
        }
        let path = UserFolders.expanded(argument.trimmingQuotes)
        guard !path.isEmpty else { return confirm("output is not copied any more") }
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            return complain("cannot write \(path): \(unsafe String(cString: strerror(errno)))")
        }
        confirm("output is copied into \(path)")
        screen.copy = FileOutput(descriptor: file)
    }

    // MARK: Editing

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
        let last = lastInput.map { SecretFilter.holdsSecret($0.text) ? "" : $0.text }
        text.write((input ?? last ?? "") + "\n")
        text.flush()
        close(file)
        let unedited = FileStamp(path)
        let program =
            UserFolders.environment("VISUAL") ?? UserFolders.environment("EDITOR") ?? "vi"
        guard ChildCommand("\(program) \(path)")?.wait() == .success else {
            return complain("the editor `\(program)` has failed")
        }
        guard FileStamp(path) != unedited else {
            if let input { editor.prefill(input) }
            return output.say("the editor has written nothing, so nothing is run\n")
        }
        guard let bytes = try? FileInput.read(path) else { return }
        guard var edited = String(validating: bytes, as: UTF8.self) else {
            return complain("what the editor has written is not UTF-8")
        }
        while edited.hasSuffix("\n") { edited.removeLast() }
        guard !edited.trimmingBlanks.isEmpty else { return }
        if !SecretFilter.holdsSecret(edited) { screen.write(edited + "\n") }
        screen.finishBlock()
        remember(edited)
        run(edited)
    }

    // MARK: Watching

    /// `\watch`: runs the last input again and again.
    func watch(_ argument: String) {
        guard let lastInput else { return complain("nothing was run yet") }
        guard let seconds = argument.isEmpty ? 2 : Double(argument), seconds > 0, seconds < 1e6
        else { return complain("\\watch takes a number of seconds") }
        SignalPipe.forget(wakeUp)
        isWatching = true
        defer { isWatching = false }
        let first = lastInput.text.split(separator: "\n").first.map(String.init) ?? ""
        while ending == nil {
            confirm("\(ClockTime.now), every \(argument.isEmpty ? "2" : argument) s: \(first)")
            runAgain()
            if wasInterrupted { break }
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
