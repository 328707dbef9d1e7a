package import Redpipe
package import RedpipeCompiler
import RedpipeRESP
import RedpipeSyntax

/// Runs a plan: builds blocks into pipelines, sends them, and shows what they brought.
///
/// A block is built completely before anything of it is sent. While it is built, each command goes
/// into ``pipeline`` and leaves an event; after the round trip the events run in program order. There
/// is one pipeline and one list of events at a time: a nested block is a place in both.
package struct Executor: ~Copyable {
    let plan: Plan
    let settings: RunSettings
    let connections: Connections
    let output: any ScriptOutput

    var globals: [Value]
    /// Stands in the register of a global whose line has not run; a function may be called before.
    let unbound: DeferredValue
    /// The registers of the running function or callback.
    var frame: [Value] = []
    var pipeline = Pipeline()
    var events: [BlockEvent] = []
    /// The outermost block that is open.
    var openBlock: OpenBlock?
    /// How many commands are sent as a batch of the open block; nothing can be cut off in a function
    /// or under a `try`.
    var batchLimit = Int.max
    /// What has failed in the batch that was sent last.
    var batchFailure = BatchFailure()
    /// The `try` around the block whose replies are being handled, if it is sent in batches.
    var tryAroundBatches = TryScope.nothing
    /// Where a bare command goes.
    var connection = ConnectionName.default
    /// Replies of the running lines are shown; inside functions and quiet blocks they are not.
    var showsReplies = true
    var tryScope = TryScope.nothing
    /// The first failure that each `try` after `<-` kept, until its value is there.
    var keptFailures: [TryScope.Identity: ScriptError] = [:]
    var lastTry: TryScope.Identity = 0
    /// The command, typed call or operation that was queued last.
    var lastCall: QueuedCall?
    var lastCallOrigin: DeferredOrigin?
    var callDepth = 0
    let stack = StackGauge()
    /// How much of the stack calls may use; the rest is for one expression without calls.
    let stackLimit: Int
    /// What the statement that ran last yields.
    var lastValue = Value.null
    /// A command line may hold typed keys.
    var mayHoldKeys: Bool { !plan.keyspaces.isEmpty || !plan.models.isEmpty }
    /// What is queued now is to be bound to a name.
    var bindsReplies = false
    /// The connection of the transaction that is being built.
    var transactionConnection: ConnectionName?
    /// The watching transaction that is being run.
    var watching: Watching?
    /// The keyspaces and models of the script.
    let types: ScriptTypes
    /// Where the values of each command come from, by the number of the command.
    var origins: [DeferredOrigin?] = []
    /// Somebody asks for the value of the statement that runs last.
    var wantsLastValue = false
    /// The arguments of the command that is being queued; kept for its memory.
    var arguments = ArgumentList()

    /// Set once a refusal has ended the run, from wherever it arises.
    let refusalMark = RefusalMark()
    /// The worst failure so far that no `try` kept.
    var severity: ScriptError.Severity?
    var wasInterrupted = false
    /// What depends on an error that was reported is not reported again.
    var reports = ErrorReports()

    struct OpenBlock {
        let header: SourceSpan
        let timeout: Duration?
        /// It stands in the script as a block, not as one line.
        let isExplicit: Bool
        var batch: BatchProgress?
    }

    package init(
        _ script: CheckedScript,
        connections: Connections,
        output: any ScriptOutput,
        settings: RunSettings
    ) {
        plan = script.plan
        types = ScriptTypes(script.plan)
        self.settings = settings
        self.connections = connections
        self.output = output
        stackLimit = max(settings.stackByteCount / 4, settings.stackByteCount - (8 << 20))
        unbound = DeferredValue(at: script.plan.nowhere, block: nil)
        let newCount = max(0, script.plan.globalCount - settings.globals.count)
        globals = settings.globals + Array(repeating: .deferred(unbound), count: newCount)
        connection = settings.connection
        showsReplies = !settings.isQuiet && !script.plan.isQuiet
        connections.reopensLostConnections = false
    }

    /// What is asked for a refusal must not change the executor.
    final class RefusalMark {
        var isSet = false
    }

    /// What decides whether another batch is sent.
    struct BatchFailure {
        /// What failed first that no `try` inside the block kept.
        var error: ScriptError?
        /// The first connection that failed.
        var loss: ScriptError?
    }

    /// Runs the whole script.
    package consuming func run() -> RunResult {
        var flow = Flow.next
        var unrunCount = plan.steps.count
        for step in plan.steps {
            flow = runAtTopLevel(step)
            unrunCount -= 1
            guard case .next = flow else { break }
        }
        var exitCode: Int32?
        var hasExited = false
        if case .exited(let code) = flow { (hasExited, exitCode) = (true, code) }
        return RunResult(
            severity: severity,
            hasExited: hasExited,
            exitCode: exitCode,
            wasInterrupted: wasInterrupted,
            globals: globals,
            unrunCount: hasExited ? 0 : unrunCount
        )
    }

    /// A failure has ended the run: nothing more is sent.
    var isStopped: Bool {
        output.hasFailed || refusalMark.isSet
            || severity != nil && (!settings.keepsGoing || wasInterrupted)
    }

    // MARK: Places

    func value(at place: Place) -> Value {
        switch place {
        case .global(let register): globals[register]
        case .local(let register): frame[register]
        }
    }

    mutating func set(_ place: Place, to value: Value) {
        switch place {
        case .global(let register): globals[register] = value
        case .local(let register): frame[register] = value
        }
    }

    /// A frame with what a callback takes along.
    func captured(_ captures: [Capture], registerCount: Int) -> [Value] {
        var frame = [Value](repeating: .null, count: registerCount)
        for capture in captures { frame[capture.register] = value(at: capture.from) }
        return frame
    }

    mutating func inFrame<Result>(
        _ frame: consuming [Value],
        _ body: (inout Executor) throws(EvaluationError) -> Result
    ) throws(EvaluationError) -> Result {
        let outer = exchange(&self.frame, with: frame)
        defer { self.frame = outer }
        return try body(&self)
    }

    // MARK: Reports

    /// Reports an error once; the run ends by it.
    mutating func report(_ error: ScriptError) {
        severity = max(severity ?? error.severity, error.severity)
        if error.isInterruption { wasInterrupted = true }
        if reports.note(error) { output.report(error.diagnostic) }
    }
}

/// How a run of steps ended.
enum Flow {
    case next
    case breakLoop
    case continueLoop
    case returned(Value)
    case exited(Int32?)
    /// An error ended the run.
    case stopped
}
