import Redpipe
import RedpipeCompiler
import RedpipeSyntax

extension Executor {
    // MARK: Statements

    mutating func run(_ step: ActStep) throws(EvaluationError) -> Flow {
        try inTry(step.isTried ? tryScope.inStatement : tryScope) {
            (executor) throws(EvaluationError) in
            try executor.run(step.action)
        }
    }

    private mutating func run(_ action: PlannedAction) throws(EvaluationError) -> Flow {
        switch action {
        case .command(let command):
            return try inBlock(at: command.span) { (executor) throws(EvaluationError) in
                if executor.needsNoReply {
                    try executor.queueSilently(command)
                    return .next
                }
                let deferred = try executor.queue(command, isShown: executor.showsReplies)
                executor.lastValue = .deferred(deferred)
                return .next
            }
        case .call(let call): return try runCall(call, on: nil)
        case .routedCall(let call, let connection): return try runCall(call, on: connection)
        case .pipeline(let pipeline): return try run(pipeline)
        }
    }

    /// The reply of a command on a line of its own is neither shown nor asked for.
    private var needsNoReply: Bool {
        !showsReplies && !wantsLastValue && !output.wantsCommands
    }

    private mutating func runCall(
        _ call: DelayedExpression,
        on connection: String?
    ) throws(EvaluationError) -> Flow {
        try inBlock(at: call.expression.span) { (executor) throws(EvaluationError) in
            let value = try executor.evaluate(call, on: connection)
            executor.queueShowing(of: value, named: nil, at: call.expression.span)
            executor.lastValue = value
            return .next
        }
    }

    private mutating func evaluate(
        _ call: DelayedExpression,
        on connection: String?
    ) throws(EvaluationError) -> Value {
        let outer = self.connection
        defer { self.connection = outer }
        if let connection { self.connection = ConnectionName(connection) }
        return try evaluate(call)
    }

    private mutating func run(_ step: PipelineStep) throws(EvaluationError) -> Flow {
        if let transaction = step.transaction, transaction.watched != nil {
            return try runWatching(step, transaction)
        }
        return try inBlock(at: step.span, options: BlockSettings(step)) {
            (executor) throws(EvaluationError) in
            let outer = (executor.connection, executor.showsReplies)
            defer { (executor.connection, executor.showsReplies) = outer }
            if let connection = step.connection { executor.connection = ConnectionName(connection) }
            if step.isQuiet { executor.showsReplies = false }
            if step.transaction != nil {
                try executor.checkReply(
                    to: [Array("MULTI".utf8)],
                    on: executor.connection,
                    at: step.span
                )
                return try executor.inTransaction(at: step.span) {
                    (executor) throws(EvaluationError) in
                    try executor.run(step.steps)
                }
            }
            if step.batchSize != nil {
                executor.openBlock?.batch?.surroundingTry = executor.tryScope
            }
            return try executor.run(step.steps)
        }
    }

    // MARK: Bindings

    mutating func run(_ step: BindStep) throws(EvaluationError) {
        let outer = exchange(&bindsReplies, with: true)
        defer { bindsReplies = outer }
        if case .action(.pipeline(let pipeline)) = step.source.body,
            let transaction = pipeline.transaction, transaction.watched != nil
        {
            return try bindWatching(step, pipeline, transaction)
        }
        try inBlock(at: step.source.header, options: BlockSettings(step.source)) {
            (executor) throws(EvaluationError) in
            let value =
                try step.source.isTried
                ? executor.tried(step.source, for: step.name)
                : executor.run(step.source, for: step.name)
            executor.set(step.place, to: value)
            executor.lastValue = value
        }
    }

    /// Runs what stands after `<-`, and lets its value be shown under its name.
    private mutating func run(
        _ source: PlannedSource,
        for name: Identifier
    ) throws(EvaluationError) -> Value {
        if case .action(.command(let command)) = source.body {
            let deferred = try queue(command, isShown: showsReplies, name: name)
            return .deferred(deferred)
        }
        let value = try evaluate(source)
        if case .deferred(let deferred) = value { deferred.takeName(name) }
        queueShowing(of: value, named: name.name, at: name.span)
        return value
    }

    /// - Parameters:
    ///   - value: What is shown.
    ///   - name: What it is bound to.
    ///   - span: Where it stands.
    ///   - source: What was queued for it; the value itself unless a `try` stands between.
    private mutating func queueShowing(
        of value: Value,
        named name: String?,
        at span: SourceSpan,
        from source: Value? = nil
    ) {
        guard showsReplies else { return }
        let identity = (source ?? value).identity
        let call = lastCall.flatMap { $0.result === identity ? $0 : nil }
        events.append(
            .value(
                ValueEvent(value: value, name: name, tryScope: tryScope, span: span, call: call)
            )
        )
    }

