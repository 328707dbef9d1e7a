extension OptionDefinition {
    /// The options behind which a password stands, as they are spelled in the table.
    static let passwordNames = ["-a", "--pass"]

    /// All options, in the order of the help text.
    static let all = connecting + printing + running

    private static let connecting: [OptionDefinition] = [
        .value(.connecting, "-u", "--url", takes: "URL", help: "Connect to redis://… or unix:///….")
        {
            $0.url = $1
        },
        .value(
            .connecting,
            "--connect",
            takes: "NAME=URL",
            help: "Say where a connection goes; may be repeated."
        ) { $0.connections.append($1) },
        .flag(.connecting, "--scratch", help: "Use private servers that end with the run.") {
            $0.usesScratchServers = true
        },
        .value(.connecting, "-h", takes: "HOST", help: "Connect to a host (127.0.0.1).") {
            $0.host = $1
        },
        .value(.connecting, "-p", takes: "PORT", help: "Connect to a port (6379).") {
            options,
            text in UInt16(text).map { options.port = $0 }
        },
        .value(.connecting, "-s", takes: "PATH", help: "Connect to a unix socket.") {
            $0.socket = $1
        },
        .value(.connecting, "-n", takes: "NUMBER", help: "Use a database (0).") { options, text in
            Int(text).map { options.database = $0 }
        },
        .value(.connecting, "--user", takes: "NAME", help: "Authenticate as a user.") {
            $0.user = $1
        },
        .value(
            .connecting,
            "-a",
            "--pass",
            takes: "PASSWORD",
            help: "Give the password; REDISCLI_AUTH is safer."
        ) { $0.password = $1 },
        .flag(.connecting, "--askpass", help: "Ask for the password.") {
            $0.asksForPassword = true
        },
        .flag(.connecting, "-2", help: "Speak RESP2.") { $0.protocolVersion = 2 },
        .flag(.connecting, "-3", help: "Speak RESP3.") { $0.protocolVersion = 3 },
        .value(
            .connecting,
            "--timeout",
            takes: "SECONDS",
            help: "Give up if nothing arrives so long (60; 0 is never)."
        ) { options, text in seconds(text).map { options.replyTimeout = $0 } },
        .value(
            .connecting,
            "--connect-timeout",
            takes: "SECONDS",
            help: "Give up if connecting takes so long (5)."
        ) { options, text in seconds(text).map { options.connectTimeout = $0 } },
    ]

    private static let printing: [OptionDefinition] = [
        .value(
            .printing,
            "-o",
            "--output",
            takes: "FORMAT",
            help: "Print human, raw, json, csv, table or resp."
        ) { $0.format = $1 },
        .flag(.printing, "--raw", help: "Print raw, on a terminal too.") { $0.isRaw = true },
        .flag(.printing, "--no-raw", help: "Print for people, into a pipe too.") {
            $0.isNotRaw = true
        },
        .flag(.printing, "--csv", help: "Print CSV.") { $0.isCSV = true },
        .flag(.printing, "--json", help: "Print JSON as redis-cli does.") {
            $0.isJSON = true
        },
        .value(
            .printing,
            "-d",
            takes: "TEXT",
            help: "Put this between the items of a raw reply."
        ) { $0.elementDelimiter = $1 },
        .value(.printing, "-D", takes: "TEXT", help: "Put this behind each raw reply.") {
            $0.replyDelimiter = $1
        },
        .flag(.printing, "-q", "--quiet", help: "Show only errors and what `print` says.") {
            $0.isQuiet = true
        },
        .value(
            .printing,
            "--color",
            takes: "WHEN",
            help: "Colour errors: auto, always or never.",
            for: CommandName.allCases
        ) { options, text in ColorChoice(rawValue: text).map { options.color = $0 } },
        .flag(
            .printing,
            "--trace",
            help: "Show each round trip on standard error.",
            for: [.run]
        ) { $0.traces = true },
    ]

    private static let running: [OptionDefinition] = [
        .value(
            .running,
            "-e",
            takes: "TEXT",
            help: "Run this line of script; may be repeated.",
            for: [.run]
        ) { $0.scriptText.append($1) },
        .value(
            .running,
            "--set",
            takes: "NAME=VALUE",
            help: "Set a parameter; may be repeated.",
            for: [.run]
        ) { $0.assignments.append($1) },
        .flag(.running, "--keep-going", help: "Go on after an error.", for: [.run]) {
            $0.keepsGoing = true
        },
        .flag(
            .running,
            "--hint-pipelines",
            help: "Say which lines could share a round trip.",
            for: [.check]
        ) { $0.hintsPipelines = true },
        .flag(.running, "--stop", help: "Stop at the first error.", for: [.pipe]) {
            $0.stopsAtErrors = true
        },
        .flag(
            .running,
            "--reconnect",
            help: "Connect anew after a loss; send nothing twice.",
            for: [.pipe]
        ) { $0.reconnects = true },
        .flag(.running, "-x", help: "Read the last word from standard input.", for: [.cmd]) {
            $0.readsLastWord = true
        },
        .value(
            .running,
            "-r",
            takes: "COUNT",
            help: "Send the command so often; -1 is for ever.",
            for: [.cmd]
        ) { options, text in Int(text).map { options.repetitionCount = $0 } },
        .value(
            .running,
            "-i",
            takes: "SECONDS",
            help: "Wait so long between two repetitions.",
            for: [.cmd]
        ) { options, text in seconds(text).map { options.interval = $0 } },
    ]

    private static func seconds(_ text: String) -> Double? {
        Double(text).flatMap { $0.isFinite && $0 >= 0 ? min($0, 1e9) : nil }
    }
}
