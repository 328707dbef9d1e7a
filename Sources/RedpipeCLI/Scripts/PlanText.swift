import RedpipeCompiler
import RedpipeSyntax

/// Shows the outline of a plan to a person.
struct PlanText {
    private let files: SourceFiles

    init(_ files: SourceFiles) {
        self.files = files
    }

    func text(of outline: PlanOutline) -> String {
        guard !outline.trips.isEmpty else { return "nothing would be sent\n" }
        let body = outline.trips.map(text).joined(separator: "\n")
        return body + "\n" + summary(of: outline)
    }

    private func text(of trip: PlanOutline.Trip) -> String {
        let name = files[trip.span.source]?.name ?? ""
        let trips = count(trip.roundTrips, "round trip")
        var lines = ["\(name):\(files.lineNumber(of: trip.span)): \(source(trip.span)): \(trips)"]
        for lane in trip.lanes {
            lines.append("  \(lane.connection): \(count(lane.commandCount, "command"))")
            lines += lane.firstCommands.map { "    " + source($0) }
            if lane.commandCount.upper.map({ $0 > lane.firstCommands.count }) ?? true {
                lines.append("    …")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func summary(of outline: PlanOutline) -> String {
        let total = outline.trips.reduce(CountRange.exactly(0)) { $0 + $1.roundTrips }
        let lower = total.lower
        let isExact = total.upper == lower
        let what = lower == 1 ? "round trip" : "round trips"
        return "total: \(isExact ? "" : "at least ")\(lower) \(what)\n"
    }

    private func count(_ range: CountRange, _ noun: String) -> String {
        let plural = noun + "s"
        switch range.upper {
        case range.lower?: return "\(range.lower) \(range.lower == 1 ? noun : plural)"
        case let upper?: return "\(range.lower) to \(upper) \(plural)"
        case nil where range.lower == 0: return "as many \(plural) as the run decides"
        case nil: return "at least \(range.lower) \(range.lower == 1 ? noun : plural)"
        }
    }

    /// The text of a span on one line.
    private func source(_ span: SourceSpan) -> String {
        files.line(of: span).shortened(to: 80)
    }
}

extension SourceFiles {
    /// The text of a span on one line, without passwords.
    func line(of span: SourceSpan) -> String {
        guard let text = self[span.source] else { return "" }
        let bytes = text.bytes.maskingPasswords(in: span.range).map { $0 < 0x20 ? 0x20 : $0 }
        return String(decoding: bytes, as: UTF8.self)
    }
}
