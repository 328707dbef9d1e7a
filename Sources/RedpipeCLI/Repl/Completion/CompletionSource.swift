import Redpipe
import RedpipeRESP

/// Asks a server for what a completion may offer: keys, and the names of its commands.
///
/// It has a socket of its own, so that it is never in the way of a transaction or a subscription.
/// Nothing is waited for longer than a person would notice; what comes late is there the next time.
final class CompletionSource {
    private var connection: Connection?
    /// The server that was asked last.
    private var asked: Endpoint?
    /// What the outstanding commands ask for, the next one first.
    private var questions: [Question] = []
    /// Keys that were seen in this session, by their databases.
    private var keys: [Endpoint: Set<[UInt8]>] = [:]
    /// Where the next SCAN goes on; `nil` while none is under way, or once there is no more.
    private var cursor: [UInt8]?
    /// The names of the server's commands in lower case, `client|list` among them.
    private(set) var commandNames: Set<String> = []

    /// A look at the keys for which the time was too short.
    private struct Interrupted {
        let prefix: [UInt8]
        let endpoint: Endpoint
        let cursor: [UInt8]
    }

    private var interrupted: Interrupted?

    private enum Question {
        case keys
        case commands
    }

    /// Typing must not stop for longer.
    private static let patience = Duration.milliseconds(40)
    /// How many entries of the database the server looks at in one go.
    private static let scanCount = "1000"
    private static let keyLimit = 20_000
    /// More than that nobody reads.
    static let matchLimit = 1000

    /// What to watch in the poll loop.
    var connections: [Connection] { connection.map { [$0] } ?? [] }

    func close() {
        connection?.close()
        connection = nil
        questions = []
    }

    /// Remembers a key that was used or seen.
    func remember(_ key: [UInt8], at endpoint: Endpoint) {
        // What was seen last is asked for first, so another one makes room for it.
        if let known = keys[endpoint], known.count >= Self.keyLimit, !known.contains(key) {
            keys[endpoint]?.removeFirst()
        }
        keys[endpoint, default: []].insert(key)
    }

    /// The keys that begin with a prefix: those seen, and those that SCAN finds in the time there is.
    ///
    /// - Returns: The keys, sorted, and whether there may be more.
    func keys(
        from prefix: [UInt8],
        at endpoint: Endpoint?,
        _ options: ConnectionOptions
    ) -> (found: [[UInt8]], isPartial: Bool) {
        guard let endpoint else { return ([], false) }
        let isPartial = !scan(prefix, endpoint, options)
        let found = keys[endpoint, default: []].filter { $0.starts(with: prefix) }
            .sorted { $0.lexicographicallyPrecedes($1) }
        return (
            Array(found.prefix(Self.matchLimit)), isPartial || found.count > Self.matchLimit
        )
    }

    /// Asks which commands there are, once for each server.
    func learnCommands(at endpoint: Endpoint?, _ options: ConnectionOptions) {
        guard let endpoint, endpoint != asked else { return }
        wait(for: connected(to: endpoint, options), until: .now + Self.patience)
    }

    /// Looks for keys as long as nobody notices.
    ///
    /// - Returns: Whether the whole database was looked through.
    private func scan(
        _ prefix: [UInt8],
        _ endpoint: Endpoint,
        _ options: ConnectionOptions
    ) -> Bool {
        let connection = connected(to: endpoint, options)
        let deadline = Moment.now + Self.patience
        // What was asked before has not been answered in all that time: this server is slow.
        guard questions.count < 2 else { return false }
        // What was begun for a shorter prefix goes on where it had to stop.
        var position = Array("0".utf8)
        if let interrupted, interrupted.endpoint == endpoint,
            prefix.starts(with: interrupted.prefix)
        {
            position = interrupted.cursor
        }
        interrupted = nil
        while connection.isOpen, Moment.now < deadline {
            cursor = nil
            let words = [Array("SCAN".utf8), position] + Self.words("MATCH")
            send(
                words + [Self.pattern(prefix)] + Self.words("COUNT", Self.scanCount),
                for: .keys,
                on: connection
            )
            wait(for: connection, until: deadline)
            guard questions.isEmpty, let next = cursor else { break }
            if next == Array("0".utf8) { return true }
            position = next
        }
        interrupted = Interrupted(prefix: prefix, endpoint: endpoint, cursor: position)
        return false
    }

