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
    /// The last of them stands in the next line.
    private(set) var isGivenBack = false
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
    ///
    /// - Parameters:
    ///   - text: The lines.
    ///   - isGivenBack: Whether they stand in the next line, to be corrected.
    mutating func leaveOut(_ text: String, isGivenBack: Bool) {
        // Another attempt takes the place of the last one.
        if let last = leftOut.last, text.hasPrefix(last) { leftOut.removeLast() }
        leftOut.append(text)
        self.isGivenBack = isGivenBack
    }

    /// What was left out has been asked about.
    mutating func forgetLeftOut() {
        leftOut = []
        isGivenBack = false
    }

    /// Takes note of a line that was entered where a wrong one stood.
    mutating func noteCorrection(_ line: String) {
        guard isGivenBack, let wrong = leftOut.last else { return }
        isGivenBack = false
        hasUncheckedLines = false
        if line.corrects(wrong) { leftOut.removeLast() }
    }

    /// The lines with those that were given back and are not entered yet.
    var textWithGivenBack: String {
        (lines + (isGivenBack ? leftOut.suffix(1) : [])).joined(separator: "\n")
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

    /// The same without the line that came last.
    var above: TypedInput {
        var above = self
        above.dropLast()
        return above
    }

    /// What comes next belongs to the last line.
    var isContinued: Bool { Self.endsInContinuation(text) }

    /// A statement can come next: no bracket, text or line goes on.
    var endsAtStatement: Bool { Self.closed(text) != nil }

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
    /// Whether it was entered in the place of a wrong line, and not behind it by somebody who did not
    /// look.
    fileprivate func corrects(_ wrong: String) -> Bool {
        let (line, wrong) = (trimmingBlanks, wrong.trimmingBlanks)
        // The end of a block corrects nothing, nor does a line of the block that was to be opened.
        guard !line.isEmpty, line.first != "}" else { return false }
        if wrong.hasSuffix("{"), !line.hasSuffix("{") { return false }
        let rest = line.dropFirst(wrong.count)
        return !line.hasPrefix(wrong) || rest.first == " " || !rest.contains(" ")
    }
}
