import RedpipeCommands

/// The commands of the interactive mode itself; each starts with a backslash.
enum MetaCommand: String, CaseIterable, Sendable {
    case connect = "c"
    case connections = "conn"
    case describe = "d"
    case keys
    case peek
    case plan
    case timing
    case format
    case pager
    case include = "i"
    case save
    case output = "o"
    case edit = "e"
    case watch
    case help = "h"
    case quit = "q"

    /// What its argument names, for completion.
    enum Argument: Equatable, Sendable {
        case connection
        case name
        case format
        case file
        case topic
        case key
        /// `on` or `off`.
        case switching
        case other
    }

    /// As typed: `\c`.
    var name: String { "\\" + rawValue }

    init?(name: String) {
        guard name.hasPrefix("\\") else { return nil }
        let word = String(name.dropFirst())
        self.init(rawValue: Self.synonyms[word] ?? word)
    }

    private static let synonyms = ["?": "h", "help": "h", "quit": "q", "dt": "d"]

    /// The name with its argument.
    var usage: String {
        switch self {
        case .connect: "\\c [NAME|URL]"
        case .describe: "\\d [NAME]"
        case .keys: "\\keys [PATTERN]"
        case .peek: "\\peek KEY"
        case .format: "\\format [FORMAT]"
        case .include: "\\i FILE"
        case .save: "\\save FILE"
        case .output: "\\o [FILE]"
        case .watch: "\\watch [SECONDS]"
        case .help: "\\h [TOPIC]"
        case .timing: "\\timing [on|off]"
        case .pager: "\\pager [on|off]"
        case .connections, .plan, .edit, .quit: name
        }
    }

    /// It only shows something, so it can stand where an input is half typed.
    var standsInBlocks: Bool {
        switch self {
        case .connections, .describe, .keys, .peek, .plan, .timing, .format, .pager, .help: true
        case .connect, .include, .save, .output, .edit, .watch, .quit: false
        }
    }

    var takesNoArgument: Bool {
        switch self {
        case .connections, .plan, .edit, .quit: true
        default: false
        }
    }

    /// What `help \watch` says.
    var page: String { "\(usage)\n\n  \(summary)\n" }

    /// What it does, in one line.
    var summary: String {
        switch self {
        case .connect: "Send bare commands elsewhere; a URL defines `default`."
        case .connections: "List the connections and their state."
        case .describe: "List variables and functions, or show one of them."
        case .keys: "List keys, by SCAN; it does not block the server."
        case .peek: "Show type, time to live, size and first elements of a key."
        case .plan: "Show the round trips of the last input."
        case .timing: "Show the time and the round trips of each input."
        case .format: "Show or choose the format; alone it names them all."
        case .pager: "Show what is taller than the screen in a pager, or not."
        case .include: "Run a script; its names stay."
        case .save: "Write the inputs of this session into a script."
        case .output: "Copy all output into a file; without FILE no longer."
        case .edit: "Edit the last input in $VISUAL or $EDITOR, and run it."
        case .watch: "Run the last input again and again, until Ctrl-C."
        case .help: "Help, as the word `help`."
        case .quit: "Leave, as `exit` and Ctrl-D."
        }
    }

    var argument: Argument {
        switch self {
        case .connect: .connection
        case .describe: .name
        case .format: .format
        case .include, .save, .output: .file
        case .help: .topic
        case .peek, .keys: .key
        case .timing, .pager: .switching
        default: .other
        }
    }

    /// The command that a line holds, and what follows it; `nil` for a line that holds none.
    static func parse(_ line: String) -> (command: MetaCommand?, argument: String) {
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        let rest = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
        let end = rest.lastIndex { $0 != " " }.map { rest.index(after: $0) } ?? rest.startIndex
        return (MetaCommand(name: parts.first ?? ""), String(rest[..<end]))
    }

    /// What to say about a line that holds no such command.
    static func unknown(_ line: String) -> String {
        let word = String(line.prefix { $0 != " " })
        let nearest = Suggestion.nearest(to: word, in: allCases.map(\.name))
        let hint = nearest.map { "did you mean `\($0)`?" } ?? "`\\h` lists them"
        return "`\(word)` is no command of the interactive mode; \(hint)"
    }
}
