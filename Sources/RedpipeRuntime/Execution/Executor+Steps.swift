import Redpipe
import RedpipeCompiler
import RedpipeSyntax

extension Executor {
    /// Runs steps of which each is complete when it is done: lines outside of blocks and functions.
    mutating func runAtTopLevel(_ steps: [Step]) -> Flow {
        for step in steps {
            let flow = runAtTopLevel(step)
            guard case .next = flow else { return flow }
        }
        return .next
    }

    mutating func runAtTopLevel(_ step: Step) -> Flow {
        do throws(EvaluationError) {
            let flow = try run(step)
            guard case .next = flow else { return flow }
        } catch {
            if !error.isKnown { report(error.scriptError) }
            forgetValue(of: step, after: error.scriptError)
        }
        return isStopped ? .stopped : .next
    }

    /// With `--keep-going` the name of a line that failed stands for the failure.
    private mutating func forgetValue(of step: Step, after error: ScriptError) {
        let place: Place
        switch step {
        case .set(let set): place = set.place
        case .bind(let bind): place = bind.place
        default: return
        }
        let failed = DeferredValue(at: error.diagnostic.span, block: nil)
        failed.fail(error)
        set(place, to: .deferred(failed))
    }

    mutating func run(_ steps: [Step]) throws(EvaluationError) -> Flow {
        guard openBlock != nil || callDepth > 0 else { return runAtTopLevel(steps) }
        for step in steps {
            let flow = try run(step)
            try sendBatchIfFull()
            guard case .next = flow else { return flow }
        }
        return .next
    }

    private mutating func run(_ step: Step) throws(EvaluationError) -> Flow {
        lastValue = .null
        switch step {
        case .set(let step): try run(step)
        case .bind(let step): try run(step)
        case .act(let step): return try run(step)
        case .branch(let step): return try run(step)
        case .forEach(let step):
            return try asStatement { (executor) throws(EvaluationError) in
                try executor.run(step)
            }
        case .whileTrue(let step):
            return try asStatement { (executor) throws(EvaluationError) in
                try executor.run(step)
            }
        case .then(let closure, let span): try queueCallback(closure, at: span)
        case .breakLoop: return .breakLoop
        case .continueLoop: return .continueLoop
        case .sleep(let duration, let span): try sleep(duration, at: span)
        case .print(let step): try run(step)
        case .expect(let step): try run(step)
        case .fail(let message, let span): try run(fail: message, at: span)
        case .exit(let code, let span): return try run(exit: code, at: span)
        case .returnValue(let value, let span): return try run(return: value, at: span)
        case .parameter(let index): try runParameter(index)
        }
        return .next
    }

    // MARK: Values

    private mutating func run(_ step: SetStep) throws(EvaluationError) {
        if let addition = step.addition { return try run(step, addition) }
        let value = try known(step.value)
        try value.checkDepth(at: step.value.span)
        set(step.place, to: value)
        lastValue = value
    }

    /// `xs = xs + [x]` grows the list where it is; copying it would cost its length each time.
    private mutating func run(_ step: SetStep, _ addition: Addition) throws(EvaluationError) {
        let other = try known(addition.right)
        try other.checkDepth(at: addition.right.span)
        let isGrown =
            switch step.place {
            case .global(let register): globals[register].append(other)
            case .local(let register): frame[register].append(other)
            }
        guard !isGrown else { return }
        let sum = try Operations.apply(.add, known(addition.left), other, at: addition.span)
        set(step.place, to: sum)
    }

    private mutating func runParameter(_ index: Int) throws(EvaluationError) {
        let parameter = plan.parameters[index]
        if settings.parameters.indices.contains(index), let given = settings.parameters[index] {
            globals[parameter.register] = given
        } else if let value = parameter.defaultValue {
            globals[parameter.register] = try known(value)
        }
    }

    private mutating func run(
        return value: DelayedExpression?,
        at span: SourceSpan
    ) throws(EvaluationError) -> Flow {
        guard let value else { return .returned(.null) }
        return .returned(try evaluate(value))
    }

    // MARK: Control

    /// Runs a loop as a statement: nobody asks what its rounds give.
    private mutating func asStatement(
        _ body: (inout Executor) throws(EvaluationError) -> Flow
    ) throws(EvaluationError) -> Flow {
        let wanted = exchange(&wantsLastValue, with: false)
        defer {
            lastValue = .null
            wantsLastValue = wanted
        }
        return try body(&self)
    }

    private mutating func run(_ step: BranchStep) throws(EvaluationError) -> Flow {
        for branch in step.branches where try isTrue(branch.condition) {
            return try run(branch.steps)
        }
        return try run(step.otherwise)
    }

