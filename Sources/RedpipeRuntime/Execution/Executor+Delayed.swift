import RedpipeCompiler
import RedpipeSyntax

extension Executor {
    /// The value of an expression over deferreds.
    ///
    /// What it queues is queued now; what waits for a reply becomes a callback of the open block.
    mutating func evaluate(_ delayed: DelayedExpression) throws(EvaluationError) -> Value {
        let frame = captured(delayed.captures, registerCount: delayed.registerCount)
        return try inFrame(frame) { (executor) throws(EvaluationError) in
            try executor.run(delayed.steps, then: delayed.result)
        }
    }

    private mutating func run(
        _ steps: [QueueingStep],
        then result: PlannedExpression
    ) throws(EvaluationError) -> Value {
        for step in steps { frame[step.register] = try run(step) }
        return try evaluateOrWait(result)
    }

    /// The value, or a deferred that a callback fills when what it reads is there.
    ///
    /// What the attempt in vain would print is forgotten: the callback evaluates all of it anew.
    private mutating func evaluateOrWait(
        _ expression: PlannedExpression
    ) throws(EvaluationError) -> Value {
        let eventCount = events.count
        do throws(EvaluationError) {
            return try evaluate(expression)
        } catch {
            guard case .pending = error, let openBlock else { throw error }
            events.removeSubrange(eventCount...)
            let result = DeferredValue(at: expression.span, block: openBlock.header)
            events.append(
                .compute(
                    Computation(
                        result: result,
                        expression: expression,
                        frame: frame,
                        tryScope: tryScope
                    )
                )
            )
            return .deferred(result)
        }
    }

    private mutating func run(_ step: QueueingStep) throws(EvaluationError) -> Value {
        switch step.kind {
        case .call(let call): return try self.call(call, at: step.span, waits: true) ?? .null
        case .conditional(let condition, let value, let otherwise):
            let isTrue = try decide(condition, at: step.span)
            let side = isTrue ? value : otherwise
            return try run(side.steps, then: side.result)
        case .comprehension(let loop): return try run(loop, at: step.span)
        }
    }

    private mutating func run(
        _ loop: QueueingLoop,
        at span: SourceSpan
    ) throws(EvaluationError) -> Value {
        var values: [Value] = []
        _ = try forEach(of: loop.sequence, into: loop.places) {
            (executor) throws(EvaluationError) in
            if let condition = loop.condition, try !executor.decide(condition, at: span) {
                return .next
            }
            values.append(try executor.run(loop.element.steps, then: loop.element.result))
            try executor.sendBatchIfFull()
            return .next
        }
        return .list(values)
    }

    /// What decides whether something is queued must be known now.
    private mutating func decide(
        _ condition: PlannedExpression,
        at span: SourceSpan
    ) throws(EvaluationError) -> Bool {
        do throws(EvaluationError) {
            return try isTrue(condition)
        } catch {
            guard case .pending = error else { throw error }
            throw .raised(.queuesOnDeferred(at: span))
        }
    }

    // MARK: Calls

    /// A recursion without end is an error, not a stack overflow.
    private static let maximumCallDepth = 1000

    /// Calls a function; its commands join the open block.
    ///
    /// Arguments may wait for replies if `waits` says so. The result is `nil` if the function ended
    /// without `return`.
    mutating func call(
        _ call: FunctionCall,
        at span: SourceSpan,
        waits: Bool = false
    ) throws(EvaluationError) -> Value? {
        let function = plan.functions[call.function]
        try checkInterruption(at: span)
        guard callDepth < Self.maximumCallDepth, stack.byteCount < stackLimit else {
            throw .raised(.tooManyCalls(function.name, depth: callDepth, at: span))
        }
        var registers = [Value](repeating: .null, count: function.registerCount)
        for (register, argument) in call.arguments.enumerated() {
            guard let argument else { continue }
            registers[register] = try waits ? evaluateOrWait(argument) : evaluate(argument)
        }
        let outer = (showsReplies, connection, wantsLastValue)
        showsReplies = false
        wantsLastValue = false
        callDepth += 1
        defer {
            callDepth -= 1
            (showsReplies, connection, wantsLastValue) = outer
        }
        return try inFrame(registers) { (executor) throws(EvaluationError) in
            try executor.uncut { (executor) throws(EvaluationError) in
                try executor.runBody(of: function, call)
            }
        }
    }

    private mutating func runBody(
        of function: FunctionPlan,
        _ call: FunctionCall
    ) throws(EvaluationError) -> Value? {
        for (register, parameter) in function.parameters.enumerated()
        where call.arguments[register] == nil {
            frame[register] =
                try parameter.defaultValue.map { (value) throws(EvaluationError) in
                    try evaluate(value)
                } ?? .null
        }
        guard case .returned(let value) = try run(function.steps) else { return nil }
        return value
    }
}

extension Diagnostic {
    fileprivate static func tooManyCalls(
        _ name: String,
        depth: Int,
        at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic("E0607", "`\(name)` is called \(depth) levels deep, which is too deep", at: span)
            .help("a recursion needs a way to end; a long one is better a `for` or a `while`")
    }
}