    private mutating func evaluate(_ source: PlannedSource) throws(EvaluationError) -> Value {
        switch source.body {
        case .expression(let expression): return try evaluate(expression)
        case .forEach(let loop): return try collect(loop)
        case .then(let closure): return .deferred(try queueResult(of: closure, at: source.span))
        case .action(.call(let call)): return try evaluate(call)
        case .action(.routedCall(let call, let connection)):
            return try evaluate(call, on: connection)
        case .action(.command(let command)):
            return .deferred(try queue(command, isShown: false))
        case .action(.pipeline(let pipeline)):
            let wanted = exchange(&wantsLastValue, with: true)
            defer { wantsLastValue = wanted }
            _ = try run(pipeline)
            return lastValue
        }
    }

    /// The list of what each round's last statement yields.
    private mutating func collect(_ loop: LoopStep) throws(EvaluationError) -> Value {
        var values: [Value] = []
        let wanted = exchange(&wantsLastValue, with: true)
        defer { wantsLastValue = wanted }
        _ = try forEach(of: loop.sequence, into: loop.places) {
            (executor) throws(EvaluationError) in
            executor.lastValue = .null
            let flow = try executor.run(loop.steps)
            switch flow {
            case .next: values.append(executor.lastValue)
            case .continueLoop: values.append(.null)
            case .breakLoop, .returned, .exited, .stopped: break
            }
            return flow
        }
        return .list(values)
    }

    // MARK: Try

    /// Runs a source whose failures become a value; one that failed while it was built has queued
    /// nothing.
    private mutating func tried(
        _ source: PlannedSource,
        for name: Identifier
    ) throws(EvaluationError) -> Value {
        let savepoint = pipeline.savepoint()
        let eventCount = events.count
        lastTry += 1
        let identity = lastTry
        var value: Value
        do throws(EvaluationError) {
            let outer = showsReplies
            showsReplies = false
            defer { showsReplies = outer }
            value = try inTry(tryScope.inSource(identity)) { (executor) throws(EvaluationError) in
                guard BlockSettings(source).batchSize == nil else {
                    return try executor.evaluate(source)
                }
                return try executor.uncut { (executor) throws(EvaluationError) in
                    try executor.evaluate(source)
                }
            }
        } catch {
            let failure = error.scriptError
            if case .pending = error { throw error }
            guard isCatchable(failure) else { throw error }
            pipeline.rollBack(to: savepoint)
            discardEvents(from: eventCount, because: failure)
            value = .failure(failure)
        }
        let result = DeferredValue(name: name.name, at: name.span, block: openBlock?.header)
        events.append(
            .settleTry(
                TryEvent(result: result, source: value, identity: identity, span: source.header)
            )
        )
        queueShowing(of: .deferred(result), named: name.name, at: name.span, from: value)
        return .deferred(result)
    }

    private mutating func inTry<Result>(
        _ scope: TryScope,
        _ body: (inout Executor) throws(EvaluationError) -> Result
    ) throws(EvaluationError) -> Result {
        let outer = tryScope
        tryScope = scope
        defer { tryScope = outer }
        return try body(&self)
    }

    // MARK: Callbacks

    mutating func queueCallback(
        _ closure: ClosurePlan,
        at span: SourceSpan
    ) throws(EvaluationError) {
        try inBlock(at: span) { (executor) throws(EvaluationError) in
            _ = executor.append(closure, at: span)
        }
    }

    private mutating func queueResult(
        of closure: ClosurePlan,
        at span: SourceSpan
    ) throws(EvaluationError) -> DeferredValue {
        append(closure, at: span)
    }

    private mutating func append(_ closure: ClosurePlan, at span: SourceSpan) -> DeferredValue {
        let result = DeferredValue(at: span, block: openBlock?.header)
        events.append(
            .then(
                Callback(
                    closure: closure,
                    frame: captured(closure.captures, registerCount: closure.registerCount),
                    connection: connection,
                    result: result,
                    showsReplies: showsReplies,
                    tryScope: tryScope
                )
            )
        )
        return result
    }
}

extension Executor {
    /// Whether `try` can keep a failure: not a mistake in the script itself, nor the end of the run.
    func isCatchable(_ failure: ScriptError) -> Bool {
        !failure.code.hasPrefix("E01") && !failure.code.hasPrefix("E02")
            && failure.diagnostic.id != settings.endingRefusal
    }
}

extension Value {
    /// What tells a deferred or a record from all others.
    fileprivate var identity: AnyObject? {
        switch self {
        case .deferred(let deferred): deferred
        case .record(let record): record
        default: nil
        }
    }
}