    private mutating func run(_ step: LoopStep) throws(EvaluationError) -> Flow {
        try forEach(of: step.sequence, into: step.places) { (executor) throws(EvaluationError) in
            try executor.run(step.steps)
        }
    }

    private mutating func run(_ step: WhileStep) throws(EvaluationError) -> Flow {
        while try isTrue(step.condition) {
            try checkInterruption(at: step.condition.span)
            switch try run(step.steps) {
            case .next, .continueLoop: break
            case .breakLoop: return .next
            case let flow: return flow
            }
        }
        return .next
    }

    /// Runs a body for each item of a list, a map, a range or a stream.
    mutating func forEach(
        of sequence: PlannedExpression,
        into places: [Place],
        _ body: (inout Executor) throws(EvaluationError) -> Flow
    ) throws(EvaluationError) -> Flow {
        let items = try known(sequence)
        var iterator = try ItemIterator(items, count: places.count, at: sequence.span)
        while true {
            if iterator.asksServer { try checkScan(at: sequence.span) }
            guard let item = try iterator.next() else { return .next }
            try checkInterruption(at: sequence.span)
            for (place, value) in zip(places, item) { set(place, to: value) }
            switch try body(&self) {
            case .next, .continueLoop: break
            case .breakLoop: return .next
            case let flow: return flow
            }
        }
    }

    /// Sleeps; a signal that ends the run ends it too.
    func sleep(_ duration: Duration, at span: SourceSpan) throws(EvaluationError) {
        connections.pause(for: duration)
        try checkInterruption(at: span)
    }

    /// A script that only computes is ended by a signal as well.
    func checkInterruption(at span: SourceSpan) throws(EvaluationError) {
        guard settings.isInterrupted() else { return }
        throw .failed(.interruption(at: span))
    }

    private mutating func run(
        exit code: PlannedExpression?,
        at span: SourceSpan
    ) throws(EvaluationError) -> Flow {
        guard let code else { return .exited(nil) }
        guard case .integer(let number) = try known(code), (0...125).contains(number) else {
            throw .raised(.badExitCode("E0605", at: code.span))
        }
        return .exited(Int32(number))
    }

    // MARK: Words to the user

    /// Outside of blocks a value that cannot be shown ends the lines around it, as any line would.
    private mutating func run(_ step: PrintStep) throws(EvaluationError) {
        let line = openBlock == nil ? DeferredValue(at: step.span, block: nil) : nil
        try inBlock(at: step.span, isPrint: true) { (executor) throws(EvaluationError) in
            var values: [Value] = []
            for value in step.values { values.append(try executor.evaluate(value)) }
            executor.events.append(
                .print(
                    PrintEvent(
                        values: values,
                        tryScope: executor.tryScope,
                        span: step.span,
                        line: line
                    )
                )
            )
        }
        if case .failed(let error) = line?.reading { throw .failed(error) }
    }

    private mutating func run(_ step: ExpectStep) throws(EvaluationError) {
        guard try !isTrue(step.condition) else { return }
        let text = try step.message.map { (message) throws(EvaluationError) in
            String(decoding: try known(message).shown(at: message.span), as: UTF8.self)
        }
        throw .raised(
            Diagnostic("E0602", text ?? "the expectation is not met", at: step.condition.span)
        )
    }

    private mutating func run(
        fail message: PlannedExpression,
        at span: SourceSpan
    ) throws(EvaluationError) {
        let text = try known(message).shown(at: message.span)
        throw .raised(Diagnostic("E0601", String(decoding: text, as: UTF8.self), at: span))
    }
}

/// The form `x = x + …`.
private struct Addition {
    let left: PlannedExpression
    let right: PlannedExpression
    let span: SourceSpan
}

extension SetStep {
    fileprivate var addition: Addition? {
        guard case .binary(.add, let left, let right, let span) = value.kind,
            case .variable(let place, _) = left.kind, place == self.place
        else { return nil }
        return Addition(left: left, right: right, span: span)
    }
}

extension Value {
    /// Appends in place what `+` would append.
    ///
    /// The payload must have one owner while it grows, so it is taken out of `self` first.
    ///
    /// - Returns: Whether both are lists or both are texts.
    fileprivate mutating func append(_ other: Value) -> Bool {
        switch other {
        case .list(let more):
            guard case .list(var items) = self else { return false }
            self = .null
            items += more
            self = .list(items)
        case .text(let more):
            guard case .text(var bytes) = self else { return false }
            self = .null
            bytes += more
            self = .text(bytes)
        default: return false
        }
        return true
    }
}
