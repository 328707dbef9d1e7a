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
            case .expression(let expression):
                .expression(resolveDelayed(expression, at: .source))
            }
        return PlannedSource(isTried: source.tryWord != nil, body: body, span: source.span)
    }

    private mutating func resolve(_ action: Action, isStatement: Bool) -> PlannedAction {
        switch action {
        case .command(let command): .command(resolve(command, on: nil))
        case .call(let call): .call(resolveDelayed(call, at: isStatement ? .statement : .source))
        case .routed(let routed): resolve(routed, isStatement: isStatement)
        case .pipeline(let pipeline): .pipeline(resolve(pipeline))
        case .transaction(let transaction): .pipeline(resolve(transaction))
        }
    }

    private mutating func resolve(_ routed: RoutedAction, isStatement: Bool) -> PlannedAction {
        let connection = resolveConnection(routed.connection)
        checkTransaction(routed.connection)
        if case .call(let call) = routed.action {
            let position = isStatement ? CallPosition.statement : .source
            return .routedCall(resolveDelayed(call, at: position), connection: connection)
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
        if let name = pipeline.options.connection { checkTransaction(name) }
        checkSending(pipeline.options)
        let outer = surroundings
        defer { surroundings = outer }
        surroundings.pipelineDepth += 1
        if let connection { surroundings.connection = connection }
        surroundings.isDirectlyInBatches = pipeline.options.batchSize != nil
        return PipelineStep(
            connection: connection,
            timeout: pipeline.options.timeout?.value,
            batchSize: pipeline.options.batchSize?.value,
            transaction: nil,
            isQuiet: pipeline.options.isQuiet,
            steps: resolveInnerSteps(pipeline.body),
            span: pipeline.span
        )
    }

    /// A block that joins another one is not sent by itself.
    mutating func checkSending(_ options: BlockOptions) {
        guard !isOutermostBlock else { return }
        if let batch = options.batchSize { report(.innerBatch(at: batch.span)) }
        if let timeout = options.timeout { report(.innerTimeout(at: timeout.span)) }
    }
}

extension Diagnostic {
    fileprivate static func innerBatch(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0207", "only the outermost block can be sent in batches", at: span)
            .help("this block joins the one around it; put `batch=` on that one")
    }

    fileprivate static func innerTimeout(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0207", "only the outermost block has a round trip to wait for", at: span)
            .help("this block joins the one around it; put `timeout=` on that one")
    }
}
