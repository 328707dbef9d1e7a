package import RedpipeCommands
package import RedpipeSyntax

/// What stands after `<-`.
package struct PlannedSource: Sendable {
    package indirect enum Body: Sendable {
        case action(PlannedAction)
        /// The list of what each round's last statement yields.
        case forEach(LoopStep)
        /// The value of its last statement.
        case then(ClosurePlan)
        case expression(DelayedExpression)
    }

    package let isTried: Bool
    package let body: Body
    package let span: SourceSpan
}

/// What asks a server for something.
package indirect enum PlannedAction: Sendable {
    case command(PlannedCommand)
    case call(DelayedExpression)
    /// A call whose bare commands go to another connection.
    case routedCall(DelayedExpression, connection: String)
    case pipeline(PipelineStep)
}

/// The form `pipeline {option} { … }`.
package struct PipelineStep: Sendable {
    package let connection: String?
    package let timeout: Duration?
    /// After how many commands a batch is sent; `nil` for a block that is sent as one.
    package let batchSize: Int?
    package let isQuiet: Bool
    package let steps: [Step]
    /// The header, from the keyword to the last option.
    package let span: SourceSpan
}

/// A Redis command with its words resolved.
package struct PlannedCommand: Sendable {
    /// Tells the commands of a script apart, from 0.
    package let number: Int
    package let words: [PlannedWord]
    /// `nil`: where a bare command goes.
    package let connection: String?
    package let span: SourceSpan
    /// Not checked against the command table: `cmd`, or a module's command.
    package let isUnchecked: Bool
    /// Only the run knows whether it is one that a script cannot send.
    package let mayBeForbidden: Bool
    package let replyShape: PlannedReplyShape
}

/// How the reply of a command differs in RESP2.
package enum PlannedReplyShape: Sendable {
    /// Known from the words of the script; `nil` if it does not.
    case fixed(ReplyShape?)
    /// The words that are only known in the run decide.
    case ofWords
}

/// One word of a command.
package enum PlannedWord: Sendable {
    case literal([UInt8])
    case text([PlannedText], SourceSpan)
    case value(PlannedExpression)
    /// `$list...`
    case spread(PlannedExpression)
}

/// A piece of a text with holes.
package enum PlannedText: Sendable {
    case literal([UInt8])
    case hole(PlannedExpression)
}

extension PlannedSource {
    /// What a diagnostic underlines for it: of a block only the header.
    package var header: SourceSpan {
        if case .action(let action) = body { action.span } else { span }
    }
}

extension PlannedAction {
    /// The command or the call; of a block only the header.
    package var span: SourceSpan {
        switch self {
        case .command(let command): command.span
        case .call(let call), .routedCall(let call, _): call.expression.span
        case .pipeline(let pipeline): pipeline.span
        }
    }
}
