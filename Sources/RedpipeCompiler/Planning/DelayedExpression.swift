package import RedpipeSyntax

/// An expression over deferreds: it runs in a frame of its own.
///
/// First its queueing steps run, in program order, so that all its commands are queued; what is left
/// queues nothing and is computed at once if all it reads is known, else by a callback.
package struct DelayedExpression: Sendable {
    package let captures: [Capture]
    package let steps: [QueueingStep]
    package let result: PlannedExpression
    package let registerCount: Int
    /// As it stands in the script, with its calls in their places.
    package let expression: PlannedExpression
}

/// A part of an expression that queues commands; its value goes into a register.
package struct QueueingStep: Sendable {
    package indirect enum Kind: Sendable {
        case call(FunctionCall)
        case model(PlannedModelCall)
        case method(PlannedMethod)
        /// The condition must be known, and only the side that is taken queues.
        case conditional(PlannedExpression, QueueingSequence, QueueingSequence)
        case comprehension(QueueingLoop)
    }

    package let register: Int
    package let kind: Kind
    package let span: SourceSpan
}

/// Queueing steps, and what is computed from them.
package struct QueueingSequence: Sendable {
    package let steps: [QueueingStep]
    package let result: PlannedExpression
}

/// A comprehension whose element queues: what it runs over must be known.
package struct QueueingLoop: Sendable {
    package let places: [Place]
    package let sequence: PlannedExpression
    package let condition: PlannedExpression?
    package let element: QueueingSequence
}
