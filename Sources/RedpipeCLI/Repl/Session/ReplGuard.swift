import Redpipe
import RedpipeCommands
import RedpipeSyntax

/// Looks at each command before it is queued: some are refused, some need a person's word first,
/// and some are taken out of the script's hands: those that bring more than one reply, and EXEC of a
/// transaction that must not run.
final class ReplGuard {
    /// The diagnostic that ends a script whose command was taken over; never shown.
    static let interceptionID = "REPL"

    /// A command that the session itself sends.
    struct Interception {
        let connection: ConnectionName
        let words: [[UInt8]]
    }

    private let isReadOnly: (ConnectionName) -> Bool
    /// What was lost with a connection and not told yet, as "MULTI".
    private let takeLoss: (ConnectionName) -> String?
    /// EXEC would run a transaction that lacks a command.
    private let lacksCommand: (ConnectionName) -> Bool
    /// How many keys a database has; `nil` if that cannot be asked now.
    private let keyCount: (ConnectionName) -> Int?
    /// Told of credentials before they are sent: without them a connection may not even open.
    private let useCredentials: (ConnectionName, [[UInt8]]) -> Void
    /// Asks a person; `nil` where there is none.
    private let ask: ((String) -> Bool)?
    private(set) var interception: Interception?
    /// The questions of this input that were answered with yes.
    private var allowed: Set<String> = []

    init(
        isReadOnly: @escaping (ConnectionName) -> Bool,
        takeLoss: @escaping (ConnectionName) -> String?,
        lacksCommand: @escaping (ConnectionName) -> Bool,
        keyCount: @escaping (ConnectionName) -> Int?,
        useCredentials: @escaping (ConnectionName, [[UInt8]]) -> Void,
        ask: ((String) -> Bool)?
    ) {
        self.isReadOnly = isReadOnly
        self.takeLoss = takeLoss
        self.lacksCommand = lacksCommand
        self.keyCount = keyCount
        self.useCredentials = useCredentials
        self.ask = ask
    }

    /// Why a command must not be sent, if so.
    func refusal(
        of words: [[UInt8]],
        on connection: ConnectionName,
        at span: SourceSpan
    ) -> Diagnostic? {
        guard let name = words.first?.lowercasedText else { return nil }
        if let lost = takeLoss(connection) {
            let message = "the connection `\(connection)` was lost with \(lost) open"
            return Diagnostic("E0402", message, at: span)
                .note("nothing was sent; the next command connects anew")
        }
        if isReadOnly(connection), let refusal = WriteRefusal.diagnostic(words, connection, span) {
            return refusal
        }
        if let refusal = unanswered(name, words, span) { return refusal }
        if name == "auth" || name == "hello" { useCredentials(connection, words) }
        if let refusal = unconfirmed(name, words, connection, span) { return refusal }
        let isCutShort = name == "exec" && words.count == 1 && lacksCommand(connection)
        guard Self.streams.contains(name) || isCutShort else { return nil }
        interception = Interception(connection: connection, words: words)
        return Diagnostic(Self.interceptionID, "", at: span)
    }

    /// Commands whose replies are messages, or the end of the server.
    private static let streams: Set<String> = [
        "shutdown", "monitor", "subscribe", "psubscribe", "ssubscribe", "unsubscribe",
        "punsubscribe",
        "sunsubscribe",
    ]

    /// Commands after which replies cannot be told apart any more.
    private func unanswered(
        _ name: String,
        _ words: [[UInt8]],
        _ span: SourceSpan
    ) -> Diagnostic? {
        switch name {
        case "sync", "psync":
            return Diagnostic("E0113", "`\(name.uppercased())` makes a replica of us", at: span)
                .help("a stream of data belongs to a command list: `redpipe cmd SYNC`")
        case "client" where words.count > 2 && words[1].lowercasedText == "reply":
            return Diagnostic("E0113", "each line here waits for its reply", at: span)
                .help("CLIENT REPLY is for command lists, which `redpipe pipe` sends")
        default: return nil
        }
    }

    // MARK: Questions

    private func unconfirmed(
        _ name: String,
        _ words: [[UInt8]],
        _ connection: ConnectionName,
        _ span: SourceSpan
    ) -> Diagnostic? {
        guard let ask, let danger = danger(of: name, words, connection) else { return nil }
        let question = "`\(connection)`: \(danger). Send it? [y/N] "
        guard !allowed.contains(question) else { return nil }
        guard ask(question) else {
            return Diagnostic("E0609", "not confirmed", at: span)
        }
        allowed.insert(question)
        return nil
    }

    /// What a command would do that cannot be undone.
    private func danger(
        of name: String,
        _ words: [[UInt8]],
        _ connection: ConnectionName
    ) -> String? {
        switch name {
        case "flushall": return "FLUSHALL removes all keys of all databases"
        case "flushdb":
            let count = keyCount(connection).map { " (\($0))" } ?? ""
            return "FLUSHDB removes all keys of the database" + count
        case "shutdown": return "SHUTDOWN ends the server"
        case "debug": return "DEBUG may stop or crash the server"
        case "keys":
            guard let count = keyCount(connection), count > Self.largeDatabase else { return nil }
            return "KEYS stops the server while it looks at \(count) keys; `\\keys` does not"
        default: return nil
        }
    }

    /// KEYS looks at about a million keys a second.
    private static let largeDatabase = 10_000
}
