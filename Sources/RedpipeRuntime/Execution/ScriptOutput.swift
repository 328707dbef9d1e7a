package import Redpipe
package import RedpipeRESP
package import RedpipeSyntax

/// Where a run shows what it has to show; one conformer for each output format.
package protocol ScriptOutput: AnyObject {
    /// What it was given cannot be written any more: nothing more is to be sent.
    var hasFailed: Bool { get }
    /// It wants the words of each command.
    var wantsCommands: Bool { get }
    /// It wants to know of the replies that are not shown, too.
    var notesReplies: Bool { get }
    /// The reply of a command of the script itself.
    func show(_ reply: ShownReply)
    /// The reply of a command that shows nothing: under `try`, in a function, in a quiet block.
    func note(_ reply: ShownReply)
    /// A value that is no single reply: computed, or handed up by a function.
    func show(_ value: ShownValue)
    /// A typed call that has failed; the error is reported besides, unless a `try` keeps it.
    func show(_ failure: ShownFailure)
    /// The text of a `print`, without a line break.
    func print(_ text: [UInt8], at span: SourceSpan)
    /// What went wrong, or should be known.
    func report(_ diagnostic: Diagnostic)
    /// A block has run and has shown all it had to show.
    func finishBlock()
}

extension ScriptOutput {
    /// Where errors stand elsewhere.
    package func show(_ failure: ShownFailure) {}

    package var notesReplies: Bool { false }

    package func note(_ reply: ShownReply) {}
}

/// The reply of one command.
package struct ShownReply {
    /// The name that it was bound to.
    package let name: String?
    package let result: Result<RESPValue, ScriptError>
    package let connection: ConnectionName
    /// Empty unless the output wants them.
    package let words: [[UInt8]]
    package let span: SourceSpan
}

/// A value that a line of the script yields.
package struct ShownValue {
    package let name: String?
    package let value: Value
    /// As `print` shows it.
    package let text: [UInt8]
    package let span: SourceSpan
    /// What was sent for it, if that was one call.
    package let call: ShownCall?
}

/// A typed call that brought no value.
package struct ShownFailure {
    /// The name that it was to be bound to.
    package let name: String?
    package let error: ScriptError
    package let span: SourceSpan
    package let call: ShownCall
}

/// What was sent for a value.
package struct ShownCall {
    package let connection: ConnectionName
    /// The command; empty for an operation on a record, which may be several.
    package let words: [[UInt8]]
}
