import RedpipeCompiler
import RedpipeSyntax

/// One script of a file of scripts, cut at lines `---`; a line says with `### "text"` which error it
/// must raise.
struct ScriptChunk: CustomStringConvertible, Sendable {
    /// The script without its expectations.
    let text: String
    /// The line, from 1, and a part of the message with its code: `E0202 unknown name`.
    let expected: [Finding]

    struct Finding: Hashable, CustomStringConvertible, Sendable {
        let line: Int
        let text: String

        var description: String { "\(line): \(text)" }
    }

    var description: String { String(text.prefix { $0 != "\n" }) }

    init(_ source: String) {
        var lines: [String] = []
        var expected: [Finding] = []
        let source = source.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in source.enumerated() {
            let parts = line.split(separator: " ### ", maxSplits: 1)
            lines.append(parts.first.map(String.init) ?? "")
            guard parts.count > 1 else { continue }
            let text = parts[1].trimmingPrefix("\"").prefix { $0 != "\"" }
            expected.append(Finding(line: index + 1, text: String(text)))
        }
        text = lines.joined(separator: "\n")
        self.expected = expected
    }

    /// The scripts of a text.
    static func chunks(of text: String) -> [ScriptChunk] {
        text.split(separator: "\n---\n").map { ScriptChunk(String($0)) }
    }

    /// What the parser and the checker find.
    func findings() -> [Finding] {
        var files = SourceFiles()
        let source = files.add(name: "test", bytes: Array(text.utf8))
        let (script, diagnostics) = Parser.parse(source)
        guard diagnostics.isEmpty else { return diagnostics.map { finding($0, files) } }
        switch Checker.check(LoadedScript(main: script)) {
        case .success(let checked): return checked.warnings.map { finding($0, files) }
        case .failure(let list): return list.diagnostics.map { finding($0, files) }
        }
    }

    private func finding(_ diagnostic: Diagnostic, _ files: SourceFiles) -> Finding {
        Finding(
            line: files.lineNumber(of: diagnostic.span),
            text: "\(diagnostic.id) \(diagnostic.message)"
        )
    }
}
