import DequeModule
import Glibc
import Redpipe
import RedpipeRESP
import RedpipeRuntime

/// One run of a command list: reads commands, sends them, prints the replies in order.
///
/// A single poll loop serves the input, the connection, standard output and the signals, so nothing
/// waits for anything else. It holds a window of commands, never the list: memory stays the same
/// however long the list is.
struct ListRun: ~Copyable {
    let settings: ListSettings
    /// The end of a pipe in which signals arrive.
    let wakeUp: Int32?
    var connection: Connection
    /// Commands that were handed to earlier connections; counts of ours go on where those ended.
    var base = 0

    // The list.

    var source: CommandSource
    /// Whether the source has nothing more until the input has.
    var isStarved = false
    /// The command that is being handed over, and how often it was.
    var current: (command: ListedCommand, doneCount: Int)?
    /// Why nothing more is handed over for now.
    var barrier: Barrier?
    /// When the next repetition is due.
    var nextRepetition: Moment?

    // What was sent.

    var lines = SentLines()
    /// Where the commands end that the source holds encoded, to be handed over together.
    var batchEnds: [Int] = []
    var transactions = TransactionSpans()
    var replyMode = CommandRole.ReplyMode.on
    /// Replies that the next `EXEC` has beyond one.
    var surplusReplies = 0
    var session = ListSessionState()
    /// What goes on after a loss, while that is under way.
    var recovery: Recovery?
    /// Whether each command so far has one reply, so that another connection can go on.
    var isCountable = true
    /// Whether commands were lost on a connection that was replaced.
    var hasLosses = false
    /// What is known for good: what became of the lines on connections that were replaced.
    var report = DeliveryReport()
    /// The first command that `report` says nothing of.
    var reportStart = 0
    /// Where that command came from, once it is known.
    var firstPoint: DeliveryReport.Point?
    var lastOrigin: SentLines.Origin?

    // What is shown.

    var notices: Deque<(command: Int, notice: ListNotice)> = []
    var printer: any ReplyPrinter
    let textPrinter: RawPrinter
    var objectPrinter: JSONPrinter
    /// The commands that are outstanding, for formats that show them.
    var commandTexts = CommandTexts()
    var output: ListOutput
    let errors: FileOutput
    var tally = ListTally()
    /// Whether replies wait in the decoder for room in the output.
    var hasRepliesLeft = false

    // The end.

    /// Why the run is to end once what was sent is answered.
    var stopping: ListEnding?
    var patienceEnd: Moment?
    /// Whether commands that were handed over are not sent any more.
    var isCut = false
    var ending: ListEnding?
    var signalCount = 0

    var poller = Poller()

    /// Why the list waits.
    enum Barrier {
        /// For the replies to everything, to connect elsewhere then.
        case connect(host: String, port: UInt16)
        /// For messages, to the end.
        case stream(command: Int)
        /// For its reply, which says how many more there are.
        case reply(command: Int)
        /// For the end of the server.
        case shutdown(command: Int)
    }

    init(
        _ source: consuming CommandSource,
        on connection: Connection,
        settings: ListSettings,
        wakeUp: Int32?
    ) {
        self.source = source
        self.connection = connection
        self.settings = settings
        self.wakeUp = wakeUp
        output = ListOutput(descriptor: 1)
        errors = FileOutput(descriptor: 2)
        printer = settings.format.printer(settings.printerOptions)
        textPrinter = RawPrinter.verbatim(settings.printerOptions)
        objectPrinter = JSONPrinter(.tagged, destination: settings.printerOptions.destination)
    }

    /// Runs to the end.
    mutating func run() -> ListEnding {
        connection.open()
        while true {
            advance()
            if let ending { return ending }
            wait()
        }
    }

    /// Does what can be done without waiting.
    private mutating func advance() {
        retry()
        takeReplies()
        feed()
        connection.flush()
        flushOutput()
        judge()
    }
}

