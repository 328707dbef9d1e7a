/// What the options of a command line say.
struct ProgramOptions {
    // Where to connect to.
    var url: String?
    /// `NAME=URL`, one each.
    var connections: [String] = []
    var usesScratchServers = false
    var host: String?
    var port: UInt16?
    var socket: String?
    var database: Int?
    var user: String?
    var password: String?
    var asksForPassword = false
    /// The version of RESP that was asked for.
    var protocolVersion: Int?
    /// In seconds; 0 for none.
    var replyTimeout: Double?
    var connectTimeout: Double?

    // How to print.
    var format: String?
    var isRaw = false
    var isNotRaw = false
    var isCSV = false
    var isJSON = false
    var elementDelimiter: String?
    var replyDelimiter: String?
    var isQuiet = false
    var color = ColorChoice.auto
    var traces = false

    // How to run.
    var keepsGoing = false
    /// A command list stops at the batch with the first error.
    var stopsAtErrors = false
    /// A command list opens a lost connection anew.
    var reconnects = false
    /// The last argument of a command comes from standard input.
    var readsLastArgument = false
    /// How often a command is sent; below 0 for ever.
    var repetitions = 1
    /// Between two of them, in seconds.
    var repetitionInterval = 0.0
    /// Lines of `-e`.
    var scriptText: [String] = []
    /// `name=value` of `--set`.
    var assignments: [String] = []
}

/// When to colour diagnostics.
enum ColorChoice: String, CaseIterable {
    case auto, always, never
}
