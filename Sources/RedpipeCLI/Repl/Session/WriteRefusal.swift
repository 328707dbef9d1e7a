import Redpipe
import RedpipeCommands
import RedpipeCompiler
import RedpipeSyntax

/// Refuses what could change data on a connection that is declared `readonly`.
enum WriteRefusal {
    /// What to ask about each command of a script; `nil` if none of its connections is readonly.
    static func hook(
        for declarations: [ConnectionDeclaration],
        _ setup: ConnectionSetup
    ) -> ((ConnectionName, [[UInt8]], SourceSpan) -> Diagnostic?)? {
        let declared = declarations.filter(\.isReadOnly).map(\.name)
        let names = Set(
            (declared + setup.readOnlyProfiles(besides: declarations))
                .map { ConnectionName($0) }
        )
        guard !names.isEmpty else { return nil }
        return { connection, words, span in
            names.contains(connection) ? diagnostic(words, connection, span) : nil
        }
    }

    /// What is wrong with a command there; `nil` for one that only reads.
    static func diagnostic(
        _ words: [[UInt8]],
        _ connection: ConnectionName,
        _ span: SourceSpan
    ) -> Diagnostic? {
        guard mayWrite(words) else { return nil }
        let name =
            CommandTable.command(for: words)?.displayName
            ?? String(decoding: words.first ?? [], as: UTF8.self).uppercased()
        return Diagnostic(
            "E0406",
            "`\(name)` may write, and the connection `\(connection)` is readonly",
            at: span
        )
    }

    /// A command that nobody knows may write.
    static func mayWrite(_ words: [[UInt8]]) -> Bool {
        guard let command = CommandTable.command(for: words) else { return true }
        if onlyReads(command.name, words) { return false }
        let flags = command.flags
        // Counting a HyperLogLog may change its cached count, and nothing else.
        if flags.contains(.write) { return true }
        if flags.contains(.mayReplicate), !flags.contains(.readonly) { return true }
        if changesWithoutFlag.contains(command.name) { return true }
        return flags.contains(.admin) && !isHarmless(command.name)
    }

    /// What a script of the server does only its author knows; a message makes others act.
    private static let changesWithoutFlag: Set<String> = [
        "eval", "evalsha", "fcall", "script|flush", "publish", "spublish",
    ]

    /// Commands that write with some of their options only.
    private static func onlyReads(_ name: String, _ words: [[UInt8]]) -> Bool {
        let rest = words.dropFirst().map(\.lowercasedText)
        switch name {
        // Its key may be called so.
        case "sort": return !rest.dropFirst().contains("store")
        case "acl|log", "latency|history", "slowlog|get": return !rest.contains("reset")
        case "georadius", "georadiusbymember":
            return !rest.contains("store") && !rest.contains("storedist")
        case "getex": return rest.count == 1
        case "bitfield": return rest.dropFirst().allSatisfy { $0 != "set" && $0 != "incrby" }
        default: return false
        }
    }

    /// Commands for administrators that only tell something.
    private static func isHarmless(_ name: String) -> Bool {
        let last = name.split(separator: "|").last.map(String.init) ?? name
        return [
            "get", "help", "info", "list", "getuser", "users", "cat", "whoami", "monitor",
            "len", "latest", "history", "doctor", "graph", "histogram", "dryrun", "genpass",
        ].contains(last)
    }
}
