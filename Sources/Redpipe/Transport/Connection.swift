package import RedpipeRESP

/// One connection to one server, driven by whoever owns the poll loop.
///
///     connection.open()
///     connection.append(command)
///     loop {
///         poller.watch(connection.fileDescriptor, for: connection.wantedEvents)
///         poller.wait(until: connection.deadline)
///         connection.process(events, at: .now)
///         while case .reply = connection.nextReply() { use(connection.decoder) }
///     }
///
/// Commands may be appended as soon as it has been opened; they are sent when it is entered. It
/// never sends anything twice. After a failure ``ledger`` says which commands were answered,
/// which were sent and which were not.
package final class Connection {
    /// What the program calls it.
    package let name: ConnectionName
    /// Where it goes; `nil` while that is to be found out by the first opening.
    package internal(set) var endpoint: Endpoint?
    /// Finds out where it goes.
    let findEndpoint: () throws(ConnectionError) -> Endpoint
    package private(set) var options: ConnectionOptions

    var state: ConnectionState
    var link = Link.none
    /// The user's commands; the handshake goes past them.
    var output = OutputBuffer()
    /// What is left of the handshake.
    var greeting = OutputBuffer()
    /// What has arrived; its current reply is the one that `nextReply()` has announced.
    package internal(set) var decoder = RESPDecoder()
    var window = SendWindow()
    /// How the connection has ended, while whole replies are still to be taken.
    var ending: String?
    /// Why nothing can be sent any longer, while there may still be something to receive.
    var sendProblem: String?
    /// Whether no further command is to be begun.
    var isStopped = false
    /// Whether the server keeps something for this very socket, watched keys for instance: then it
    /// is not opened anew, and refused commands are not sent again.
    package var isHeld = false

    /// When to give up connecting.
    var connectDeadline = Moment.now
    /// When bytes were moved last, or something was asked for while nothing was owed.
    var lastProgress = Moment.now
    /// How many bytes have arrived since it was opened.
    package internal(set) var receivedByteCount = 0

    /// A connection that is not opened.
    package init(name: ConnectionName, endpoint: Endpoint, options: ConnectionOptions) {
        self.name = name
        self.endpoint = endpoint
        self.options = options
        findEndpoint = { () throws(ConnectionError) in endpoint }
        state = ConnectionState(endpoint: endpoint, options: options)
    }

    /// A connection that is not opened, and whose other end is not there before that.
    package init(
        name: ConnectionName,
        options: ConnectionOptions,
        findEndpoint: @escaping () throws(ConnectionError) -> Endpoint
    ) {
        self.name = name
        self.options = options
        self.findEndpoint = findEndpoint
        state = ConnectionState(endpoint: Self.nowhere, options: options)
    }

    /// Says how to enter when it is opened the next time; a connection that is open stays as it is.
    package func enter(as endpoint: Endpoint, options: ConnectionOptions) {
        self.endpoint = endpoint
        self.options = options
    }

    /// What a connection is set up for before its endpoint is found.
    static let nowhere = Endpoint(.unix(path: ""))

    /// What there is below.
    enum Link {
        case none
        /// The host name is being looked up; look again at that moment.
        case resolving(Resolution, nextLook: Moment)
        /// The server's queue of new connections was full; try again at that moment.
        case queueing(ArraySlice<SocketAddress>, nextTry: Moment)
        /// Connecting to one of the addresses, with the rest of them.
        case connecting(OpenSocket, rest: ArraySlice<SocketAddress>, deadline: Moment)
        case connected(OpenSocket)
    }
}

/// A socket that an enum can hold.
final class OpenSocket {
    let socket: Socket

    init(_ address: SocketAddress) throws(SystemError) {
        socket = try Socket.connecting(to: address)
    }
}

extension Connection {
    /// Whether the handshake is done and the connection is of use.
    package var isReady: Bool { state.isReady }
    /// Whether it was opened and is of use.
    package var isOpen: Bool { state.isOpen }
    /// Whether it was opened, and has since not been closed by us.
    package var wasOpened: Bool { state.wasOpened }
    /// Whether something has arrived, or it has ended, since its replies were last taken.
    package var hasNews: Bool { ending != nil || !isOpen || decoder.bufferedByteCount > 0 }
    /// Why it is of no more use, if so.
    package var failure: ConnectionError? { state.failure }
    /// Commands that were appended since it was opened.
    package var queuedCount: Int { state.ledger.queuedCount }
    /// Commands that the system has accepted whole.
    package var sentCount: Int { state.ledger.sentCount }
    /// Commands that were answered; those without a reply count once they have been passed.
    package var answeredCount: Int { state.ledger.answeredCount }
    /// Commands that the server is known to have dealt with.
    package var confirmedCount: Int { state.ledger.confirmedCount }
    /// Commands that were sent and are not answered.
    package var outstandingCount: Int { state.ledger.outstandingCount }
    /// Commands that are not sent.
    package var unsentCount: Int { state.ledger.unsentCount }
    /// Bytes of commands that the system has not accepted.
    package var unsentByteCount: Int { state.ledger.unsentByteCount }
    /// Bytes of commands that the system has accepted since it was opened.
    package var sentByteCount: Int { state.ledger.sentByteCount }

    /// Whether to append more commands now: else the server, or we, would have to keep too much.
    package var hasRoom: Bool {
        unsentByteCount < Self.unsentByteLimit && unsentCount < SendWindow.greatestLimit
    }

    /// Whether replies that no command has asked for are normal: after SUBSCRIBE or MONITOR.
    ///
    /// They arrive as pushes then.
    package var isStreaming: Bool {
        get { state.isStreaming }
        set { state.isStreaming = newValue }
    }

    private static let unsentByteLimit = 1 << 20
}
