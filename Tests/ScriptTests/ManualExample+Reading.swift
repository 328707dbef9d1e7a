import RedpipeTestSupport

extension ManualExample {
    /// The examples of a page in mdoc.
    ///
    /// A comment `run:` stands before a script, with arguments of the run; `file:` before a file
    /// beside that script; `prints:` before what it prints, with `exit N` for its status.
    static func all(inManual path: String) throws -> [ManualExample] {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        var lines = NumberedLines(try FileText.read(path))
        var examples: [ManualExample] = []
        var files: [String: String] = [:]
        while let line = lines.next() {
            if let name = line.dropping(".\\\" file: ") {
                files[name] = lines.literal()
            } else if let arguments = line.dropping(".\\\" run:") {
                let words = arguments.split(separator: " ").map(String.init)
                var example = ManualExample(file: name, line: lines.number, script: lines.literal())
                example.arguments = words
                example.files = files
                files = [:]
                examples.append(example)
            } else if let status = line.dropping(".\\\" prints:"), !examples.isEmpty {
                examples[examples.count - 1].status =
                    status.split(separator: " ").last
                    .flatMap { Int32($0) } ?? 0
                if lines.peek?.hasPrefix(".Bd") == true {
                    examples[examples.count - 1].output = lines.literal()
                }
            }
        }
        return examples
    }

    /// The examples of a page in Markdown: a fence `redpipe`, and a fence `output` behind it.
    static func all(inMarkdown path: String) throws -> [ManualExample] {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        var lines = NumberedLines(try FileText.read(path))
        var examples: [ManualExample] = []
        while let line = lines.next() {
            if line == "```redpipe" {
                examples.append(
                    ManualExample(file: name, line: lines.number, script: lines.fenced())
                )
            } else if let status = line.dropping("```output"), !examples.isEmpty {
                examples[examples.count - 1].status =
                    status.split(separator: " ").last
                    .flatMap { Int32($0) } ?? 0
                examples[examples.count - 1].output = lines.fenced()
            }
        }
        return examples
    }
}

/// The lines of a text, one after the other.
private struct NumberedLines {
    private let lines: [String]
    /// The number of the line that was read last.
    private(set) var number = 0

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    var peek: String? { number < lines.count ? lines[number] : nil }

    mutating func next() -> String? {
        guard let line = peek else { return nil }
        number += 1
        return line
    }

    /// The text between `.Bd` and `.Ed`, as a reader sees it.
    mutating func literal() -> String {
        _ = next()
        var text = ""
        while let line = next(), line != ".Ed" { text += line.withoutEscapes + "\n" }
        return text
    }

    /// The text up to the end of a fence.
    mutating func fenced() -> String {
        var text = ""
        while let line = next(), line != "```" { text += line + "\n" }
        return text
    }
}

extension String {
    fileprivate func dropping(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }

    /// The characters that mdoc wants escaped, in their own form.
    fileprivate var withoutEscapes: String {
        var text = replacing("\\&", with: "").replacing("\\-", with: "-")
        let names = ["aq": "'", "ga": "`", "ha": "^", "ti": "~"]
        for (name, character) in names { text = text.replacing("\\(" + name, with: character) }
        text = text.replacing(/\\\[u([0-9A-F]+)\]/) { match in
            UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? "?"
        }
        return text.replacing("\\e", with: "\\")
    }
}
