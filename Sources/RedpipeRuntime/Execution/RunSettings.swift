package import Redpipe
package import RedpipeSyntax

/// How a script is to be run.
package struct RunSettings {
    /// Go on after an error.
    package var keepsGoing = false
    /// Show only what `print` says.
    package var isQuiet = false
    /// The values given for the parameters of the script, in the order of their declaration.
    package var parameters: [Value?] = []

    /// The script itself was read from standard input.
    package var standardInputIsScript = false

    /// The size of the stack on which the script runs.
    package var stackByteCount = 8 << 20

    /// Where commands go that name no connection.
    package var connection = ConnectionName.default
    /// The registers of the top level as earlier lines of a session left them.
    package var globals: [Value] = []
    /// A line that yields null shows it.
    package var showsNull = false
    /// Asked about each command before it is queued: why it must not be sent, if so.
    package var refusal: ((ConnectionName, [[UInt8]], SourceSpan) -> Diagnostic?)?
    /// The diagnostic of a refusal that ends the run, whatever `try` it stands under.
    package var endingRefusal: String?
    /// Asked about what needs its replies to be what it asked for, before anything of it is queued:
    /// transactions and records, without words, and commands that are bound, with theirs.
    package var replyRefusal: ((ConnectionName, [[UInt8]], SourceSpan) -> Diagnostic?)?

    /// A signal has asked the run to end.
    package var isInterrupted: () -> Bool = { false }

    package init() {}
}

/// How a run ended.
package struct RunResult {
    /// `nil` if nothing failed that was not kept by `try`.
    package let severity: ScriptError.Severity?
    /// `exit` has ended the run.
    package let hasExited: Bool
    /// What `exit` asked for, if it has said so.
    package let exitCode: Int32?
    /// A signal ended the run.
    package let wasInterrupted: Bool
    /// The registers of the top level, for a session that goes on.
    package let globals: [Value]
    /// How many statements of the top level a failure has kept from running.
    package let unrunCount: Int
}
