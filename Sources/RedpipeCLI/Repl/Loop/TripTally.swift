import Redpipe

/// The round trips of one input, for `\timing`.
struct TripTally {
    private var commandCount = 0
    private var tripCount = 0

    mutating func reset() { self = TripTally() }

    mutating func note(_ trip: RoundTrip) {
        commandCount += trip.commandCount
        tripCount += trip.flushCount
    }

    /// The form `1.204 ms, 3 commands, 1 round trip`.
    func text(elapsed: Duration) -> String {
        let (seconds, attoseconds) = elapsed.components
        let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
        let fraction = String(microseconds % 1000)
        let padded = String(repeating: "0", count: 3 - fraction.count) + fraction
        return "\(microseconds / 1000).\(padded) ms, \(count(commandCount, "command")), "
            + count(tripCount, "round trip")
    }

    private func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
