import Glibc
import Redpipe
import RedpipeRuntime

/// Runs a command list or a single command, and says how it went.
struct ListSession {
    private let options: ProgramOptions

    init(_ options: ProgramOptions) {
        self.options = options
    }

    /// Runs a list: its path, `-` or nothing for standard input.
    func runList(_ words: [String]) throws -> ExitStatus {
        guard words.count <= 1 else {
            throw ProgramError("`pipe` takes one file", .usage)
        }
        return try run(CommandSource(InputReader(path: words.first ?? "-")))
    }

    /// Runs one command.
    func runCommand(_ words: [String]) throws -> ExitStatus {
        guard !words.isEmpty else {
            throw ProgramError("`cmd` needs the words of a command", .usage)
        }
        var arguments = words.map { Array($0.utf8) }
        if options.readsLastWord { arguments.append(try FileInput.read("-")) }
        let times = options.repetitionCount.map { $0 < 0 ? .max : $0 }
        guard times != 0 else { return .success }
        return try run(CommandSource(words: arguments, times: times))
    }

    /// Runs the commands of a source.
    private func run(_ source: consuming CommandSource) throws -> ExitStatus {
        let isTerminal = isatty(1) == 1
        let format = try options.outputFormat(isTerminal: isTerminal, forScripts: false)
        let setup = try ConnectionSetup(
            options,
            prefersRESP3: format == .json || format == .ndjson
        )
        let connections = Connections()
        try setup.defineDefault(in: connections)
        guard let connection = connections.connection(named: .default) else { return .notConnected }
        // A reader of ours that has gone away is found out by the write.
        signal(SIGPIPE, SIG_IGN)
        source.keepsWords = format == .ndjson
        var run = ListRun(
            source,
            on: connection,
            settings: settings(format, isTerminal),
            wakeUp: SignalPipe.install()
        )
        let ending = run.run()
        run.finishOutput()
        let conclusion = ListConclusion(run, ending)
        run.connection.close()
        setup.servers.stop()
        return conclusion.conclude()
    }

    private func settings(_ format: OutputFormat, _ isTerminal: Bool) -> ListSettings {
        ListSettings(
            format: format,
            printerOptions: options.printerOptions(isTerminal: isTerminal),
            stopsAtErrors: options.stopsAtErrors,
            reconnects: options.reconnects,
            showsReplies: !options.isQuiet,
            interval: .seconds(options.interval)
        )
    }
}
