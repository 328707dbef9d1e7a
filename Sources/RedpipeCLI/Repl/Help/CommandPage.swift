import RedpipeCommands
import RedpipeCompiler
import RedpipeRESP

/// The help on a Redis command: from the bundled table, and from the server where it tells more.
struct CommandPage {
    private let command: Command
    private var summary: String?
    private var since: String
    private var complexity: String?
    private var warning: String?

    /// - Returns: `nil` for an unknown command.
    init?(_ words: [String]) {
        let name = words.map { $0.lowercased() }.joined(separator: "|")
        guard let command = CommandTable.command(named: name) else { return nil }
        self.command = command
        since = command.since
        complexity = command.complexity.isEmpty ? nil : command.complexity
        if command.flags.contains(.deprecated) { warning = "deprecated" }
    }

    /// Takes over what the server says: the reply to COMMAND DOCS.
    mutating func take(_ docs: RESPValue) {
        guard case .map(let pairs) = docs, let first = pairs.first,
            case .map(let facts) = first.value
        else { return }
        for fact in facts {
            guard let text = fact.value.bytes.map({ String(decoding: $0, as: UTF8.self) }) else {
                continue
            }
            switch fact.key.bytes.map({ String(decoding: $0, as: UTF8.self) }) {
            case "summary": summary = text
            case "since": since = text
            case "complexity": complexity = text
            case "deprecated_since": warning = "deprecated since \(text)"
            case "replaced_by": warning = (warning ?? "deprecated") + ": use \(text)"
            default: break
            }
        }
    }

    /// What to ask the server.
    var question: [String] { ["COMMAND", "DOCS", command.name] }

    var text: String {
        var lines = [CommandSyntax.text(of: command), ""]
        if let summary { lines += ["  " + summary, ""] }
        lines.append("  since       \(since)")
        if let complexity { lines.append("  complexity  \(complexity)") }
        lines.append("  group       \(command.group.name)")
        if let warning { lines.append("  note        \(warning)") }
        let kind =
            command.flags.contains(.write)
            ? "writes" : command.flags.contains(.readonly) ? "reads" : nil
        if let kind { lines.append("  access      \(kind)") }
        // What a server says must not drive the terminal.
        var page: [UInt8] = []
        page.appendText(Array((lines.joined(separator: "\n") + "\n").utf8).span, for: .terminal)
        // Some commands have namesakes in the library: `keys`, `scan`.
        let function = LibraryFunction(rawValue: command.name).map { "\n" + $0.page } ?? ""
        return String(decoding: page, as: UTF8.self) + function
    }
}
