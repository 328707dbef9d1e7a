import RedpipeRESP

/// What the server said while a transaction was being queued.
struct TransactionTally {
    /// The commands that it did not queue, with their replies.
    private var replies: [Int: RESPValue] = [:]
    /// What it said to MULTI, if that was no OK: the commands then have run one by one.
    private(set) var refusal: RESPValue?
    /// Whether it refused something for good.
    private var isFinal = false

    /// Takes the reply to MULTI.
    mutating func takeMulti(_ reply: RESPValue) {
        guard reply != .simpleString(Self.ok) else { return }
        refusal = reply
        if case .error(let text) = reply, ServerError(text: text).code.isTemporaryRefusal { return }
        isFinal = true
    }

    /// Takes the reply to a command of the transaction.
    mutating func take(_ reply: RESPValue, of command: Int) {
        switch reply {
        case .simpleString(Self.queued): break
        case .error(let text):
            replies[command] = reply
            if !ServerError(text: text).code.isTemporaryRefusal { isFinal = true }
        default:
            // MULTI was refused: the command has run by itself, and this is its reply.
            replies[command] = reply
            isFinal = true
        }
    }

    /// The reply of a command that was not queued: its refusal, as a rule.
    func ownReply(of command: Int) -> RESPValue? { replies[command] }

    /// The reply of each command, out of the reply to EXEC.
    func replies(for commands: some Sequence<Int>, from outcome: RESPValue) -> [RESPValue] {
        var results: ArraySlice<RESPValue> = []
        if case .array(let elements) = outcome { results = elements[...] }
        return commands.map { command in
            if let own = replies[command] { return own }
            return results.popFirst() ?? Self.cause(of: outcome)
        }
    }

    /// Whether nothing of the transaction has run, and all of it may be sent again.
    func isRefusal(_ outcome: RESPValue) -> Bool {
        guard case .error(let text) = outcome, !isFinal else { return false }
        return refusal != nil || !replies.isEmpty || ServerError(text: text).code.isTemporaryRefusal
    }

    /// The error of a command that did not run because its transaction did not.
    private static func cause(of outcome: RESPValue) -> RESPValue {
        switch outcome {
        case .error: outcome
        case .null: .error(Array("WATCH a watched key has changed, nothing was run".utf8))
        default: .error(Array("ERR the reply to EXEC has too few elements".utf8))
        }
    }

    private static let queued = Array("QUEUED".utf8)
    private static let ok = Array("OK".utf8)
}
