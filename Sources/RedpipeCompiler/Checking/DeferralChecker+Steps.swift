import RedpipeSyntax

extension DeferralChecker {
    mutating func run(_ steps: [Step]) -> Outcome {
        var outcome = Outcome()
        for step in steps {
            outcome = run(step)
            if outcome.stops { return outcome }
        }
        return outcome
    }

    private mutating func run(_ step: Step) -> Outcome {
        switch step {
        case .set(let set):
            return Outcome(value: run(set))
        case .bind(let bind): return Outcome(value: run(bind))
        case .act(let act):
            return Outcome(value: sent(at: act.action.span) { $0.run(act.action) })
        case .branch(let branch): return runBranches(branch)
        case .forEach(let loop):
            _ = run(loop)
        case .whileTrue(let loop):
            demand(loop.condition)
            _ = runLoop { $0.run(loop.steps).value }
        case .then(let closure, _): run(closure)
        case .breakLoop, .continueLoop: return Outcome(stops: true)
        case .sleep, .parameter: break
        case .print(let print):
            for value in print.values { _ = sent(at: print.span) { $0.evaluate(value) } }
        case .expect(let expect):
            demand(expect.condition)
            if let message = expect.message { demand(message) }
        case .fail(let message, _):
            demand(message, whole: true)
            return Outcome(stops: true)
        case .exit(let code, _):
            if let code { demand(code) }
            return Outcome(stops: true)
        case .returnValue(let value, _):
            returnValue(value.map { evaluate($0) } ?? .known)
            return Outcome(stops: true)
        }
        return Outcome()
    }

    private mutating func run(_ set: SetStep) -> Knowledge {
        demand(set.value)
        var value = evaluate(set.value)
        if case .pending = value { value = .known }
        self.set(set.place, to: value)
        return value
    }

    private mutating func run(_ bind: BindStep) -> Knowledge {
        var value = sent(at: bind.source.header) { $0.run(bind.source) }
        if case .pending(let origin) = value {
            value = .pending(
                Knowledge.Origin(
                    name: bind.name.name,
                    span: bind.name.span,
                    block: block ?? origin.block
                )
            )
        }
        set(bind.place, to: value)
        return value
    }

    /// Runs what queues; outside of blocks it is a block of its own, so its replies are there after
    /// it.
    private mutating func sent(
        at span: SourceSpan,
        _ body: (inout DeferralChecker) -> Knowledge
    ) -> Knowledge {
        guard block == nil else { return body(&self) }
        block = span
        _ = body(&self)
        block = nil
        settle()
        return .known
    }

    private mutating func run(_ source: PlannedSource) -> Knowledge {
        switch source.body {
        case .action(let action): return run(action)
        case .forEach(let loop): return .list(of: run(loop))
        case .then(let closure):
            run(closure)
            return pending(at: source.span)
        case .expression(let expression): return evaluate(expression)
        }
    }

    private mutating func run(_ action: PlannedAction) -> Knowledge {
        switch action {
        case .command(let command): return run(command)
        case .call(let call), .routedCall(let call, _): return evaluate(call)
        case .pipeline(let pipeline):
            for word in pipeline.transaction?.watched ?? [] { demand(word) }
            if let reads = pipeline.transaction?.reads {
                _ = run(reads)
                // Their replies are known in the lines after them.
                settle()
            }
            return run(pipeline.steps).value
        }
    }

    private mutating func run(_ command: PlannedCommand) -> Knowledge {
        for word in command.words { demand(word) }
        return pending(at: command.span)
    }

    private mutating func demand(_ word: PlannedWord) {
        for value in word.expressions { demand(value, whole: true) }
    }

    func pending(at span: SourceSpan) -> Knowledge {
        .pending(Knowledge.Origin(name: nil, span: span, block: block))
    }

    /// - Returns: What a round yields.
    private mutating func run(_ loop: LoopStep) -> Knowledge {
        demand(loop.sequence)
        let sequence = evaluate(loop.sequence)
        var item = sequence.item
        // That nothing can be run over is one mistake, not one for each use of its items.
        if case .pending = sequence { item = .known }
        return runLoop { checker in
            for place in loop.places { checker.set(place, to: item) }
            return checker.run(loop.steps).value
        }
    }
}
