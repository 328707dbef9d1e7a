import RedpipeSyntax

/// Commands that a script cannot send: they would break deferreds or move later commands.
enum ForbiddenCommand {
    static func diagnostic(for command: CommandStatement) -> Diagnostic? {
        guard let first = command.words.first, let literal = first.literal else { return nil }
        let name = String(decoding: literal, as: UTF8.self).uppercased()
        let second = command.words.dropFirst().first?.literal
        let subcommand = second.map { String(decoding: $0, as: UTF8.self).uppercased() }
        guard let help = help(for: name, subcommand) else { return nil }
        let shown = name == "CLIENT" ? "CLIENT REPLY" : name
        return Diagnostic("E0113", "a script cannot send `\(shown)`", at: first.span).help(help)
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
        case "MONITOR", "SUBSCRIBE", "PSUBSCRIBE", "SSUBSCRIBE", "SYNC", "PSYNC":
            "a stream of messages belongs to a command list: `redpipe pipe`"
        case "CLIENT" where subcommand == "REPLY":
            "every reply is needed to fill its deferred"
        default: nil
        }
    }
}
