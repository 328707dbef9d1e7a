import Glibc

/// Reads lines with GNU readline's callback interface.
///
/// The library keeps its state in globals and calls plain C functions, so there is one editor at a
/// time, ``current``; all of it belongs to the one thread of the program.
@safe
final class ReadlineEditor: LineEditor {
    nonisolated(unsafe) private static var current: ReadlineEditor?

    private let readline: ReadlineLibrary
    private let complete: ([UInt8], Int) -> Completion
    private let explain: ([UInt8], Int) -> String?
    private var event: LineEvent?
    private var isReading = false
    /// What the cursor's place can go on with, from when readline asks where the word begins.
    private var completion = Completion.nothing(at: 0)
    /// What readline was told last about it.
    private var breakCharacters: UnsafeMutablePointer<CChar>?
    /// What is to stand in the next line.
    private var prefilled: String?

    /// Loads readline; `nil` where it is missing.
    ///
    /// - Parameters:
    ///   - complete: What a line could go on with at an offset.
    ///   - explain: What to show about the command at an offset, when asked by Alt-h.
    init?(
        complete: @escaping ([UInt8], Int) -> Completion,
        explain: @escaping ([UInt8], Int) -> String?
    ) {
        guard let readline = ReadlineLibrary() else { return nil }
        self.readline = readline
        self.complete = complete
        self.explain = explain
        unsafe Self.current = self
        readline.useHistory()
        readline.limitHistory(CInt(HistoryFile.limit))
        unsafe readline.completer.pointee = { _, start, _ in
            unsafe ReadlineEditor.current?.matches(from: Int(start))
        }
        unsafe readline.wordBreakHook.pointee = {
            unsafe ReadlineEditor.current?.wordBreakCharacters()
        }
        unsafe _ = readline.bindKeys("\\eh") { _, _ in
            unsafe ReadlineEditor.current?.showExplanation()
            return 0
        }
        unsafe _ = readline.bindKeys("\\C-x\\C-e") { _, _ in
            unsafe ReadlineEditor.current?.handOver()
            return 0
        }
    }

    // MARK: Reading

    func begin(_ prompt: String) {
        event = nil
        isReading = true
        unsafe readline.installHandler(prompt) { line in unsafe ReadlineEditor.accept(line) }
        if let prefilled {
            self.prefilled = nil
            _ = unsafe readline.insertText(prefilled)
            readline.redisplay()
        }
    }

    /// Called by readline with a whole line, or with nothing at the end of the input.
    private static func accept(_ line: UnsafeMutablePointer<CChar>?) {
        guard let editor = unsafe current else { return }
        if let line = unsafe line {
            editor.event =
                unsafe String(validatingCString: line).map { .line($0) }
                ?? .invalid(String(cString: line))
            unsafe free(line)
        } else {
            editor.event = .end
            // With bracketed paste readline has ended the line by itself.
            if !editor.readline.isOn("enable-bracketed-paste") { editor.write("\n") }
            unsafe editor.readline.isAtEnd?.pointee = 0
        }
        editor.suspend()
    }

    /// Ends the line that is being edited, for it goes on in another editor.
    private func handOver() {
        event = .edit(String(decoding: line.text, as: UTF8.self))
        unsafe readline.replaceLine("", 0)
        clearLine()
        suspend()
    }

    var hasBufferedInput: Bool { false }

    func read() -> LineEvent? {
        guard isReading else { return nil }
        readline.readCharacter()
        defer { event = nil }
        return event
    }

    var isLineEmpty: Bool { line.text.isEmpty }

    func clear(_ prompt: String) {
        readline.freeLineState()
        readline.cleanUpSignal()
        unsafe readline.replaceLine("", 0)
        write("\n")
        // The arrow keys begin at the last entry again.
        readline.useHistory()
        _ = unsafe readline.setPrompt(prompt)
        _ = readline.beginNewLine()
        readline.redisplay()
    }

    func printAbove(_ prompt: () -> String, _ body: () -> Void) {
        guard isReading else { return body() }
        fflush(nil)
        clearLine()
        body()
        _ = unsafe readline.setPrompt(prompt())
        _ = readline.beginNewLine()
        readline.redisplay()
    }

    func suspend() {
        guard isReading else { return }
        isReading = false
        readline.removeHandler()
    }

    /// What was typed so far is typed again.
    func resume(_ prompt: String) {
        let (text, point) = line
        let kept = String(decoding: text, as: UTF8.self)
        begin(prompt)
        guard !kept.isEmpty else { return }
        unsafe readline.replaceLine(kept, 0)
        unsafe readline.point.pointee = CInt(point)
        readline.redisplay()
    }

    func resize() {
        if isReading { readline.resizeTerminal() }
    }

    func remember(_ entry: String) {
        unsafe readline.addHistory(entry)
    }

    func prefill(_ text: String) { prefilled = text }

    var prefills: Bool { true }

    /// What is being edited, and where the cursor stands in it.
    private var line: (text: [UInt8], point: Int) {
        guard let start = unsafe readline.line.pointee else { return ([], 0) }
        let text = unsafe Array(UnsafeBufferPointer(start: start, count: strlen(start)))
            .map { UInt8(bitPattern: $0) }
        return (text, min(text.count, unsafe Int(readline.point.pointee)))
    }

    /// What readline draws must be on the screen before we write past it.
    private func clearLine() {
        _ = readline.clearVisibleLine()
        fflush(nil)
    }

    private func write(_ text: String) {
        let output = FileOutput(descriptor: 1)
        output.write(text)
        output.flush()
    }

    // MARK: Completion

    /// Lets a word begin where our completion says: behind a blank, or behind what stands before it.
    ///
    /// Keys hold colons and braces, so nothing else ends a word.
    private func wordBreakCharacters() -> UnsafeMutablePointer<CChar>? {
        let (text, point) = line
        completion = complete(Array(text[..<point]), point)
        unsafe free(breakCharacters)
        let blanks = Array(" \t\n".utf8)
        unsafe breakCharacters = strdup(
            String(decoding: blanks + completion.breakCharacter(in: text, to: point), as: UTF8.self)
        )
        return unsafe breakCharacters
    }

    /// What may stand at a place, as readline wants it: the common part first, a null last.
    private func matches(from start: Int) -> ReadlineLibrary.Matches? {
        // Else readline would offer the names of files.
        unsafe readline.isCompletionOver.pointee = 1
        let (text, point) = line
        // At the start of a line readline does not ask where the word begins.
        if point == 0 { completion = .nothing(at: 0) }
        let candidates = completion.candidates(replacing: start, in: text)
        guard !candidates.isEmpty else { return nil }
        unsafe readline.appendedCharacter.pointee = completion.isOpen ? 0 : 0x20
        let typed = String(decoding: text[start..<max(start, point)], as: UTF8.self)
        let common = completion.isPartial ? typed : candidates.commonPrefix
        let list = candidates.count == 1 ? candidates : [common] + candidates
        let count = list.count + 1
        let size = unsafe MemoryLayout<UnsafeMutablePointer<CChar>?>.stride
        let memory = unsafe calloc(count, size)
        guard
            let array = unsafe memory?.bindMemory(
                to: UnsafeMutablePointer<CChar>?.self,
                capacity: count
            )
        else { return nil }
        for (index, candidate) in list.enumerated() { unsafe array[index] = strdup(candidate) }
        return unsafe array
    }

    private func showExplanation() {
        let (text, point) = line
        guard let explanation = explain(text, point) else { return }
        clearLine()
        write(explanation + "\n")
        _ = readline.beginNewLine()
        readline.redisplay()
    }
}
