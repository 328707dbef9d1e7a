/// How a connection speaks and how long it waits.
public struct ConnectionOptions: Hashable, Sendable {
    /// The version of RESP that is asked for; a server that knows only RESP2 is served anyway.
    public var protocolVersion: ProtocolVersion
    /// What the server lists the connection as.
    public var clientName: String?
    /// How long resolving, connecting and entering may take together; zero for as long as it
    /// takes.
    public var connectTimeout: Duration
    /// How long nothing may arrive while replies are owed; zero for as long as it takes.
    ///
    /// Commands that block by themselves add their own time, those without an end have none.
    public var replyTimeout: Duration

    /// RESP3, 5 s to connect and 60 s without any reply, unless you say otherwise.
    public init(
        protocolVersion: ProtocolVersion = .resp3,
        clientName: String? = nil,
        connectTimeout: Duration = .seconds(5),
        replyTimeout: Duration = .seconds(60)
    ) {
        self.protocolVersion = protocolVersion
        self.clientName = clientName
        self.connectTimeout = connectTimeout
        self.replyTimeout = replyTimeout
    }

    /// A version of the protocol.
    public enum ProtocolVersion: Hashable, Sendable {
        /// What every server speaks.
        case resp2
        /// With maps, sets, doubles and pushes.
        case resp3
    }
}
