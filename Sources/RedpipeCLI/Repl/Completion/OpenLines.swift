/// What the lines above the cursor tell, as far as an input has been typed.
///
/// The input need not be right, nor whole, so its words are looked at and not its tree.
struct OpenLines {
    /// What `let`, `for`, `param` and the parameters of functions bind.
    private(set) var variables: [String] = []
    private(set) var functions: [String] = []
    /// The first words of the lines whose braces are open, the outermost first.
    private var headers: [Substring] = []

    init(_ text: String) {
        for line in text.split(separator: "\n") {
            let words = line.split { $0 == " " || $0 == "\t" }
            collectNames(words, line)
            if words.first?.hasPrefix("}") == true { _ = headers.popLast() }
            if words.last == "{", let first = words.first { headers.append(first) }
        }
    }

    /// The next line is one of the fields of a model or a keyspace.
    var areFields: Bool { headers.last == "model" || headers.last == "keyspace" }

    private mutating func collectNames(_ words: [Substring], _ line: Substring) {
        for (index, word) in words.enumerated() where index == 0 || words[index - 1] == "{" {
            let rest = words[(index + 1)...]
            switch word {
            case "let", "param": collect(rest.prefix(1))
            case "for": collect(rest.prefix { $0 != "in" })
            case "def":
                functions += rest.prefix(1).map { String($0.prefix { $0 != "(" }) }
                collect(Self.parameters(of: line))
            default: break
            }
        }
    }

    private mutating func collect(_ words: some Sequence<Substring>) {
        for word in words {
            let name = word.prefix { $0 == "_" || $0.isLetter || $0.isNumber }
            if !name.isEmpty { variables.append(String(name)) }
        }
    }

    /// What stands between the commas of `def f(a, b = 1) {`.
    private static func parameters(of line: Substring) -> [Substring] {
        guard let open = line.firstIndex(of: "(") else { return [] }
        return line[line.index(after: open)...].prefix { $0 != ")" }
            .split(separator: ",").map { $0.drop { $0 == " " } }
    }
}
