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
        let trips = count(trip.times, "round trip")
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
        let lower = outline.trips.reduce(0) { $0 + $1.times.lower }
        let isExact = outline.trips.allSatisfy { $0.times.lower == $0.times.upper }
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
        guard let text = files[span.source] else { return "" }
        let bytes = text.bytes.maskingPasswords(in: span.range).map { $0 < 0x20 ? 0x20 : $0 }
        let line = String(decoding: bytes, as: UTF8.self)
        return line.count > 80 ? line.prefix(79) + "…" : line
    }
}
