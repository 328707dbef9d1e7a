package import RedpipeSyntax

/// Commands that a script cannot send: they would break deferreds or move later commands.
package enum ForbiddenCommand {
    /// What is wrong with a command as it stands in the script.
    static func diagnostic(for command: CommandStatement) -> Diagnostic? {
        guard let first = command.words.first, let literal = first.literal else { return nil }
        let second = command.words.dropFirst().first?.literal
        return diagnostic(for: [literal] + (second.map { [$0] } ?? []), at: first.span)
    }

    /// What is wrong with a command whose first words only the run has computed.
    package static func diagnostic(for words: [[UInt8]], at span: SourceSpan) -> Diagnostic? {
        let names = words.prefix(2).map { String(decoding: $0, as: UTF8.self).uppercased() }
        guard let name = names.first, let help = help(for: name, names.dropFirst().first) else {
            return nil
        }
        let shown = name == "CLIENT" ? "CLIENT REPLY" : name
        return Diagnostic("E0113", "a script cannot send `\(shown)`", at: span).help(help)
    }

    /// Whether only the run knows if a command is one of these.
    static func isOpen(for command: CommandStatement) -> Bool {
        guard let first = command.words.first?.literal else { return true }
        guard String(decoding: first, as: UTF8.self).uppercased() == "CLIENT" else { return false }
        return command.words.count > 1 && command.words[1].literal == nil
    }

    private static func help(for name: String, _ subcommand: String?) -> String? {
        switch name {
        case "MULTI", "EXEC", "DISCARD", "WATCH", "UNWATCH":
            "`pipeline { … }` sends commands together; `transaction { … }` is for a later version"
        case "SELECT":
            "the database stands in the URL: `connect redis://localhost:6379/2`"
        case "AUTH", "HELLO":
            "credentials stand in the URL: `connect redis://user:$PASS@localhost:6379`"
        case "RESET", "QUIT":
            "a connection is opened and closed by the run itself"
        case "READONLY", "READWRITE", "ASKING":
            "the connection decides which node it asks"
        case "MONITOR", "SUBSCRIBE", "PSUBSCRIBE", "SSUBSCRIBE", "UNSUBSCRIBE", "PUNSUBSCRIBE",
            "SUNSUBSCRIBE", "SYNC", "PSYNC":
            "a stream of messages belongs to a command list: `redpipe pipe`"
        case "CLIENT" where subcommand == "REPLY":
            "every reply is needed to fill its deferred"
        default: nil
        }
    }
}
