import RedpipeSyntax

/// The lines of an input that is being typed, and whether it goes on.
struct TypedInput {
    private(set) var lines: [String] = []
    /// How many lines were looked at.
    private var judgedCount = 0
    /// What the input waits for, as far as it was looked at.
    private var awaited = Awaited.anything

    private enum Awaited {
        /// The end of a block: a line that begins with a brace.
        case blockEnd
        /// A bracket that closes.
        case bracket
        case anything
    }
    /// Wrong lines that were left out of the open block and not corrected yet.
    private(set) var leftOut: [String] = []
    /// A line was refused, so the whole must not run.
    var isRefused = false
    /// Lines were added that nobody has checked: they came faster than a person types.
    var hasUncheckedLines = false

    var isEmpty: Bool { lines.isEmpty }

    var text: String { lines.joined(separator: "\n") }

    /// Adds a line, or the lines of a paste.
    mutating func add(_ text: String) {
        let new = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if new.count > 1, !lines.isEmpty { hasUncheckedLines = true }
        lines += new
    }

    /// Takes back the line that came last.
    mutating func dropLast() {
        lines.removeLast()
        judgedCount = 0
        awaited = .anything
    }

    mutating func removeAll() { self = TypedInput() }

    /// Takes note of wrong lines that stand in it no more.
    mutating func leaveOut(_ text: String) { leftOut.append(text) }

    /// What was left out has been asked about.
    mutating func forgetLeftOut() { leftOut = [] }

    /// Takes note of a line that may be what one of those was meant to be.
    mutating func noteCorrection(_ line: String) {
        if let index = leftOut.lastIndex(where: line.isCorrection) { leftOut.remove(at: index) }
    }

    /// Whether the input is whole, now that a line was added.
    ///
    /// Most lines cannot end it, so they need no look at those above.
    mutating func judge() -> Judgement {
        let new = lines[judgedCount...]
        judgedCount = lines.count
        guard new.contains(where: mayEnd) else { return .open }
        let (judgement, awaited) = Self.assess(text)
        self.awaited = awaited
        return judgement
    }

    private func mayEnd(_ line: String) -> Bool {
        guard !line.hasSuffix("\\"), !line.hasSuffix("\\\r") else { return true }
        switch awaited {
        case .anything: return true
        case .blockEnd: return line.trimmingBlanks.first == "}" || line.contains("\"\"\"")
        case .bracket: return line.contains { ")]}\"'".contains($0) }
        }
    }

    /// What comes next belongs to the last line.
    var isContinued: Bool { Self.endsInContinuation(text) }

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
    static func judge(_ text: String) -> Judgement { assess(text).judgement }

    /// The same, and what keeps it open.
    private static func assess(_ text: String) -> (judgement: Judgement, awaited: Awaited) {
        if endsInContinuation(text) { return (.open, .anything) }
        let open = diagnostics(of: text).filter(\.needsMoreInput).map(\.id)
        guard !open.isEmpty else { return (.complete, .anything) }
        if open.allSatisfy({ $0 == "E0107" }) { return (.open, .blockEnd) }
        return (.open, open.contains("E0102") ? .anything : .bracket)
    }

    /// A blank and a backslash end the last line, and it is no comment.
    private static func endsInContinuation(_ text: String) -> Bool {
        let ends = [" \\", "\t\\", " \\\r", "\t\\\r"]
        guard ends.contains(where: text.hasSuffix) else { return false }
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

extension String {
    /// Whether it is probably what another line was meant to be.
    fileprivate func isCorrection(of wrong: String) -> Bool {
        let (line, wrong) = (trimmingBlanks, wrong.trimmingBlanks)
        guard !wrong.isEmpty else { return false }
        if line.hasPrefix(wrong + " ") { return true }
        // One place is other than it was.
        let start = zip(line, wrong).prefix { $0 == $1 }.count
        let rest = zip(line.reversed(), wrong.reversed()).prefix { $0 == $1 }.count
        return Swift.max(line.count, wrong.count) - start - rest <= 3
    }
}
