import Glibc

/// Reads lines as the system gives them, where there is no readline or no terminal.
final class PlainEditor: LineEditor {
    private let descriptor: Int32
    /// A prompt is for people only.
    private let showsPrompt: Bool
    private var buffer: [UInt8] = []
    private var isAtEnd = false

    init(descriptor: Int32 = 0, showsPrompt: Bool) {
        self.descriptor = descriptor
        self.showsPrompt = showsPrompt
    }

    func begin(_ prompt: String) { show(prompt) }

    var hasBufferedInput: Bool { isAtEnd || buffer.contains(UInt8(ascii: "\n")) }

    func read() -> LineEvent? {
        if !hasBufferedInput { fill() }
        if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
            defer { buffer.removeSubrange(...end) }
            return Self.event(buffer[..<end])
        }
        guard isAtEnd else { return nil }
        guard !buffer.isEmpty else { return .end }
        defer { buffer = [] }
        return Self.event(buffer[...])
    }

    private static func event(_ line: ArraySlice<UInt8>) -> LineEvent {
        String(validating: line, as: UTF8.self).map { .line($0) }
            ?? .invalid(String(decoding: line, as: UTF8.self))
    }

    private func fill() {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
        if count > 0 {
            buffer += chunk[..<count]
        } else if count == 0 || errno != EINTR && errno != EAGAIN {
            isAtEnd = true
        }
    }

    var isLineEmpty: Bool { buffer.isEmpty }

    func clear(_ prompt: String) { show("\n" + prompt) }

    func printAbove(_ prompt: () -> String, _ body: () -> Void) {
        show("\n")
        body()
        show(prompt())
    }

    func suspend() {}

    func resume(_ prompt: String) { show(prompt) }

    func resize() {}

    func remember(_ entry: String) {}

    func prefill(_ text: String) {}

    var prefills: Bool { false }

    private func show(_ prompt: String) {
        guard showsPrompt else { return }
        let visible = prompt.filter { $0 != "\u{1}" && $0 != "\u{2}" }
        let output = FileOutput(descriptor: 1)
        output.write(visible)
        output.flush()
    }
}
