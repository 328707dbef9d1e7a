import Redpipe
import RedpipeCompiler
import RedpipeRESP
import RedpipeRuntime
import RedpipeSyntax

extension Repl {
    /// The names that `on` and `@` know.
    var connectionNames: Set<String> { Set(known.map(\.text)) }

    func prepareConnections() throws {
        connections.wakeUp = wakeUp
        connections.interruptionPatience = .zero
        connections.onRoundTrip = { [unowned self] trip in tally.note(trip) }
        connections.onPush = { [unowned self] name, message in showPush(message, from: name) }
        try setup.define([], in: connections)
        for name in setup.names.union(["default"]) {
            adopt(ConnectionName(name), isScratch: setup.isScratch(name))
        }
    }

    /// Begins to keep notes on a connection that was defined, or defined anew.
    func adopt(_ name: ConnectionName, isScratch: Bool) {
        known.insert(name)
        scratch.remove(name)
        if isScratch { scratch.insert(name) }
        down.remove(name)
        origins[name] = connections.endpoint(of: name)
        notes[name] = ConnectionNotes(database: origins[name]?.database ?? 0)
    }

    /// Defines what an input declares.
    ///
    /// - Parameters:
    ///   - declarations: The declarations.
    ///   - isTyped: They stand in no file: what is typed beats the options of the command line.
    /// - Returns: Whether all of it could be.
    func define(_ declarations: [ConnectionDeclaration], isTyped: Bool = true) -> Bool {
        do {
            for declaration in declarations {
                let name = ConnectionName(declaration.name)
                let isNew = !known.contains(name)
                if !isNew, !mayLose(name) { return false }
                try setup.defineDeclared(
                    [declaration],
                    in: connections,
                    beatsOptions: isTyped
                )
                adopt(
                    name,
                    isScratch: options.usesScratchServers || declaration.url.text == "scratch:"
                )
                readOnly.remove(name)
                if declaration.isReadOnly { readOnly.insert(name) }
                if isTyped {
                    acknowledge(
                        isNew
                            ? "`\\c \(name)` goes to this connection"
                            : "connection `\(name)` is defined anew"
                    )
                }
            }
            return true
        } catch let diagnostic as Diagnostic {
            output.report(diagnostic)
        } catch let error as ProgramError {
            output.say(error.message + "\n")
        } catch {
            output.say("\(error)\n")
        }
        note(ExitStatus.wrongScript)
        return false
    }

    /// What only the connection of that name knows ends with it.
    ///
    /// - Returns: Whether that is fine: not with a transaction, which has to be ended first.
    func mayLose(_ name: ConnectionName) -> Bool {
        guard let lost = notes[name]?.unrepeatable, !refusesToLeave(name) else {
            return notes[name]?.unrepeatable == nil
        }
        output.say("\(lost) ends with the connection `\(name)`\n")
        return true
    }

    /// A transaction has to be ended before its connection is left for another server.
    ///
    /// - Returns: Whether there is one, which was said.
    func refusesToLeave(_ name: ConnectionName) -> Bool {
        guard notes[name]?.isInTransaction == true else { return false }
        complain("(error) MULTI is open on `\(name)`: EXEC or DISCARD first")
        return true
    }

    /// What the prompt calls the connection: its name, or for the default one where it goes.
    var connectionLabel: String {
        guard current == .default else { return current.text }
        if scratch.contains(current) { return "scratch" }
        switch origins[current]?.address ?? connections.endpoint(of: current)?.address {
        case .unix(let path): return path.split(separator: "/").last.map(String.init) ?? path
        case let address?: return "\(address)"
        case nil: return current.text
        }
    }

    // MARK: State

