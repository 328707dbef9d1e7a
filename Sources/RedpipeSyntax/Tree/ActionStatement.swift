/// `["try"] action` as a line of its own.
package struct ActionStatement: Sendable {
    /// The word `try`, if it is there: error replies are kept.
    package let tryWord: SourceSpan?
    package let action: Action

    package init(tryWord: SourceSpan?, action: Action) {
        self.tryWord = tryWord
        self.action = action
    }
}

/// What asks the server for something.
package indirect enum Action: Sendable {
    /// `SET k v`
    case command(CommandStatement)
    /// `f(x)`, `users[0].load()`: a chain that holds a call.
    case call(Expression)
    /// `@name …`
    case routed(RoutedAction)
    /// `pipeline { … }`
    case pipeline(PipelineStatement)
    /// `transaction { … }`
    case transaction(TransactionStatement)

    package var span: SourceSpan {
        switch self {
        case .command(let command): command.span
        case .call(let call): call.span
        case .routed(let routed): routed.span
        case .pipeline(let pipeline): pipeline.span
        case .transaction(let transaction): transaction.span
        }
    }
}

/// `@NAME (command | call)`: the rest of the line goes to another connection.
package struct RoutedAction: Sendable {
    package let connection: Identifier
    /// A command or a call.
    package let action: Action
    package let span: SourceSpan
}
