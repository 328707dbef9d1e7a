/// The commands of the program.
enum CommandName: String, CaseIterable, Sendable {
    case run, pipe, cmd, check, plan, help

    /// How it is called.
    var usage: String {
        switch self {
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
        case .run: "Run a script; `redpipe FILE` does the same, `-` is standard input."
        case .pipe:
            "Send a command list, as redis-cli reads it; `redpipe < FILE` does the same."
        case .cmd: "Send one command, its words as they are."
        case .check: "Find every error that can be found without a server."
        case .plan: "Show what each block would send; nothing is sent."
        case .help: "Explain a command, or an error code such as E0201."
        }
    }

    /// It takes the options that say where to connect and how to print.
    var connects: Bool { self != .help }

    /// Words behind the first one are its own, even if they look like options.
    var takesRestVerbatim: Bool { self == .cmd }
}
