/// What became of the lines of a list when its run ended early.
///
///     lines 1-3 confirmed, 4-6 unknown (sent, no reply), 7-9 not sent
struct DeliveryReport: Equatable {
    /// What a list is made of.
    var unit = Unit.line
    private(set) var parts: [Part] = []

    enum Unit: String {
        case line
        case command
    }

    struct Part: Equatable {
        let outcome: Outcome
        let first: Point
        /// `nil` where the end of the list is not known.
        let last: Point?

        init(outcome: Outcome, first: Point, last: Point?) {
            self.outcome = outcome
            self.first = first
            self.last = last
        }

        /// The lines behind one of them.
        init(_ outcome: Outcome, after line: Int, to last: Point) {
            self.init(outcome: outcome, first: Point(line: line + 1), last: last)
        }
    }

    enum Outcome: String {
        case confirmed = "confirmed"
        case unknown = "unknown (sent, no reply)"
        case notApplied = "not applied (MULTI without EXEC)"
        case notSent = "not sent"
        case alreadySent = "had already been sent"
    }

    /// A line, and which of its commands if it has several.
    struct Point: Equatable, CustomStringConvertible {
        let line: Int
        var repetition: Int?

        var description: String {
            repetition.map { "\(line)[\($0)]" } ?? String(line)
        }
    }

    /// The last part of an outcome, if there is one.
    func part(_ outcome: Outcome) -> Part? { parts.last { $0.outcome == outcome } }

    /// Adds the next part.
    mutating func add(_ outcome: Outcome, from first: Point, to last: Point?) {
        parts.append(Part(outcome: outcome, first: first, last: last))
    }
}

extension DeliveryReport: CustomStringConvertible {
    var description: String {
        guard let first = parts.first else { return "nothing was sent" }
        let isOne = parts.count == 1 && first.first == first.last
        let noun = isOne ? unit.rawValue : unit.rawValue + "s"
        return noun + " " + parts.map(\.description).joined(separator: ", ")
    }
}

extension DeliveryReport.Part: CustomStringConvertible {
    var description: String {
        guard let last else { return "\(first) and later \(outcome.rawValue)" }
        let range = first == last ? "\(first)" : "\(first)-\(last)"
        return "\(range) \(outcome.rawValue)"
    }
}

extension SentLines.Origin {
    /// The place that a report names.
    var point: DeliveryReport.Point { DeliveryReport.Point(line: line, repetition: repetition) }
}
