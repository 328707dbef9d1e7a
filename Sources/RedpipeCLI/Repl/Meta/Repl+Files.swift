import Glibc
import Redpipe

extension Repl {
    /// `\i`: runs a script as a part of the session, up to the first part that fails.
    func runFile(_ argument: String) {
        let path = UserFolders.expanded(argument.trimmingQuotes)
        guard !path.isEmpty else { return complain("\\i takes a file") }
        guard includedFileCount < Self.maximumDepth else {
            return complain("\\i: files that read each other end at \(Self.maximumDepth)")
        }
        let place = current
        includedFileCount += 1
        defer {
            includedFileCount -= 1
            // What is typed next must not go where a broken file has led.
            if outcome.failure != nil { current = place }
        }
        do throws(ProgramError) {
            let bytes = try FileInput.read(path)
            if let text = String(validating: bytes, as: UTF8.self) {
                runParts(SessionFile.parts(of: text), of: path)
            } else {
                let text = String(decoding: bytes, as: UTF8.self)
                run(text, bytes: bytes, name: path)
            }
        } catch {
            complain(error.message)
            noteRefusal(on: [current])
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
            case .script(let text, let firstLine):
                isFine = run(text, firstLine: firstLine, name: path ?? SessionScript.lineName)
            case .meta(let line): isFine = runMeta(line)
            }
            if isFine, !outcome.wasInterrupted, ending == nil { continue }
            outcome.failure = outcome.failure ?? .failure
            guard ending == nil, index + 1 < parts.count else { return }
            noteRefusal(on: [current])
            return output.say("  = note: the rest of \(path ?? "the paste") has not run\n")
        }
    }

    /// As deep as files read each other.
    private static let maximumDepth = 20

    /// `\save`: writes what was run into a script that its owner can read, without its passwords.
    func save(_ argument: String) {
        let path = UserFolders.expanded(argument.trimmingQuotes)
        guard !path.isEmpty else { return complain("\\save takes a file") }
        guard mayWrite(path) else { return complain("\(path) is left as it is") }
        saved.endTransactions(besides: openTransactions)
        let parts = saved.parts
        guard let text = create(path) else { return }
        text.write(parts.map { $0 + "\n" }.joined())
        text.flush()
        close(text.descriptor)
        if let failure = text.failure { return complain("cannot write \(path): \(failure)") }
        savedPaths.insert(path)
        acknowledge("the session is in \(path)")
    }

    /// A file that this session has not written may be dear to somebody.
    private func mayWrite(_ path: String) -> Bool {
        guard isInteractive, !savedPaths.contains(path), unsafe access(path, F_OK) == 0 else {
            return true
        }
        return confirm("\(path) is there already. Write over it? [y/N] ")
    }

    /// `\o`: copies all output into a file.
    func copyOutput(_ argument: String) {
        if let copy = screen.copy {
            copy.flush()
            close(copy.descriptor)
            screen.copy = nil
        }
        let path = UserFolders.expanded(argument.trimmingQuotes)
        guard !path.isEmpty else { return acknowledge("output is not copied any more") }
        guard let copy = create(path) else { return }
        acknowledge("output is copied into \(path)")
        screen.copy = copy
    }

    /// Makes a file that only its owner can read, or says why it cannot be made.
    private func create(_ path: String) -> FileOutput? {
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        if file >= 0 { return FileOutput(descriptor: file) }
        complain("cannot write \(path): \(unsafe String(cString: strerror(errno)))")
        return nil
    }
}
