package import Redpipe

/// Counts what connections send; it must be made before they are used.
package final class RoundTripCounter {
    /// Every round trip, in order.
    package private(set) var roundTrips: [RoundTrip] = []

    /// Listens to connections; nothing else may.
    package init(_ connections: Connections) {
        connections.onRoundTrip = { [weak self] in self?.roundTrips.append($0) }
    }

    /// How often a connection was flushed and waited for.
    package var count: Int { roundTrips.reduce(0) { $0 + $1.flushCount } }

    /// How many commands went out.
    package var commandCount: Int { roundTrips.reduce(0) { $0 + $1.commandCount } }
}
