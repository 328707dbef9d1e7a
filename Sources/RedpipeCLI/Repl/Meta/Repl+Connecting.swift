import Redpipe
import RedpipeCommands
import RedpipeCompiler
import RedpipeSyntax

extension Repl {
    /// `\c`: says or changes where bare commands go.
    ///
    /// - Parameters:
    ///   - argument: The name of a connection or a server.
    ///   - probes: A server that cannot be reached does not take the place of the one in use.
    func switchConnection(_ argument: String, probes: Bool = true) {
        if argument.isEmpty {
            return output.say("commands go to `\(current)` (\(place(of: current)))\n")
        }
        guard !known.contains(ConnectionName(argument)),
            let url = ServerAddress.url(of: argument)
        else { return switchConnection(named: argument) }
        // The language's own declaration, so that all of its URLs and options work here.
        let line = "connect \(url)"
        guard
            case .success(let input) = script.check(Array(line.utf8), connections: connectionNames),
            input.script.plan.connections.count == 1
        else { return complain("\\c takes the name of a connection or a URL") }
        output.files = script.files
        guard !refusesToLeave(.default) else { return }
        if probes, let error = failure(ofConnectingTo: input.script.plan.connections) {
            return complain(
                "cannot connect: \(error)\n"
                    + "  = note: commands go to `\(current)` (\(place(of: current))) as before",
                .notConnected
            )
        }
        guard define(input.script.plan.connections) else { return }
        current = .default
        saved.addSwitch(to: url)
        openAtStart()
    }

    /// Tries a server before the connection in use is given up for it.
    private func failure(
        ofConnectingTo declarations: [ConnectionDeclaration]
    ) -> ConnectionError? {
        let trial = Connections()
        trial.wakeUp = wakeUp
        trial.interruptionPatience = .zero
        defer { trial.closeAll() }
        // A private server is started by its first command; what is wrong is reported by its use.
        guard (try? setup.defineDeclared(declarations, in: trial, beatsOptions: true)) != nil,
            trial.endpoint(of: .default) != nil
        else { return nil }
        var pipeline = Pipeline()
        pipeline.enqueue([Array("PING".utf8)])
        SignalPipe.forgetInterruption(wakeUp)
        _ = try? pipeline.execute(on: trial)
        let failure = trial.connection(named: .default)?.failure
        // The password may be typed next.
        if case .authenticationRequired = failure { return nil }
        return failure
    }

    private func switchConnection(named name: String) {
        guard known.contains(ConnectionName(name)) else {
            let nearest = Suggestion.nearest(to: name, in: connectionNames.sorted())
            let hint =
                nearest.map { "did you mean `\($0)`?" }
                ?? "`\\conn` lists them, `\\c HOST:PORT` opens another server"
            return complain("unknown connection `\(name)`; \(hint)")
        }
        current = ConnectionName(name)
        openAtStart()
    }

    /// `\conn`: lists the connections.
    func listConnections() {
        let names = known.map(\.text).sorted()
        let width = names.map(\.count).max() ?? 0
        for name in names {
            let padded = name + String(repeating: " ", count: width - name.count)
            let mark = name == current.text ? "*" : " "
            let connection = ConnectionName(name)
            screen.write("\(mark) \(padded)  \(place(of: connection))  \(state(of: connection))\n")
        }
    }

    private func place(of name: ConnectionName) -> String {
        guard let endpoint = connections.endpoint(of: name), !scratch.contains(name) else {
            return scratch.contains(name) ? "scratch" : "known at its first use"
        }
        let database = notes[name]?.database ?? endpoint.database
        return "\(Endpoint(endpoint.address, database: database))"
    }

    private func state(of name: ConnectionName) -> String {
        var words: [String] = []
        let connection = connections.connection(named: name)
        if connection?.isReady == true {
            words.append("open")
        } else {
            words.append(down.contains(name) ? "down" : "not open")
        }
        if readOnly.contains(name) { words.append("readonly") }
        if notes[name]?.isInTransaction == true { words.append("in MULTI") }
        if notes[name]?.isWatching == true { words.append("watching") }
        if let count = notes[name]?.subscriptionCount, count > 0 { words.append("subscribed") }
        return words.joined(separator: ", ")
    }
}
