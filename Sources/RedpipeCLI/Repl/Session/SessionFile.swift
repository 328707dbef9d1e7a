/// A file for `\i`: a script, or several with commands of the interactive mode between them.
enum SessionFile {
    enum Part: Equatable {
        /// A script, and the number of its first line in the file.
        case script(String, firstLine: Int)
        /// A line such as `\c users`.
        case meta(String)
    }

    /// Takes a file apart at the lines that start with a backslash, outside of blocks and texts.
    static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        var lines: [Substring] = []
        var lineCount = 0
        func script() -> Part? {
            guard !lines.allSatisfy(\.isEmpty) else { return nil }
            let text = lines.joined(separator: "\n") + "\n"
            return .script(text, firstLine: lineCount - lines.count + 1)
        }
        // By bytes: a line break of Windows is one character.
        for part in text.utf8.split(separator: 0x0a, omittingEmptySubsequences: false) {
            let line = Substring(part)
            let trimmed = String(line).trimmingBlanks
            if trimmed.hasPrefix("\\"), MetaCommand.parse(trimmed).command != nil,
                TypedInput.judge(lines.joined(separator: "\n")) == .complete
            {
                if let script = script() { parts.append(script) }
                parts.append(.meta(trimmed))
                lines = []
            } else {
                lines.append(line)
            }
            lineCount += 1
        }
        if let script = script() { parts.append(script) }
        return parts
    }
}
