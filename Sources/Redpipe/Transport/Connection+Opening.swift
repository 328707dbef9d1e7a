extension Connection {
    /// Begins to connect, also anew after an end or a failure; forgets all commands.
    package func open(at now: Moment = .now) {
        close()
        state.open()
        connectDeadline = options.connectTimeout > .zero ? now + options.connectTimeout : .distant
        do throws(ConnectionError) {
            try resolve(try foundEndpoint(), at: now)
        } catch {
            fail(error)
        }
    }

    /// Closes the connection without a word; commands that are not answered never will be.
    package func close() {
        link = .none
        state = ConnectionState(endpoint: endpoint ?? Self.nowhere, options: options)
        output = OutputBuffer()
        greeting = OutputBuffer()
        decoder.reset()
        window = SendWindow()
        ending = nil
        sendProblem = nil
        isStopped = false
        receivedByteCount = 0
    }

    /// Where it goes, which the first opening finds out.
    private func foundEndpoint() throws(ConnectionError) -> Endpoint {
        if let endpoint { return endpoint }
        let found = try resolvedEndpoint()
        state = ConnectionState(endpoint: found, options: options)
        state.open()
        return found
    }

    /// Where it goes, found out if need be.
    func resolvedEndpoint() throws(ConnectionError) -> Endpoint {
        if let endpoint { return endpoint }
        let found = try findEndpoint()
        endpoint = found
        return found
    }

    private func resolve(_ endpoint: Endpoint, at now: Moment) throws(ConnectionError) {
        switch endpoint.address {
        case .unix(let path):
            guard let address = SocketAddress(path: path) else {
                throw .unreachable("the path of the socket is too long")
            }
            try connect(to: [address], at: now)
        case .tcp(let host, let port):
            if let addresses = Resolution.literal(host: host, port: port) {
                try connect(to: addresses[...], at: now)
            } else {
                link = .resolving(Resolution(host: host, port: port), nextLook: now)
            }
        }
    }

    /// Looks whether the host name has been resolved.
    func lookAtResolution(_ resolution: Resolution, at now: Moment) throws(ConnectionError) {
        if let addresses = try resolution.addresses() {
            try connect(to: addresses[...], at: now)
        } else {
            link = .resolving(resolution, nextLook: now + Self.resolutionInterval)
        }
    }

    /// Connects to the first address that does not fail at once.
    func connect(
        to addresses: ArraySlice<SocketAddress>,
        at now: Moment
    ) throws(ConnectionError) {
        var rest = addresses
        var problem: SystemError?
        while let address = rest.popFirst() {
            do {
                let socket = try OpenSocket(address)
                // Each address gets its share of the time, so that a dead one does not use it up.
                let share = (connectDeadline - now) / (rest.count + 1)
                link = .connecting(socket, rest: rest, deadline: now + share)
                return
            } catch {
                problem = error
            }
        }
        // Unix sockets say so when the server has not accepted earlier connections yet.
        if problem?.isTemporary == true {
            link = .queueing(addresses, nextTry: now + Self.queueInterval)
            return
        }
        throw .unreachable(problem.map(\.description) ?? "the host has no address")
    }

    /// Learns how connecting has ended.
    func finishConnecting(
        _ socket: OpenSocket,
        rest: ArraySlice<SocketAddress>,
        at now: Moment
    ) throws(ConnectionError) {
        do {
            try socket.socket.checkConnected()
        } catch {
            guard rest.isEmpty else { return try connect(to: rest, at: now) }
            throw .unreachable(error.description)
        }
        link = .connected(socket)
        greeting.append(state.connected())
        flush(at: now)
    }

    /// How long to wait for the server to accept others.
    private static let queueInterval = Duration.milliseconds(5)

    /// How often a look-up is asked whether it is done.
    private static let resolutionInterval = Duration.milliseconds(2)
}
