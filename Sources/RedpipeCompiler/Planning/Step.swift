package import RedpipeSyntax

/// One step of a plan.
package indirect enum Step: Sendable {
    /// `let x = e`, `x = e`
    case set(SetStep)
    /// `let x <- source`
    case bind(BindStep)
    /// A command, a call or a block on a line of its own.
    case act(ActStep)
    case branch(BranchStep)
    case forEach(LoopStep)
    case whileTrue(WhileStep)
    case then(ClosurePlan, SourceSpan)
    case breakLoop
    case continueLoop
    case sleep(Duration, SourceSpan)
    case print(PrintStep)
    case expect(ExpectStep)
    case fail(PlannedExpression, SourceSpan)
    case exit(PlannedExpression?, SourceSpan)
    case returnValue(DelayedExpression?, SourceSpan)
    /// A parameter of the script takes its value here.
    case parameter(index: Int)
}

/// `let x = e`, `x = e`: known now.
package struct SetStep: Sendable {
    package let place: Place
    package let name: String
    package let value: PlannedExpression
    package let span: SourceSpan
}

/// `let x <- source`: known when the outermost open block has run.
package struct BindStep: Sendable {
    package let place: Place
    package let name: Identifier
    package let source: PlannedSource
}

/// An action as a statement.
package struct ActStep: Sendable {
    /// `try`: error replies are kept.
    package let isTried: Bool
    package let action: PlannedAction
}

package struct BranchStep: Sendable {
    package struct Branch: Sendable {
        package let condition: PlannedExpression
        package let steps: [Step]
    }

    package let branches: [Branch]
    package let otherwise: [Step]
}

/// The form `for a, b in xs { … }`.
package struct LoopStep: Sendable {
    package let places: [Place]
    package let sequence: PlannedExpression
    package let steps: [Step]
    package let span: SourceSpan
}

package struct WhileStep: Sendable {
    package let condition: PlannedExpression
    package let steps: [Step]
}

package struct PrintStep: Sendable {
    package let values: [DelayedExpression]
    package let span: SourceSpan
}

package struct ExpectStep: Sendable {
    package let condition: PlannedExpression
    package let message: PlannedExpression?
    package let span: SourceSpan
}

/// Steps that run later, with the values that they take along.
package struct ClosurePlan: Sendable {
    package let captures: [Capture]
    package let steps: [Step]
    package let registerCount: Int
}
