import Redpipe

/// Writes each round trip to standard error: connection, commands, bytes, time.
struct TraceWriter {
    private let output: FileOutput

    init(_ output: FileOutput) {
        self.output = output
    }

    func write(_ trip: RoundTrip) {
        let commands = trip.commandCount == 1 ? "1 command" : "\(trip.commandCount) commands"
        let (seconds, attoseconds) = trip.elapsed.components
        let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
        output.write(
            "trace: \(trip.connection): \(commands), \(trip.sentByteCount) bytes out, "
                + "\(trip.receivedByteCount) bytes in, \(microseconds) µs\n"
        )
        output.flush()
    }
}