    private func wait(for connection: Connection, until deadline: Moment) {
        var poller = Poller()
        while connection.isOpen, !questions.isEmpty, Moment.now < deadline {
            poller.removeAll()
            let place = connection.fileDescriptor.map {
                poller.watch($0, for: connection.wantedEvents)
            }
            poller.wait(until: min(deadline, connection.deadline ?? deadline))
            _ = takes(connection, place.map { poller.events(at: $0) } ?? [])
        }
    }

    private func connected(to endpoint: Endpoint, _ options: ConnectionOptions) -> Connection {
        if let connection, connection.isOpen, connection.endpoint == endpoint { return connection }
        close()
        if asked != endpoint { commandNames = [] }
        asked = endpoint
        var options = options
        options.clientName = nil
        let new = Connection(name: "completion", endpoint: endpoint, options: options)
        connection = new
        new.open()
        send(Self.words("COMMAND"), for: .commands, on: new)
        return new
    }

    private func send(_ words: [[UInt8]], for question: Question, on connection: Connection) {
        var bytes: [UInt8] = []
        RESPEncoder.appendCommand(words, to: &bytes)
        connection.append(bytes.span)
        connection.flush()
        questions.append(question)
    }

    /// Takes an event of the poll loop, if it is ours.
    func takes(_ connection: Connection, _ events: PollEvents) -> Bool {
        guard connection === self.connection else { return false }
        connection.process(events)
        while true {
            switch connection.nextReply() {
            case .nothing, .failed:
                if !connection.isOpen { close() }
                return true
            case .push: continue
            case .reply: take(connection.decoder.value)
            }
        }
    }

    private func take(_ reply: RESPValue) {
        guard !questions.isEmpty else { return }
        switch (questions.removeFirst(), reply) {
        case (.commands, .array(let commands)):
            commandNames = []
            for command in commands { noteCommand(command) }
        case (.keys, .array(let parts)) where parts.count == 2:
            cursor = parts[0].bytes
            guard case .array(let found) = parts[1], let asked else { return }
            for key in found.compactMap(\.bytes) { remember(key, at: asked) }
        default: break
        }
    }

    /// Takes the name of a command from what COMMAND says of it, and of its subcommands.
    ///
    /// Reference: https://redis.io/docs/latest/commands/command/
    private func noteCommand(_ entry: RESPValue) {
        guard case .array(let parts) = entry, let name = parts.first?.bytes,
            name.allSatisfy({ (0x21...0x7e).contains($0) })
        else { return }
        commandNames.insert(name.lowercasedText)
        guard parts.count > 9, case .array(let subcommands) = parts[9] else { return }
        for subcommand in subcommands { noteCommand(subcommand) }
    }

    private static func words(_ words: String...) -> [[UInt8]] { words.map { Array($0.utf8) } }

    /// A pattern for what begins so; what means something in patterns is escaped.
    static func pattern(_ prefix: [UInt8]) -> [UInt8] {
        var pattern: [UInt8] = []
        for byte in prefix {
            if "*?[]\\^".utf8.contains(byte) { pattern.append(UInt8(ascii: "\\")) }
            pattern.append(byte)
        }
        return pattern + [UInt8(ascii: "*")]
    }
}

extension RESPValue {
    /// The bytes of a text.
    var bytes: [UInt8]? {
        switch self {
        case .bulkString(let bytes), .simpleString(let bytes), .verbatimString(let bytes, _): bytes
        default: nil
        }
    }
}
