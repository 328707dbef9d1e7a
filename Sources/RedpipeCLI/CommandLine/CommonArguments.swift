import ArgumentParser

/// The options that every command takes: where to connect, how to print.
struct CommonArguments: ParsableArguments {
    @Option(help: "The default connection, redis://… or unix://….")
    var url: String?

    @Option(help: ArgumentHelp("A named connection; may be repeated.", valueName: "name=url"))
    var connect: [String] = []

    @Flag(help: "Every connection is a private server of this run.")
    var scratch = false

    @Option(name: .customShort("h"), help: "Server host name (default 127.0.0.1).")
    var host: String?

    @Option(name: .customShort("p"), help: "Server port (default 6379).")
    var port: UInt16?

    @Option(name: .customShort("s"), help: "Server socket.")
    var socket: String?

    @Option(name: .customShort("n"), help: "Database number.")
    var database: Int?

    @Option(name: .customShort("u"), help: "Server URL, as --url.")
    var shortURL: String?

    @Option(help: "User name.")
    var user: String?

    @Option(
        name: [.customShort("a"), .customLong("pass")],
        help: "Password; better REDISCLI_AUTH or --askpass."
    )
    var password: String?

    @Flag(help: "Ask for the password.")
    var askpass = false

    @Flag(name: .customShort("2"), help: "Speak RESP2.")
    var resp2 = false

    @Flag(name: .customShort("3"), help: "Speak RESP3.")
    var resp3 = false

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("human, raw, json, csv.", valueName: "format")
    )
    var format: String?

    @Flag(help: "Raw output, even on a terminal.")
    var raw = false

    @Flag(help: "Formatted output, even into a pipe.")
    var noRaw = false

    @Flag(help: "CSV output.")
    var csv = false

    @Flag(help: "JSON output, as redis-cli's.")
    var json = false

    @Option(name: .customShort("d"), help: "Delimiter between the items of a raw reply.")
    var delimiter: String?

    @Option(name: .customShort("D"), help: "Delimiter between raw replies.")
    var replyDelimiter: String?

    @Flag(name: .shortAndLong, help: "Show only what print says, and errors.")
    var quiet = false

    @Option(help: ArgumentHelp("Colour: auto, always, never.", valueName: "when"))
    var color: ColorChoice = .auto

    @Option(help: ArgumentHelp("Time without any reply, 60 s; 0 for none.", valueName: "s"))
    var timeout: Double?

    @Option(help: ArgumentHelp("Time to connect, 5 s.", valueName: "s"))
    var connectTimeout: Double?

    @Flag(help: "Go on after an error.")
    var keepGoing = false

    @Flag(help: "Stop a command list at the first error.")
    var stop = false

    @Flag(help: "Connect anew when a command list loses its connection.")
    var reconnect = false

    @Flag(help: "Print each round trip to stderr.")
    var trace = false

    init() {}
}

/// When to colour diagnostics.
enum ColorChoice: String, ExpressibleByArgument {
    case auto, always, never
}
