import RedpipeSyntax

/// The lines of an input that is being typed, and whether it goes on.
struct TypedInput {
    private(set) var lines: [String] = []
    /// The outermost block is open, and nothing within it.
    private var isInBlock = false
    /// Lines were added that nobody has checked: they came faster than a person types.
    var hasUncheckedLines = false

    var isEmpty: Bool { lines.isEmpty }

    var text: String { lines.joined(separator: "\n") }

    mutating func add(_ line: String) { lines.append(line) }

    /// Takes back the line that came last.
    mutating func dropLast() {
        lines.removeLast()
        isInBlock = false
    }

    mutating func removeAll() { self = TypedInput() }

    /// Whether the input is whole, now that a line was added.
    ///
    /// A block ends at a line that begins with a brace, so most lines need no look at the others.
    mutating func judge() -> Judgement {
        if isInBlock, lines.last?.first(where: { $0 != " " && $0 != "\t" }) != "}",
            lines.last.map({ !$0.contains("\"\"\"") && !$0.hasSuffix("\\") }) ?? true
        {
            return .open
        }
        let text = text
        isInBlock = false
        if Self.endsInContinuation(text) { return .open }
        let open = Self.diagnostics(of: text).filter(\.needsMoreInput)
        isInBlock = !open.isEmpty && open.allSatisfy { $0.id == "E0107" }
        return open.isEmpty ? .complete : .open
    }

    /// What comes next belongs to a text in quotes.
    var isInText: Bool {
        Self.diagnostics(of: text).contains { $0.needsMoreInput && $0.id == "E0102" }
    }

    /// What the parser makes of a text.
    enum Judgement: Equatable {
        /// It is a whole script, be it right or wrong.
        case complete
        /// A block, a bracket, a text or a line goes on.
        case open
    }

    /// Whether a text is whole, as the parser sees it.
    static func judge(_ text: String) -> Judgement {
        if endsInContinuation(text) { return .open }
        return diagnostics(of: text).contains(where: \.needsMoreInput) ? .open : .complete
    }

    /// A blank and a backslash end the last line, and it is no comment.
    private static func endsInContinuation(_ text: String) -> Bool {
        guard text.hasSuffix(" \\") || text.hasSuffix("\t\\") else { return false }
        let last = text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        return last.first { $0 != " " && $0 != "\t" } != "#"
    }

    /// The text with its open blocks closed, for a look at what there is so far.
    ///
    /// - Returns: `nil` if it is open in another way: inside brackets or a text.
    static func closed(_ text: String) -> String? {
        guard !endsInContinuation(text) else { return nil }
        var closed = text
        for _ in 0..<maximumDepth {
            let found = diagnostics(of: closed)
            guard let open = found.first(where: \.needsMoreInput) else { return closed }
            guard open.id == "E0107" else { return nil }
            closed += "\n}"
        }
        return nil
    }

    private static func diagnostics(of text: String) -> [Diagnostic] {
        let id = SourceID(rawValue: 0)
        return Parser.parse(SourceText(id: id, name: "", text: text + "\n")).diagnostics
    }

    /// As deep as the parser goes, and no deeper than a person does.
    private static let maximumDepth = 50
}
