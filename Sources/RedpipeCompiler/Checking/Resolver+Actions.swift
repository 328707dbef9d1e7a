import RedpipeSyntax

extension Resolver {
    mutating func resolve(_ statement: ActionStatement) -> Step? {
        .act(
            ActStep(
                isTried: statement.tryWord != nil,
                action: resolve(statement.action, isStatement: true)
            )
        )
    }

    mutating func resolve(_ source: Source) -> PlannedSource {
        let body: PlannedSource.Body =
            switch source.body {
            case .action(let action): .action(resolve(action, isStatement: false))
            case .forLoop(let loop): .forEach(resolve(loop))
            case .then(let then): .then(resolveClosure(then))
            case .expression(let expression): .expression(resolveDelayed(expression))
            }
        return PlannedSource(isTried: source.tryWord != nil, body: body, span: source.span)
    }

    private mutating func resolve(_ action: Action, isStatement: Bool) -> PlannedAction {
        switch action {
        case .command(let command): .command(resolve(command, on: nil))
        case .call(let call): .call(resolveDelayed(call))
        case .routed(let routed): resolve(routed)
        case .pipeline(let pipeline): .pipeline(resolve(pipeline))
        }
    }

    private mutating func resolve(_ routed: RoutedAction) -> PlannedAction {
        let connection = resolveConnection(routed.connection)
        if case .call(let call) = routed.action {
            return .routedCall(resolveDelayed(call), connection: connection)
        }
        guard case .command(let command) = routed.action else {
            preconditionFailure("the parser puts a command or a call behind `@name`")
        }
        return .command(resolve(command, on: connection))
    }

    /// A function's body always runs inside a block: its caller's, or that of the call itself.
    private var isOutermostBlock: Bool {
        surroundings.pipelineDepth == 0 && (!surroundings.isInFunction || surroundings.isInThen)
    }

    /// Names bound in a block are read after it, so it opens no scope.
    private mutating func resolve(_ pipeline: PipelineStatement) -> PipelineStep {
        let connection = pipeline.options.connection.map { resolveConnection($0) }
        if let batch = pipeline.options.batchSize, !isOutermostBlock {
            report(.innerBatch(at: batch.span))
        }
        let outer = surroundings
        defer { surroundings = outer }
        surroundings.pipelineDepth += 1
        if let connection { surroundings.connection = connection }
        surroundings.isDirectlyInBatches = pipeline.options.batchSize != nil
        return PipelineStep(
            connection: connection,
            timeout: pipeline.options.timeout,
            batchSize: pipeline.options.batchSize?.value,
            isQuiet: pipeline.options.isQuiet,
            steps: resolveInnerSteps(pipeline.body),
            span: pipeline.span
        )
    }
}

extension Diagnostic {
    fileprivate static func innerBatch(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0207", "only the outermost block can be sent in batches", at: span)
            .help("this block joins the one around it; put `batch=` on that one")
    }
}
