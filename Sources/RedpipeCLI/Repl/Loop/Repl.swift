import Glibc
import Redpipe
import RedpipeRuntime
import RedpipeSyntax

/// The interactive mode: reads lines, runs them, and watches the connections while it waits.
///
/// Everything happens on one thread in one poll loop: the keyboard, the sockets, the signals.
final class Repl {
    let options: ProgramOptions
    private let start: String?
    let connections = Connections()
    var setup: ConnectionSetup
    /// A person types on a terminal.
    let isInteractive: Bool
    let screen: ReplScreen
    let output: ReplOutput
    var editor: any LineEditor = PlainEditor(showsPrompt: false)
    var history: HistoryFile?

    // The session.

    var script = SessionScript()
    /// The connections that were declared or used.
    var known: Set<ConnectionName> = []
    /// Those that are declared `readonly`.
    var readOnly: Set<ConnectionName> = []
    /// Those that lead to a private server.
    var scratch: Set<ConnectionName> = []
    var notes: [ConnectionName: ConnectionNotes] = [:]
    /// Where connections were declared to go, before commands changed anything.
    var origins: [ConnectionName: Endpoint] = [:]
    /// Connections whose end was announced and that are not open again.
    var down: Set<ConnectionName> = []
    /// Where commands go that name no connection.
    var current = ConnectionName.default
    var typed = TypedInput()
    var settings = ReplSettings()
    /// The inputs that were run, for `\save`.
    var saved = SavedSession()
    /// The files that `\save` has written.
    var savedPaths: Set<String> = []
    /// How many files are being read, one by a line of the other.
    var includedFileCount = 0
    var lastInput: (text: String, checked: SessionInput)?
    /// What was typed last, be it right or wrong, for `\e`.
    var lastText = ""
    /// What `\watch` repeats.
    var watched = WatchedLine.nothing
    var tally = TripTally()
    let keys = CompletionSource()

    /// How many lines were read so far.
    var lineCount = 0

    // The loop.

    let wakeUp: Int32?
    var promptPipe: Int32 = -1
    var poller = Poller()
    /// The end of the session, and its status.
    var ending: Int32?
    /// How the worst input so far ended, for input that no person types.
    var worst: Int32 = 0
    /// The user's own settings are being read.
    var isStarting = true
    /// The last input is run again and again.
    var isWatching = false
    /// What became of the last input, or becomes of the one under way.
    var outcome = InputOutcome()
    /// Ctrl-D was pressed once inside an open block.
    var hasWarnedOfBlock = false

    /// - Parameters:
    ///   - options: The options of the command line.
    ///   - start: A connection of the user's, or a server, to go to first.
    /// - Throws: What is wrong with the options.
    init(_ options: ProgramOptions, start: String? = nil) throws(ProgramError) {
        self.options = options
        self.start = start
        let standardOutput = FileOutput(descriptor: 1)
        isInteractive = isatty(0) == 1 && standardOutput.isTerminal
        setup = try ConnectionSetup(options, prefersRESP3: true)
        screen = ReplScreen(standardOutput, pages: isInteractive)
        output = ReplOutput(
            screen,
            errors: FileOutput(descriptor: 2),
            options: options,
            format: try options.outputFormat(
                isTerminal: standardOutput.isTerminal,
                forScripts: true
            )
        )
        wakeUp = SignalPipe.install()
    }

    /// Runs the session to its end.
    func run() throws -> ExitStatus {
        signal(SIGPIPE, SIG_IGN)
        setup.profiles = Profiles()
        settings.stackByteCount = StackLimit.raise()
        try prepareConnections()
        try checkStart()
        output.onReply = { [unowned self] reply in note(reply) }
        if isInteractive { prepareTerminal() }
        runConfiguration()
        if isInteractive { greet() }
        openFirst()
        isStarting = false
        while ending == nil, !output.hasFailed { readAndRun() }
        return try finish()
    }

    /// Settings that the user wants in each session.
    private func runConfiguration() {
        for problem in setup.profiles?.problems ?? [] { output.say(problem + "\n") }
        readOnly = Set(setup.readOnlyProfiles(besides: []).map { ConnectionName($0) })
        guard isInteractive else { return }
        for command in setup.profiles?.commands ?? [] where !runMeta(command.text) {
            output.say("  = note: this stands in \(command.place)\n")
        }
        screen.finishBlock()
    }

    /// Goes to the connection that the command line names.
    private func openFirst() {
        if let start {
            switchConnection(start, probes: false)
            endIfMisdirected()
            screen.finishBlock()
        } else if isInteractive {
            openAtStart()
        }
    }

    private func checkStart() throws(ProgramError) {
        guard let start, !known.contains(ConnectionName(start)),
            ServerAddress.url(of: start) == nil
        else { return }
        throw unknownConnection(start)
    }

    private func unknownConnection(_ name: String) -> ProgramError {
        let names = connectionNames.subtracting(["default"]).sorted()
        let hint =
            names.isEmpty
            ? "a server is HOST:PORT or a URL" : "there are \(names.joined(separator: ", "))"
        return ProgramError("unknown connection `\(name.maskingPasswords)`; \(hint)", .usage)
    }

    private func prepareTerminal() {
        TerminalGuard.install()
        useUnicode()
        promptPipe = PromptSignals.install() ?? -1
        editor =
            ReadlineEditor(
                complete: { [unowned self] line, point in complete(line, point) },
                explain: { [unowned self] line, point in explanation(of: line, point) }
            ) ?? PlainEditor(showsPrompt: true)
        guard let path = UserFolders.historyPath, path != "/dev/null" else { return }
        var file = HistoryFile(path: path)
        for entry in file.load() { editor.remember(entry) }
        history = file
    }

    /// The language is UTF-8, whatever the environment says or leaves out.
    private func useUnicode() {
        unsafe setlocale(LC_CTYPE, "")
        if unsafe strcmp(nl_langinfo(CInt(CODESET)), "UTF-8") != 0 {
            unsafe setlocale(LC_CTYPE, "C.UTF-8")
            // readline looks for itself, and so do pagers and editors.
            unsafe setenv("LC_ALL", "C.UTF-8", 1)
        }
    }

    private func greet() {
        output.say(
            """
            redpipe \(Version.number); `help` for help, Alt-h for the syntax of a command, `\\q` to leave

            """
        )
        screen.finishBlock()
    }

    private func finish() throws -> ExitStatus {
        editor.suspend()
        for name in openTransactions.sorted(by: { $0.text < $1.text }) {
            output.say("MULTI was open on `\(name)`: nothing of it has run\n")
            if !isInteractive { ending = max(ending ?? 0, ExitStatus.failure.rawValue) }
        }
        screen.finishBlock()
        connections.closeAll()
        keys.close()
        setup.servers.stop()
        screen.copy?.flush()
        try screen.output.finish()
        if let signal = SignalPipe.signal, signal != SIGINT { dieBySignal(signal) }
        exit(ending ?? 0)
    }
}
