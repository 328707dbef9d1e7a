import RedpipeRESP

/// A socket of its own for an optimistic transaction, step by step.
///
///     let watched = WatchedConnection(to: "users", of: connections)
///     var pipeline = watched.pipeline()
///     watched.queueWatch(["stock:1"], in: &pipeline)
///     …                   // the reads, then send: one round trip
///     watched.hold()
///     …                   // MULTI … EXEC, then send: the second one
///     watched.release()
///
/// From `hold()` on the socket is never opened anew, for the server would have forgotten what is
/// watched: if it is lost, what is queued then fails and says so.
package struct WatchedConnection {
    /// The name under which commands go there.
    package let name: ConnectionName
    /// The connection that it stands beside.
    private let original: ConnectionName
    private let connections: Connections

    /// The socket that stands beside a connection; it is kept for the next transaction.
    package init(to name: ConnectionName, of connections: Connections) {
        self.connections = connections
        original = name
        self.name = connections.secondConnection(to: name, for: "watch")
    }

    /// A pipeline that uses the socket for all commands of the connection that it stands beside.
    package func pipeline() -> Pipeline {
        var pipeline = Pipeline(on: name)
        pipeline.standIn = (original, name)
        return pipeline
    }

    /// Queues the WATCH, behind which the reads are queued.
    ///
    /// - Returns: Its reply; an error if nothing is watched.
    @discardableResult
    package func queueWatch(
        _ keys: [[UInt8]],
        in pipeline: inout Pipeline
    ) -> Deferred<RESPValue> {
        release()
        let slot = ReplySlot()
        var arguments = ArgumentList()
        for word in [Array("WATCH".utf8)] + keys { arguments.append(word) }
        pipeline.enqueue(arguments, into: slot, onLane: pipeline.lane(for: name))
        return Deferred(slot)
    }

    /// Says that the keys are watched.
    package func hold() {
        connections.connection(named: name)?.isHeld = true
    }

    /// Says that EXEC was sent: whatever it answered, nothing is watched any longer.
    package func release() {
        connections.connection(named: name)?.isHeld = false
    }

    /// Sends UNWATCH, for there is nothing to be run; if it fails, the socket is closed instead.
    package func unwatch() {
        defer { release() }
        let slot = ReplySlot()
        var pipeline = Pipeline(on: name)
        var arguments = ArgumentList()
        arguments.append(Array("UNWATCH".utf8))
        pipeline.enqueue(arguments, into: slot, onLane: 0)
        _ = pipeline.send(on: connections)
        if (try? slot.reply) == nil { connections.close(name) }
    }
}
