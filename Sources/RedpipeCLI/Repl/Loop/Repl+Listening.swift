import Redpipe
import RedpipeRESP

/// What arrives on the connections while nothing is asked.
extension Repl {
    /// Opens the connection right away, so that the first prompt tells whether the server is there.
    ///
    /// A private server is started by its first command only.
    func openAtStart() {
        guard let connection = connections.connection(named: current), connection.endpoint != nil
        else { return }
        // What was lost with it has to be told before a new one takes its place.
        collect(from: connection)
        guard !connection.isOpen, notes[current]?.unrepeatable == nil else { return }
        connection.open()
        let patience = Moment.now + .milliseconds(15)
        while connection.isOpen, !connection.isReady, Moment.now < patience {
            var poller = Poller()
            let place = connection.fileDescriptor.map {
                poller.watch($0, for: connection.wantedEvents)
            }
            poller.wait(until: min(patience, connection.deadline ?? patience))
            connection.process(place.map { poller.events(at: $0) } ?? [])
            collect(from: connection)
        }
    }

    /// Takes what a connection has received while nothing was asked, and its end.
    func collect(from connection: Connection) {
        connection.receive()
        while case .push = connection.nextReply() {
            showPush(connection.decoder.value, from: connection.name)
        }
        announceEnd(of: connection)
    }

    /// Says once that a connection is gone.
    func announceEnd(of connection: Connection) {
        if connection.isOpen {
            if connection.isReady { down.remove(connection.name) }
            return
        }
        guard !down.contains(connection.name), connection.wasOpened else { return }
        down.insert(connection.name)
        let place = connection.endpoint.map { " (\($0.address))" } ?? ""
        let reason = connection.failure.map { ": \($0)" } ?? ": the server has closed it"
        let isNew = connection.failure?.category == .notConnected
        let words = isNew ? "cannot connect to" : "lost the connection"
        output.say("\(words) `\(connection.name)`\(place)\(reason)\n")
        screen.finishBlock()
    }

    /// Shows a message that answers no command.
    func showPush(_ message: RESPValue, from name: ConnectionName) {
        if name != current { output.say("\(name):\n") }
        output.show(message)
        guard let change = message.subscriptionChange else { return }
        notes[name]?.subscriptionCount = change.count
        if change.count == 0 { connections.connection(named: name)?.isStreaming = false }
    }

    // MARK: The loop

    /// Watches all open connections; the poller's places of those that have a socket.
    func watchConnections() -> [(connection: Connection, place: Int?)] {
        let watched = (known.compactMap { connections.connection(named: $0) } + keys.connections)
            .filter(\.isOpen)
        return watched.map { connection in
            guard let descriptor = connection.fileDescriptor else { return (connection, nil) }
            return (connection, poller.watch(descriptor, for: connection.wantedEvents))
        }
    }

    /// When to look again without an event.
    var nextDeadline: Moment? {
        known.compactMap { connections.connection(named: $0)?.deadline }.min()
    }

    func processConnections(_ watched: [(connection: Connection, place: Int?)]) {
        for (connection, place) in watched {
            let events = place.map { poller.events(at: $0) } ?? []
            guard !keys.takes(connection, events) else { continue }
            connection.process(events)
            guard connection.hasNews else { continue }
            editor.printAbove(
                { [unowned self] in prompt.text },
                { [unowned self] in
                    collect(from: connection)
                    screen.finishBlock()
                }
            )
        }
    }
}
