import RedpipeCompiler
import RedpipeSyntax

/// Shows the outline of a plan to a program: one JSON object for each block or line that is sent.
///
///     {"file":"a.rp","line":3,"source":"pipeline","round_trips":{"min":1,"max":1},"connections":[…]}
///
/// A `max` of null says that only the run decides.
struct PlanJSON {
    private let files: SourceFiles

    init(_ files: SourceFiles) {
        self.files = files
    }

    func text(of outline: PlanOutline) -> [UInt8] {
        outline.trips.flatMap { object(of: $0).text + Array("\n".utf8) }
    }

    private func object(of trip: PlanOutline.Trip) -> JSONObject {
        var object = JSONObject()
        object.add("file", string(files[trip.span.source]?.name ?? ""))
        object.add("line", number(files.lineNumber(of: trip.span)))
        object.add("source", string(files.line(of: trip.span)))
        object.add("round_trips", range(trip.roundTrips))
        object.add("batch", trip.batchSize.map(number) ?? Self.null)
        object.add("connections", list(trip.lanes.map { self.object(of: $0).text }))
        return object
    }

    private func object(of lane: PlanOutline.Lane) -> JSONObject {
        var object = JSONObject()
        object.add("name", string(lane.connection))
        object.add("commands", range(lane.commandCount))
        object.add("first", list(lane.firstCommands.map { string(files.line(of: $0)) }))
        return object
    }

    private func range(_ count: CountRange) -> [UInt8] {
        var object = JSONObject()
        object.add("min", number(count.lower))
        object.add("max", count.upper.map(number) ?? Self.null)
        return object.text
    }

    private static let null = Array("null".utf8)

    private func number(_ number: Int) -> [UInt8] { Array(String(number).utf8) }

    private func string(_ text: String) -> [UInt8] {
        var json: [UInt8] = []
        json.appendJSON(Array(text.utf8).span, for: .stream)
        return json
    }

    private func list(_ items: [[UInt8]]) -> [UInt8] {
        Array("[".utf8) + items.joined(separator: Array(",".utf8)) + Array("]".utf8)
    }
}
