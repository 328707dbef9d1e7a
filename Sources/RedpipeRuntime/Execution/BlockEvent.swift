import Redpipe
import RedpipeCompiler
import RedpipeRESP
import RedpipeSyntax

/// What happens when a block has run, in program order: something is shown, computed or called back.
enum BlockEvent {
    case command(CommandEvent)
    /// Shows a value that is no single reply.
    case value(Value, name: String?, SourceSpan)
    case print([Value], SourceSpan)
    /// Computes a value from replies.
    case compute(Computation)
    case then(Callback)
    /// Turns what failed since a place in the events into a value.
    case settleTry(DeferredValue, source: Value, since: Int, SourceSpan)
}

/// What a `try` around a command keeps.
enum TryScope: Int, Comparable {
    case nothing
    /// As a statement: error replies.
    case errorReplies
    /// After `<-`: everything that fails at run time.
    case everything

    static func < (left: TryScope, right: TryScope) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// One queued command.
struct CommandEvent {
    let deferred: DeferredValue
    let reply: ReplySource
    let connection: ConnectionName
    let words: [[UInt8]]
    var name: String?
    var isShown: Bool
    let tryScope: TryScope
    let span: SourceSpan
}

/// An expression that waits for replies, with the frame in which it runs.
struct Computation {
    let result: DeferredValue
    let expression: PlannedExpression
    let frame: [Value]
    let isTried: Bool
}

/// The body of a `then`, with the frame in which it runs.
struct Callback {
    let closure: ClosurePlan
    let frame: [Value]
    let connection: ConnectionName
    let result: DeferredValue?
    let showsReplies: Bool
    let isTried: Bool
}
