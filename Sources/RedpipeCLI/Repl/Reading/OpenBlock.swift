import RedpipeSyntax

/// The pipeline that a half-typed input is in: where it runs and how much is queued.
struct OpenBlock: Equatable {
    /// `nil`: where a block without `on` runs.
    let connection: String?
    /// The commands and calls of its lines so far.
    let lineCount: Int

    /// Looks at a text whose blocks are not closed.
    ///
    /// - Returns: `nil` if it is in no pipeline.
    init?(in text: String) {
        guard let closed = TypedInput.closed(text) else { return nil }
        let source = SourceText(id: SourceID(rawValue: 0), name: "", text: closed + "\n")
        guard let last = Parser.parse(source).script.statements.last,
            let block = Self.pipeline(in: last)
        else { return nil }
        connection = block.options.connection?.name
        lineCount = block.body.statements.count { $0.queuesDirectly }
    }

    private static func pipeline(in statement: Statement) -> PipelineStatement? {
        switch statement {
        case .action(let action): pipeline(in: action.action)
        case .binding(let binding):
            if case .deferred(let source) = binding.value, case .action(let action) = source.body {
                pipeline(in: action)
            } else {
                nil
            }
        default: nil
        }
    }

    private static func pipeline(in action: Action) -> PipelineStatement? {
        if case .pipeline(let pipeline) = action { pipeline } else { nil }
    }
}

extension Statement {
    /// It queues commands where it stands, as far as its form tells.
    fileprivate var queuesDirectly: Bool {
        switch self {
        case .action: true
        case .binding(let binding): if case .deferred = binding.value { true } else { false }
        case .forLoop, .conditional: true
        default: false
        }
    }
}
