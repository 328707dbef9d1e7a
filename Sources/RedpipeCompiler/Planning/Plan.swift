package import RedpipeSyntax

/// A script ready to run.
///
/// Every name is a place, every call knows its function, every block what it queues. Only the checker
/// makes one, inside a ``CheckedScript``.
package struct Plan: Sendable {
    package var connections: [ConnectionDeclaration] = []
    package var parameters: [ScriptParameter] = []
    package var functions: [FunctionPlan] = []
    package var keyspaces: [KeyspacePlan] = []
    package var models: [ModelPlan] = []
    package var steps: [Step] = []
    /// How many registers the top level needs.
    package var globalCount = 0
    /// The names of the top level with their registers, for a session that goes on.
    package var globals: [String: Int] = [:]
    /// A line `quiet` before the first statement.
    package var isQuiet = false
}

/// The form `connect users redis://…`.
package struct ConnectionDeclaration: Sendable {
    package let name: String
    package let url: RawWord
    package let options: [RawWord]
    package let span: SourceSpan

    package init(name: String, url: RawWord, options: [RawWord], span: SourceSpan) {
        self.name = name
        self.url = url
        self.options = options
        self.span = span
    }
}

/// The form `param name = default`.
package struct ScriptParameter: Sendable {
    package let name: String
    package let register: Int
    package let defaultValue: PlannedExpression?
    package let isRest: Bool
    package let span: SourceSpan
}

/// A function with its body resolved.
package struct FunctionPlan: Sendable {
    package struct Parameter: Sendable {
        package let name: String
        package let defaultValue: PlannedExpression?
    }

    package let name: String
    /// They are the first registers of the function's frame, in this order.
    package let parameters: [Parameter]
    package let steps: [Step]
    package let registerCount: Int
    /// Calling it queues commands.
    package let queues: Bool
    package let span: SourceSpan
}
