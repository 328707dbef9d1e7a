import Redpipe
import RedpipeRESP

/// What the commands of a session have done to one connection: what a prompt shows, what a new
/// connection must repeat, and what is lost with the old one.
struct ConnectionNotes: Equatable {
    private(set) var database = 0
    /// How a new connection is to be entered.
    private(set) var entrance = Entrance()
    /// The same before what is being tried; `nil` while nothing is.
    private var entranceBefore: Entrance?
    private(set) var isInTransaction = false
    private(set) var isWatching = false
    /// A line that belongs to the open transaction was refused before it was sent.
    private(set) var lacksCommand = false
    /// Channels and patterns that messages are expected from.
    var subscriptionCount = 0
    /// How many commands the open transaction has queued.
    private var queuedCount = 0
    /// Those of them that change what is noted here, with their places.
    private var queued: [QueuedChange] = []

    private struct QueuedChange: Equatable {
        let index: Int
        let change: Change
    }

    /// What a command changes of what is noted here.
    fileprivate enum Change: Equatable {
        case watches(Bool)
        case database(Int)
        case credentials(Credentials?)
        /// The words behind the version.
        case hello(version: [UInt8], [[UInt8]])
        case clientName(String)
    }

    /// What AUTH, HELLO and CLIENT SETNAME have said.
    struct Entrance: Equatable {
        fileprivate(set) var credentials: Credentials?
        /// `HELLO` has asked for a version.
        fileprivate(set) var protocolVersion: ConnectionOptions.ProtocolVersion?
        fileprivate(set) var clientName: String?
    }

    init(database: Int = 0) {
        self.database = database
    }

    /// What no new connection can bring back; `nil` if nothing would be lost.
    var unrepeatable: String? {
        if isInTransaction { return "MULTI" }
        if isWatching { return "WATCH" }
        return subscriptionCount > 0 ? "SUBSCRIBE" : nil
    }

    /// The connection is gone, with what it alone knew.
    mutating func forgetUnrepeatable() {
        forgetTransaction()
        subscriptionCount = 0
    }

    /// Takes note of a `transaction`: its EXEC has used the watched keys up.
    mutating func noteTransactionBlock() { isWatching = false }

    /// Takes note of a line that was refused: what it would have queued is missing.
    mutating func noteRefusal() {
        if isInTransaction { lacksCommand = true }
    }

    /// Takes note of a command and its reply.
    mutating func note(_ words: [[UInt8]], reply: RESPValue) {
        guard let name = words.first?.lowercasedText else { return }
        switch (name, reply) {
        case ("multi", .simpleString): isInTransaction = true
        case ("exec", let reply): finishTransaction(reply)
        case ("discard", .simpleString): forgetTransaction()
        case ("reset", .simpleString): self = ConnectionNotes()
        case (_, let reply) where isInTransaction && reply.isQueued: queue(name, words)
        case ("auth", .error), ("hello", .error): forgetRefusedCredentials()
        case (_, .error): break
        default:
            if let change = Change(name, words) { apply(change) }
            if name == "auth" || name == "hello" { entranceBefore = nil }
        }
    }

    /// Takes note of an error reply: EXEC ends its transaction also when it was not executed, and
    /// `ERR EXEC without MULTI` says that there is none.
    mutating func noteError(_ words: [[UInt8]], code: String) {
        guard let name = words.first?.lowercasedText else { return }
        if name == "auth" || name == "hello" { return forgetRefusedCredentials() }
        guard words.count == 1 else { return }
        switch (name, code) {
        case ("exec", "EXECABORT"): forgetTransaction()
        case ("exec", "ERR"), ("discard", "ERR"):
            isInTransaction = false
            lacksCommand = false
            forgetQueue()
        default: break
        }
    }

    /// Takes note of credentials that are about to be sent.
    mutating func noteCredentials(_ words: [[UInt8]]) {
        entranceBefore = entrance
        if let change = Change(words[0].lowercasedText, words) { apply(change) }
    }

    /// What was tried was refused: what was there before is still good.
    private mutating func forgetRefusedCredentials() {
        if let entranceBefore { entrance = entranceBefore }
        entranceBefore = nil
    }

    private mutating func queue(_ name: String, _ words: [[UInt8]]) {
        if let change = Change(name, words) {
            queued.append(QueuedChange(index: queuedCount, change: change))
        }
        queuedCount += 1
    }

    private mutating func finishTransaction(_ reply: RESPValue) {
        let changes = queued
        forgetTransaction()
        guard case .array(let replies) = reply else { return }
        for queued in changes where replies.indices.contains(queued.index) {
            if case .error = replies[queued.index] { continue }
            apply(queued.change)
        }
    }

    private mutating func forgetTransaction() {
        isInTransaction = false
        isWatching = false
        lacksCommand = false
        forgetQueue()
    }

    private mutating func forgetQueue() {
        queued = []
        queuedCount = 0
    }

    private mutating func apply(_ change: Change) {
        switch change {
        case .watches(let isWatching): self.isWatching = isWatching
        case .database(let database): self.database = database
        case .credentials(let credentials): entrance.credentials = credentials
        case .hello(let version, let options): applyHello(version, options)
        case .clientName(let name): entrance.clientName = name
        }
    }

    // `HELLO version [AUTH user password] [SETNAME name]`
    private mutating func applyHello(_ version: [UInt8], _ options: [[UInt8]]) {
        entrance.protocolVersion = version == [UInt8(ascii: "3")] ? .resp3 : .resp2
        var rest = options[...]
        while let option = rest.popFirst()?.lowercasedText {
            if option == "auth", rest.count >= 2 {
                entrance.credentials = Credentials(rest.prefix(2))
                rest = rest.dropFirst(2)
            } else if option == "setname", let name = rest.popFirst() {
                entrance.clientName = String(decoding: name, as: UTF8.self)
            }
        }
    }
}

extension ConnectionNotes.Change {
    /// `nil` for a command that changes nothing of it.
    ///
    /// - Parameters:
    ///   - name: The first word, in small letters.
    ///   - words: The command.
    fileprivate init?(_ name: String, _ words: [[UInt8]]) {
        switch (name, words.count) {
        case ("watch", _): self = .watches(true)
        case ("unwatch", _): self = .watches(false)
        case ("select", 2):
            guard let database = Int(text: words[1]) else { return nil }
            self = .database(database)
        case ("auth", _): self = .credentials(Credentials(words.dropFirst()))
        case ("hello", 2...): self = .hello(version: words[1], Array(words.dropFirst(2)))
        case ("client", 3) where words[1].lowercasedText == "setname":
            self = .clientName(String(decoding: words[2], as: UTF8.self))
        default: return nil
        }
    }
}

extension RESPValue {
    /// What a server says to a command that waits for EXEC.
    var isQueued: Bool {
        if case .simpleString(let text) = self { text.elementsEqual("QUEUED".utf8) } else { false }
    }
}

extension Credentials {
    /// From the words behind AUTH: a password, or a user and a password.
    fileprivate init?(_ words: ArraySlice<[UInt8]>) {
        guard let password = words.last else { return nil }
        self.init(user: words.count > 1 ? words.first : nil, password: password)
    }
}

extension Int {
    fileprivate init?(text: [UInt8]) {
        self.init(String(decoding: text, as: UTF8.self))
    }
}
