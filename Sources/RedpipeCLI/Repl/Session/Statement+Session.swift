import RedpipeSyntax

extension Statement {
    /// Where a declaration stands, with all that is between its braces.
    var extent: SourceSpan {
        switch self {
        case .function(let function):
            let end = max(function.span.end, function.body.closing.end)
            return SourceSpan(source: function.span.source, range: function.span.start..<end)
        case .model(let model): return model.extent
        default: return span
        }
    }

    /// Something runs for it at its place.
    var makesStep: Bool {
        switch self {
        case .connect, .function, .include, .keyspace, .model, .quiet: false
        default: true
        }
    }

    /// The name of a function, a keyspace or a model.
    var declaredName: String? {
        switch self {
        case .function(let function): function.name.name
        case .keyspace(let keyspace): keyspace.name.name
        case .model(let model): model.name.name
        default: nil
        }
    }
}

extension Block {
    /// Whether a `return` stands in it, however deep.
    var returnsValue: Bool { statements.contains(where: \.returnsValue) }
}

extension Statement {
    fileprivate var returnsValue: Bool {
        switch self {
        case .returnValue: true
        case .conditional(let conditional):
            conditional.branches.contains(where: \.body.returnsValue)
                || conditional.otherwise?.returnsValue ?? false
        case .forLoop(let loop): loop.body.returnsValue
        case .whileLoop(let loop): loop.body.returnsValue
        case .action(let action): action.action.body?.returnsValue ?? false
        default: false
        }
    }
}

extension Action {
    /// It is no block.
    var isCommand: Bool { body == nil }

    /// The lines of a block.
    fileprivate var body: Block? {
        switch self {
        case .pipeline(let pipeline): pipeline.body
        case .transaction(let transaction): transaction.body
        case .command, .call, .routed: nil
        }
    }
}
