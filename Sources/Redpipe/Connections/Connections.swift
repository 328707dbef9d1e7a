public import RedpipeRESP

/// The connections of a program, by name.
///
///     let connections = Connections()
///     connections.define(try Endpoint(url: "redis://localhost"))
///     connections.define(try Endpoint(url: "unix:///run/users.sock"), as: "users")
///
/// A connection opens at its first use and then stays open; a definition costs nothing. All of it
/// belongs to one thread, and only what executes a pipeline waits.
public final class Connections {
    private var connections: [ConnectionName: Connection] = [:]

    /// Called at the end of each wave for each connection on which commands were sent.
    public var onRoundTrip: ((RoundTrip) -> Void)?
    /// Called for each message that answers no command, when it is read: on RESP3 connections with
    /// client-side caching, for instance.
    public var onPush: ((ConnectionName, RESPValue) -> Void)?
    /// A file descriptor, of a pipe for instance, that interrupts an execution when it can be read.
    ///
    /// Each interruption reads one byte of it. After the first nothing more is sent and what was
    /// sent is waited for, as long as ``interruptionPatience`` says; after the second nothing is
    /// waited for.
    public var wakeUp: Int32?
    /// How long replies to what was sent are waited for after a first interruption.
    public var interruptionPatience = Duration.seconds(2)
    /// Whether an execution opens connections anew that were lost while replies were owed.
    ///
    /// Within one execution it never does: later commands may depend on what was lost.
    public var reopensLostConnections = true

    /// No connections.
    public init() {}

    /// Says where a connection goes; a former connection of this name is closed.
    public func define(
        _ endpoint: Endpoint,
        as name: ConnectionName = .default,
        options: ConnectionOptions = ConnectionOptions()
    ) {
        connections[name] = Connection(name: name, endpoint: endpoint, options: options)
    }

    /// Says how to find out where a connection goes when it is used for the first time.
    ///
    ///     connections.define(as: "demo") { server = try ScratchServer(); return server.endpoint }
    ///
    /// - Parameters:
    ///   - name: A former connection of this name is closed.
    ///   - options: How it speaks and how long it waits.
    ///   - endpoint: Called once, unless it throws; then at the next use again.
    public func define(
        as name: ConnectionName = .default,
        options: ConnectionOptions = ConnectionOptions(),
        atFirstUse endpoint: @escaping () throws(ConnectionError) -> Endpoint
    ) {
        connections[name] = Connection(name: name, options: options, findEndpoint: endpoint)
    }

    /// Makes a connection to where another one goes, for what must not wait for its commands.
    ///
    /// - Parameters:
    ///   - name: The other one; if it was not defined, neither is the new one.
    ///   - purpose: What it is for, as a word of its name.
    /// - Returns: Its name, the same for the same purpose.
    package func secondConnection(
        to name: ConnectionName,
        for purpose: String
    ) -> ConnectionName {
        let second = ConnectionName("\(name) (\(purpose))")
        guard connections[second] == nil, let first = connections[name] else { return second }
        connections[second] = Connection(
            name: second,
            options: first.options,
            findEndpoint: first.resolvedEndpoint
        )
        return second
    }

    /// Whether a connection of this name was defined.
    public func isDefined(_ name: ConnectionName) -> Bool {
        connections[name] != nil
    }

    /// Where a connection goes; `nil` if it was not defined, or if only its first use tells.
    public func endpoint(of name: ConnectionName) -> Endpoint? {
        connections[name]?.endpoint
    }

    /// Closes a connection; its next use opens it anew, also after a loss.
    public func close(_ name: ConnectionName) {
        connections[name]?.close()
    }

    /// Closes all connections.
    public func closeAll() {
        for connection in connections.values { connection.close() }
    }

    /// A connection, be it open or not.
    package func connection(named name: ConnectionName) -> Connection? {
        connections[name]
    }
}
