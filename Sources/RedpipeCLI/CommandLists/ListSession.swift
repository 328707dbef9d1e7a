import Glibc
import Redpipe

/// Runs a command list or a single command, and says how it went.
struct ListSession {
    private let common: ProgramOptions

    init(_ common: ProgramOptions) {
        self.common = common
    }

    /// Runs one command.
    func runCommand(_ words: [String]) throws -> ExitStatus {
        guard !words.isEmpty else {
            throw ProgramError("`cmd` needs the words of a command", .usage)
        }
        var arguments = words.map { Array($0.utf8) }
        if common.readsLastArgument { arguments.append(try FileInput.read("-")) }
        guard common.repetitions != 0 else { return .success }
        let times = common.repetitions < 0 ? Int.max : common.repetitions
        let source = CommandSource(words: arguments, times: times)
        return try run(source, interval: .seconds(common.repetitionInterval))
    }

    /// Runs the commands of a source.
    func run(
        _ source: consuming CommandSource,
        interval: Duration = .zero
    ) throws -> ExitStatus {
        let isTerminal = isatty(1) == 1
        let format = try common.outputFormat(isTerminal: isTerminal, forScripts: false)
        let setup = try ConnectionSetup(
            common,
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
            settings: settings(format, isTerminal, interval),
            wakeUp: SignalPipe.install()
        )
        let ending = run.run()
        run.finishOutput()
        let conclusion = ListConclusion(run, ending)
        run.connection.close()
        setup.servers.stop()
        return conclusion.conclude()
    }

    private func settings(
        _ format: OutputFormat,
        _ isTerminal: Bool,
        _ interval: Duration
    ) -> ListSettings {
        ListSettings(
            format: format,
            printerOptions: common.printerOptions(isTerminal: isTerminal),
            stopsAtErrors: common.stopsAtErrors,
            reconnects: common.reconnects,
            showsReplies: !common.isQuiet,
            interval: interval
        )
    }
}
