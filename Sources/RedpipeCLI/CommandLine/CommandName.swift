/// The commands of the program.
enum CommandName: String, CaseIterable, Sendable {
    case repl, run, pipe, cmd, check, plan, help

    /// How it is called.
    var usage: String {
        switch self {
        case .repl: "redpipe repl [OPTION…] [NAME|URL]"
        case .run: "redpipe run [OPTION…] FILE [ARGUMENT…]"
        case .pipe: "redpipe pipe [OPTION…] [FILE]"
        case .cmd: "redpipe cmd [OPTION…] WORD…"
        case .check: "redpipe check [OPTION…] FILE…"
        case .plan: "redpipe plan [OPTION…] FILE"
        case .help: "redpipe help [COMMAND|CODE]"
        }
    }

    /// What it does, in one line.
    var summary: String {
        switch self {
        case .repl: "The interactive mode; `redpipe` does the same."
        case .run: "Run a script; `redpipe FILE` does the same."
        case .pipe: "Send a command list; `redpipe < FILE` does the same."
        case .cmd: "Send one command."
        case .check: "Find errors in scripts, without a server."
        case .plan: "Show what a script would send; nothing is sent."
        case .help: "Explain a command, or an error code such as E0201."
        }
    }

    /// What else its help says.
    var details: String? {
        switch self {
        case .repl: "`help` in it explains the rest."
        case .run: "FILE `-` is standard input. ARGUMENTs set the parameters of the script."
        case .pipe:
            """
            Each line is a command, split as redis-cli does. Blank lines and lines that
            start with `#` are skipped. Without FILE it reads standard input.
            """
        case .cmd: "WORDs are sent as they are, never split again. Options stand before them."
        case .check: "Nothing is sent. FILE `-` is standard input."
        case .plan:
            "It lists the round trips of each block, with the connections and first commands."
        case .help: nil
        }
    }

    /// It sends commands.
    var sends: Bool { self == .repl || self == .run || self == .pipe || self == .cmd }

    /// It takes the options that say where to connect and how to print.
    var connects: Bool { self != .help }

    /// Words behind the first one are its own, even if they look like options.
    var takesRestVerbatim: Bool { self == .cmd }
}
