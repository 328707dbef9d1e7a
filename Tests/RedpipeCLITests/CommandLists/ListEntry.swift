/// Lines of the corpus that belong together, and where they cannot be compared.
struct ListEntry {
    let lines: [[UInt8]]
    /// Why redis-cli's own output is of no use in some formats.
    let flaws: Set<Flaw>

    /// What is wrong with redis-cli's output.
    enum Flaw: Hashable {
        /// An error is `error:"…"` in redis-cli's JSON, which is none.
        case error
        /// A quotation mark is `\"` in redis-cli's CSV, which ends the field for everybody else.
        case quotationMark
        /// Bytes that are not UTF-8 pass through redis-cli's JSON.
        case bytes
        /// A text for people is printed as it is in redis-cli's CSV and JSON.
        case text
        /// `inf` and `nan` are no JSON.
        case notFinite
        /// Keys that are the same stay in redis-cli's JSON.
        case sameKeys
        /// A line that redis-cli does not send is a text for people, also in JSON.
        case refusal
        /// redis-cli cannot print it at all, and exits.
        case unprintable
    }

    init(_ lines: String..., flaws: Set<Flaw> = []) {
        self.init(bytes: lines.map { Array($0.utf8) }, flaws: flaws)
    }

    init(bytes lines: [[UInt8]], flaws: Set<Flaw> = []) {
        self.lines = lines
        self.flaws = flaws
    }

    /// Whether redis-cli prints something valid in this format.
    func isComparable(in format: ListFormat) -> Bool {
        switch format {
        case .raw, .human: !flaws.contains(.unprintable)
        case .csv: flaws.isDisjoint(with: [.unprintable, .quotationMark])
        case .json: flaws.isEmpty || flaws == [.quotationMark]
        }
    }
}

/// The formats of redis-cli.
enum ListFormat: String, CaseIterable {
    case raw = "--raw"
    case human = "--no-raw"
    case csv = "--csv"
    case json = "--json"
}
