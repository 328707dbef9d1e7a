import DequeModule
import RedpipeRESP
import RedpipeSyntax

/// The words of outstanding commands as JSON, for a format that repeats them.
struct CommandTexts {
    private var bytes: [UInt8] = []
    /// How many of `bytes` were given up.
    private var head = 0
    /// The lengths of the texts.
    private var lengths: Deque<Int> = []

    /// Adds the words of a command, passwords masked.
    mutating func append(_ words: [[UInt8]], for destination: OutputDestination) {
        if head > bytes.count / 2 {
            bytes.removeSubrange(..<head)
            head = 0
        }
        let start = bytes.count
        bytes.append(UInt8(ascii: "["))
        for (index, word) in PasswordRule.masked(words).enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.appendJSON(word.span, for: destination)
        }
        bytes.append(UInt8(ascii: "]"))
        lengths.append(bytes.count - start)
    }

    /// Gives up the first text.
    mutating func removeFirst() {
        head += lengths.popFirst() ?? 0
    }

    /// Moves the first text to the end of `output`.
    mutating func popFirst(into output: inout [UInt8]) {
        guard let length = lengths.popFirst() else { return }
        output += bytes[head..<head + length]
        head += length
    }
}
