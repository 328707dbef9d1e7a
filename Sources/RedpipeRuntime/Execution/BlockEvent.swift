import Redpipe
import RedpipeCompiler
import RedpipeRESP
import RedpipeSyntax

/// What happens when a block has run, in program order: something is shown, computed or called back.
enum BlockEvent {
    case command(CommandEvent)
    /// A command whose reply nobody reads: only an error of it counts.
    case silent(SilentCommand)
    /// What a record has sent: it shows it when the replies are there.
    indirect case operation(OperationEvent)
    /// A reply that is read by types.
    indirect case decode(DecodeEvent)
    /// A command of that kind that failed.
    case failure(ScriptError, TryScope)
    /// Shows a value that is no single reply.
    indirect case value(ValueEvent)
    indirect case print(PrintEvent)
    /// Computes a value from replies.
    indirect case compute(Computation)
    indirect case then(Callback)
    /// Turns what failed under a `try` into a value.
    indirect case settleTry(TryEvent)

    /// It only shows something, or reports a failure.
    var isShown: Bool {
        switch self {
        case .command, .failure, .value, .print: true
        case .silent, .operation, .decode, .compute, .then, .settleTry: false
        }
    }

    /// The value that this event fills.
    var result: DeferredValue? {
        switch self {
        case .command(let command): command.deferred
        case .compute(let computation): computation.result
        case .then(let callback): callback.result
        case .settleTry(let event): event.result
        case .operation(let event): event.result
        case .decode(let event): event.result
        case .silent, .failure, .value, .print: nil
        }
    }
}

/// One queued command.
struct CommandEvent {
    let deferred: DeferredValue
    let words: [[UInt8]]
    let tryScope: TryScope
    let isShown: Bool
    /// It was bound to the name that its deferred has; others may get a name from around them.
    let isNamed: Bool
}

/// One queued command without a place for its reply.
struct SilentCommand {
    let origin: DeferredOrigin
    let tryScope: TryScope
    /// Its position among the commands of its connection in this block.
    let position: Int32
    /// A loss of the connection is told by the commands around it.
    var reportsLoss = true
    /// What its refusal means.
    var note: String?
}

/// A value that is shown.
struct ValueEvent {
    let value: Value
    let name: String?
    let tryScope: TryScope
    let span: SourceSpan
    /// What was sent for it, if that was one call.
    let call: QueuedCall?
}

/// What a value comes from that one line has sent.
struct QueuedCall {
    /// The deferred, or the record, that it gives.
    let result: AnyObject
    let shown: ShownCall
}

/// The values of a `print`.
struct PrintEvent {
    let values: [Value]
    let tryScope: TryScope
    let span: SourceSpan
    /// Where a failure goes of a `print` that is a line of its own: that line fails.
    let line: DeferredValue?
}

/// The end of a source that stood behind `try`.
struct TryEvent {
    let result: DeferredValue
    /// What the source gave, if nothing failed.
    let source: Value
    let identity: TryScope.Identity
    let span: SourceSpan
}

/// An expression that waits for replies, with the frame in which it runs.
struct Computation {
    let result: DeferredValue
    let expression: PlannedExpression
    let frame: [Value]
    let tryScope: TryScope
}

/// The body of a `then`, with the frame in which it runs.
struct Callback {
    let closure: ClosurePlan
    let frame: [Value]
    let connection: ConnectionName
    let result: DeferredValue
    let showsReplies: Bool
    let tryScope: TryScope
}