    /// Takes note of what a command of the input has done to its connection.
    func note(_ reply: ShownReply) {
        let name = reply.connection
        let before = notes[name].map { ($0.entrance, $0.database) }
        switch reply.result {
        case .success(let value):
            notes[name, default: ConnectionNotes()].note(reply.words, reply: value)
            if notes[name]?.isInTransaction == true, value.isQueued { outcome.hasQueued = true }
            rememberKeys(of: reply.words, on: name)
        case .failure(let error):
            outcome.refusingServers.insert(name)
            notes[name, default: ConnectionNotes()].noteError(reply.words, code: error.code)
        }
        hold(name)
        let after = notes[name].map { ($0.entrance, $0.database) }
        if before?.0 != after?.0 || before?.1 != after?.1 { prepareEntrance(name) }
    }

    /// A connection that knows what no new one could is not opened anew in the middle of an input.
    private func hold(_ name: ConnectionName) {
        connections.connection(named: name)?.isHeld = notes[name]?.unrepeatable != nil
    }

    /// Lets the next opening repeat what was typed: AUTH, HELLO, SELECT.
    func prepareEntrance(_ name: ConnectionName) {
        guard let connection = connections.connection(named: name),
            let endpoint = connection.endpoint, let note = notes[name]
        else { return }
        var options = connection.options
        options.protocolVersion = note.entrance.protocolVersion ?? options.protocolVersion
        options.clientName = note.entrance.clientName ?? options.clientName
        let credentials =
            note.entrance.credentials ?? origins[name]?.credentials ?? endpoint.credentials
        connection.enter(
            as: Endpoint(endpoint.address, credentials: credentials, database: note.database),
            options: options
        )
    }

    /// Lets a connection that is not open be entered with what is about to be sent: a server that
    /// wants a password lets nobody in without.
    func useCredentials(_ words: [[UInt8]], on name: ConnectionName) {
        guard let connection = connections.connection(named: name), !connection.isReady else {
            return
        }
        var note = notes[name] ?? ConnectionNotes()
        note.noteCredentials(words)
        notes[name] = note
        if !connection.isOpen { connection.close() }
        prepareEntrance(name)
    }

    /// Looks whether the connections that an input uses are there, and lets those be opened anew
    /// that are not.
    ///
    /// - Returns: Whether the input may be sent: not if it would run outside of the transaction in
    ///   which it was meant to run.
    func prepareForSending(on names: Set<ConnectionName>) -> Bool {
        names.allSatisfy { prepareForSending(on: $0) }
    }

    /// The same for one connection.
    func prepareForSending(on name: ConnectionName) -> Bool {
        guard let connection = connections.connection(named: name) else { return true }
        collect(from: connection)
        if connection.isOpen { return true }
        let lost = takeLoss(of: name)
        connection.close()
        down.remove(name)
        guard let lost else { return true }
        output.say(
            """
            (error) the connection `\(name)` was lost with \(lost) open, which no new one can take \
            over
              = note: nothing was sent; the next command connects anew\n
            """
        )
        note(ExitStatus.lost)
        return false
    }

    /// What was lost with a connection that is not open any more, told once: from then on it may be
    /// opened anew.
    func takeLoss(of name: ConnectionName) -> String? {
        guard let lost = notes[name]?.unrepeatable,
            let connection = connections.connection(named: name), !connection.isOpen,
            connection.wasOpened
        else { return nil }
        notes[name]?.forgetUnrepeatable()
        hold(name)
        connection.close()
        return lost
    }

    /// Draws the consequences of an input: what it has opened is up again, what has failed was
    /// reported by the input itself.
    func reviewConnections() {
        for name in known {
            guard let connection = connections.connection(named: name) else { continue }
            if let failure = connection.failure {
                // Unless the input itself has failed for it.
                if outcome.failure == nil { announceEnd(of: connection) }
                if failure != .interrupted { down.insert(name) }
                if notes[name]?.unrepeatable == nil { connection.close() }
            } else if connection.isReady {
                down.remove(name)
            }
        }
    }

    func usedConnections(of plan: Plan) -> Set<ConnectionName> {
        let names = PlanOutline(of: plan).trips.flatMap(\.lanes).map(\.connection)
        return Set(names.map { $0 == "default" ? current : ConnectionName($0) })
    }
}
