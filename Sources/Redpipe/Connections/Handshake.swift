import RedpipeRESP

/// What a client says first, and what it makes of the answers.
///
/// All of it is sent in one flush: authentication, the version of the protocol, names, the
/// database. None of it depends on an earlier answer, so a server that does not know HELLO costs no
/// second round trip. A command of the user follows only when everything has been answered: sent
/// at once, it would run in database 0 if SELECT failed.
///
/// It does no I/O: bytes out, replies in.
///
/// Reference: https://redis.io/docs/latest/commands/hello/
struct Handshake {
    private let endpoint: Endpoint
    private let options: ConnectionOptions
    /// What is still to be answered, the next one last.
    private var steps: [Step]
    /// Why the connection cannot be used, if so; all answers are waited for all the same, or the
    /// connection is closed.
    private(set) var protocolVersion = ConnectionOptions.ProtocolVersion.resp2

    init(endpoint: Endpoint, options: ConnectionOptions) {
        self.endpoint = endpoint
        self.options = options
        steps = Self.steps(endpoint, options).reversed()
    }

    /// Whether everything has been answered.
    var isComplete: Bool { steps.isEmpty }

    /// The commands, encoded.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for step in steps.reversed() {
            RESPEncoder.appendCommand(words(of: step), to: &bytes)
        }
        return bytes
    }

    private static func steps(_ endpoint: Endpoint, _ options: ConnectionOptions) -> [Step] {
        var steps: [Step] = []
        if endpoint.credentials != nil { steps.append(.authenticate) }
        if options.protocolVersion == .resp3 { steps.append(.hello) }
        if options.clientName != nil { steps.append(.setName) }
        steps += [.setLibraryName, .setLibraryVersion]
        if endpoint.database != 0 { steps.append(.select) }
        // Something must find a server that wants a password or is none.
        if steps.count == 2 { steps.append(.ping) }
        return steps
    }

    private enum Step {
        case authenticate
        case hello
        case setName
        case setLibraryName
        case setLibraryVersion
        case select
        case ping
    }
}

extension Handshake {
    private func words(of step: Step) -> [[UInt8]] {
        switch step {
        case .authenticate: authentication
        case .hello: Self.words("HELLO", "3")
        case .setName: Self.words("CLIENT", "SETNAME", options.clientName ?? "")
        case .setLibraryName: Self.words("CLIENT", "SETINFO", "LIB-NAME", "redpipe")
        case .setLibraryVersion: Self.words("CLIENT", "SETINFO", "LIB-VER", libraryVersion)
        case .select: Self.words("SELECT", String(endpoint.database))
        case .ping: Self.words("PING")
        }
    }

    private var authentication: [[UInt8]] {
        guard let credentials = endpoint.credentials else { return [] }
        return Self.words("AUTH") + [credentials.user, credentials.password].compactMap(\.self)
    }

    private static func words(_ words: String...) -> [[UInt8]] {
        words.map { Array($0.utf8) }
    }
}

extension Handshake {
    /// Takes the reply to the next step.
    ///
    /// - Throws: Why the connection cannot be used.
    mutating func receive(_ reply: RESPValue) throws(ConnectionError) {
        guard let step = steps.popLast() else { throw .unaskedReply(Excerpt(reply.encoded)) }
        if case .error(let text) = reply {
            try judge(ServerError(text: text), of: step)
        } else {
            try judge(reply, of: step)
        }
    }

    private mutating func judge(_ reply: RESPValue, of step: Step) throws(ConnectionError) {
        switch (step, reply) {
        case (.hello, .map), (.hello, .array): protocolVersion = .resp3
        case (.ping, .simpleString(Array("PONG".utf8))): break
        case (.hello, _), (.ping, _): throw .notRedis(Excerpt(reply.encoded))
        case (_, .simpleString(Array("OK".utf8))): break
        default: throw .notRedis(Excerpt(reply.encoded))
        }
    }

    private func judge(_ error: ServerError, of step: Step) throws(ConnectionError) {
        if error.saysTooManyClients { throw .tooManyClients(error) }
        if error.code == .authenticationRequired { throw .authenticationRequired(error) }
        // Protected mode answers so before anything was asked.
        if error.code == ServerErrorCode("DENIED") { throw .refused(error) }
        switch step {
        case .authenticate: throw .authenticationFailed(error)
        case .select: throw .databaseRefused(endpoint.database, error)
        case .setName where error.code != .noPermission: throw .refused(error)
        // An old server knows none of these; a loading one does not answer PING.
        case .hello, .setName, .setLibraryName, .setLibraryVersion, .ping: break
        }
    }
}

extension ServerError {
    /// Redis has no code for it.
    fileprivate var saysTooManyClients: Bool {
        message.contains("max number of clients")
    }
}

/// What servers list as the version of their client's library.
let libraryVersion = "0.1.0"
