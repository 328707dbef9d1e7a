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
    /// Whether a command list ends at the first error.
    var stopsAtErrors = false
    /// Whether a command list connects anew after a loss.
    var reconnects = false
    /// Whether the last word of `cmd` comes from standard input.
    var readsLastWord = false
    /// How often `cmd` sends its command; for ever if that is negative.
    var repetitionCount: Int?
    /// The seconds between two repetitions.
    var interval = 0.0
    /// Whether `check` says which lines could share a round trip.
    var hintsPipelines = false
    /// Lines of `-e`.
    var scriptText: [String] = []
    /// `name=value` of `--set`.
    var assignments: [String] = []
}

/// When to colour diagnostics.
enum ColorChoice: String, CaseIterable {
    case auto, always, never
}