extension ListRun {
    /// Waits for the next event and takes it.
    private mutating func wait() {
        poller.removeAll()
        let signals = poller.watch(wakeUp ?? -1, for: .readable)
        let input = poller.watch(wantsInput ? source.reader.descriptor : -1, for: .readable)
        poller.watch(output.isEmpty ? -1 : output.descriptor, for: .writable)
        let isListening = output.hasRoom
        let socket = poller.watch(
            isListening ? connection.fileDescriptor ?? -1 : -1,
            for: connection.wantedEvents
        )
        poller.wait(until: deadline(isListening))
        if !poller.events(at: signals).isEmpty { takeSignal() }
        if !poller.events(at: input).isEmpty { readInput() }
        if isListening { connection.process(poller.events(at: socket)) }
    }

    private var wantsInput: Bool {
        isStarved && source.wantsInput && mayFeed && connection.hasRoom
    }

    private func deadline(_ isListening: Bool) -> Moment? {
        if canFeed || hasRepliesLeft && output.hasRoom { return .now }
        let own = isListening ? connection.deadline : nil
        return [own, patienceEnd, nextRepetition, reconnection].compactMap(\.self).min()
    }

    private mutating func readInput() {
        do throws(InputFailure) {
            try source.fill()
            isStarved = false
        } catch {
            source.isOver = true
            stopping = stopping ?? .inputFailed(error.message)
        }
    }

    /// A first signal stops sending, a second one ends the run at once.
    private mutating func takeSignal() {
        signalCount += Self.signalCount(in: wakeUp)
        guard signalCount > 0, let signal = SignalPipe.signal else { return }
        if signalCount > 1 {
            ending = .interrupted(signal)
        } else {
            stop(.interrupted(signal), patience: Self.patience)
        }
    }

    private static func signalCount(in wakeUp: Int32?) -> Int {
        var bytes = [UInt8](repeating: 0, count: 16)
        return max(0, unsafe read(wakeUp ?? -1, &bytes, bytes.count))
    }

    /// How long what was sent is waited for when there is a reason to end.
    static var patience: Duration { .seconds(2) }
}

extension ListRun {
    /// Sends nothing more, and ends when what was sent is answered.
    mutating func stop(_ reason: ListEnding, patience: Duration?) {
        guard stopping == nil else { return }
        stopping = reason
        source.isOver = true
        current = nil
        isCut = true
        connection.stopSending()
        patienceEnd = patience.map { Moment.now + $0 }
    }

    /// Finds out whether the run is over.
    private mutating func judge() {
        guard ending == nil else { return }
        if let stopping {
            let isLate = patienceEnd.map { $0 <= .now } ?? false
            let isAnswered = connection.outstandingCount == 0
            let isSent =
                isCut || isRestored && connection.unsentCount == 0 && batchEnds.isEmpty
            if isLate || isAnswered && isSent && isShown { ending = stopping }
        } else if isSent, isShown, connection.isReady || !connection.isOpen {
            ending = .finished
        }
    }

    /// Whether the list is read to its end, and everything answered.
    private var isSent: Bool {
        source.isOver && current == nil && barrier == nil && batchEnds.isEmpty && isRestored
            && connection.outstandingCount == 0 && connection.unsentCount == 0
    }

    private var isShown: Bool { !hasRepliesLeft && (output.isEmpty || output.failure != nil) }

    /// Writes what is left; somebody who does not read it can be left with a signal.
    mutating func finishOutput() {
        flushOutput()
        while !output.isEmpty, output.failure == nil, signalCount < 2 {
            poller.removeAll()
            let signals = poller.watch(wakeUp ?? -1, for: .readable)
            poller.watch(output.descriptor, for: .writable)
            poller.wait(until: nil)
            if !poller.events(at: signals).isEmpty { takeSignal() }
            flushOutput()
        }
        if let failure = output.failure, case .finished? = ending { ending = failure.ending }
    }

    /// Writes what can be written now, replies before the errors among them.
    mutating func flushOutput() {
        output.flush()
        errors.flush()
        if let failure = output.failure { stop(failure.ending, patience: Self.patience) }
    }
}

extension ListOutput.Failure {
    fileprivate var ending: ListEnding {
        switch self {
        case .closed: .outputClosed
        case .failed(let words): .outputFailed(words)
        }
    }
}
