/// A file for `\i`: a script, or several with commands of the interactive mode between them.
enum SessionFile {
    enum Part: Equatable {
        /// A script whose lines have the numbers that they have in the file.
        case script(String)
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
            let above = String(repeating: "\n", count: lineCount - lines.count)
            return .script(above + lines.joined(separator: "\n") + "\n")
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("\\"), MetaCommand.parse(String(line)).command != nil,
                TypedInput.judge(lines.joined(separator: "\n")) == .complete
            {
                if let script = script() { parts.append(script) }
                parts.append(.meta(String(line)))
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
