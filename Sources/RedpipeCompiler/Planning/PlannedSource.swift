package import RedpipeSyntax

/// What stands after `<-`.
package struct PlannedSource: Sendable {
    package indirect enum Body: Sendable {
        case action(PlannedAction)
        /// The list of what each round's last statement yields.
        case forEach(LoopStep)
        /// The value of its last statement.
        case then(ClosurePlan)
        case expression(PlannedExpression)
    }

    package let isTried: Bool
    package let body: Body
    package let span: SourceSpan
}

/// What asks a server for something.
package indirect enum PlannedAction: Sendable {
    case command(PlannedCommand)
    case call(PlannedExpression)
    /// A call whose bare commands go to another connection.
    case routedCall(PlannedExpression, connection: String)
    case pipeline(PipelineStep)
}

/// `pipeline {option} { … }`
package struct PipelineStep: Sendable {
    package let connection: String?
    package let timeout: Duration?
    package let isQuiet: Bool
    package let steps: [Step]
    /// The header, from the keyword to the last option.
    package let span: SourceSpan
}

/// A Redis command with its words resolved.
package struct PlannedCommand: Sendable {
    package let words: [PlannedWord]
    /// `nil`: where a bare command goes.
    package let connection: String?
    package let span: SourceSpan
    /// Not checked against the command table: `cmd`, or a module's command.
    package let isUnchecked: Bool
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
