import RedpipeSyntax

/// Finds what is right, and costs more round trips than it need.
struct HintFinder {
    /// Notes on callbacks, whose commands run one by one.
    private(set) var callbackNotes: [Diagnostic] = []
    /// Lines outside of blocks that could share a round trip.
    private(set) var pipelineHints: [Diagnostic] = []

    init(_ plan: Plan) {
        visit(plan.steps, isOutsideBlocks: true)
        for function in plan.functions { visit(function.steps, isOutsideBlocks: false) }
        callbackNotes.sort { $0.span.start < $1.span.start }
        pipelineHints.sort { $0.span.start < $1.span.start }
    }

    private mutating func visit(_ steps: [Step], isOutsideBlocks: Bool) {
        if isOutsideBlocks { findNeighbours(in: steps) }
        for step in steps { visit(step, isOutsideBlocks: isOutsideBlocks) }
    }

    private mutating func visit(_ step: Step, isOutsideBlocks: Bool) {
        switch step {
        case .act(let act): visit(act.action)
        case .bind(let bind):
            switch bind.source.body {
            case .action(let action): visit(action)
            case .forEach(let loop): visit(loop.steps, isOutsideBlocks: false)
            case .then(let closure): visit(closure, at: bind.source.span)
            case .expression: break
            }
        case .branch(let branch):
            for steps in branch.branches.map(\.steps) + [branch.otherwise] {
                visit(steps, isOutsideBlocks: isOutsideBlocks)
            }
        case .forEach(let loop): visit(loop, isOutsideBlocks: isOutsideBlocks)
        case .whileTrue(let loop): visit(loop.steps, isOutsideBlocks: isOutsideBlocks)
        case .then(let closure, let span): visit(closure, at: span)
        default: break
        }
    }

    private mutating func visit(_ action: PlannedAction) {
        if case .pipeline(let pipeline) = action { visit(pipeline.steps, isOutsideBlocks: false) }
    }

    // MARK: Callbacks

    private mutating func visit(_ closure: ClosurePlan, at span: SourceSpan) {
        visit(closure.steps, isOutsideBlocks: false)
        let sending = closure.steps.filter(\.isRoundTrip)
        guard let first = sending.first?.sentSpan else { return }
        let what = sending.count == 1 ? "this command is" : "these \(sending.count) lines are each"
        let note = Diagnostic("E0215", "\(what) a round trip of its own", at: first)
            .mark(span, "runs after the block, line by line")
        callbackNotes.append(
            sending.count == 1
                ? note : note.help("`pipeline { … }` in the `then` makes one of them")
        )
    }

    // MARK: Lines

    /// A run of lines of which none reads what another one of them brings.
    private struct Neighbours {
        var steps: [Step] = []
        var bound: Set<Place> = []
    }

    private mutating func findNeighbours(in steps: [Step]) {
        var run = Neighbours()
        for step in steps {
            if step.isRoundTrip, !step.reads(anyOf: run.bound) {
                run.steps.append(step)
            } else {
                report(run)
                run = Neighbours(steps: step.isRoundTrip ? [step] : [])
            }
            if case .bind(let bind) = step { run.bound.insert(bind.place) }
        }
        report(run)
    }

    private mutating func report(_ run: Neighbours) {
        guard run.steps.count > 1, let first = run.steps.first?.sentSpan,
            let last = run.steps.last?.sentSpan
        else { return }
        pipelineHints.append(
            Diagnostic(
                "E0217",
                "these \(run.steps.count) lines are \(run.steps.count) round trips, and could be one",
                at: first
            ).mark(last, "to here").help("put `pipeline { … }` around them")
        )
    }

    private mutating func visit(_ loop: LoopStep, isOutsideBlocks: Bool) {
        guard isOutsideBlocks else { return visit(loop.steps, isOutsideBlocks: false) }
        var bound: Set<Place> = []
        for case .bind(let bind) in loop.steps { bound.insert(bind.place) }
        let isEasy = loop.steps.allSatisfy { $0.isRoundTrip && !$0.reads(anyOf: bound) }
        guard isEasy, !loop.steps.isEmpty else { return visit(loop.steps, isOutsideBlocks: true) }
        let rounds = loop.steps.count == 1 ? "a round trip" : "\(loop.steps.count) round trips"
        pipelineHints.append(
            Diagnostic("E0217", "each round of this loop is \(rounds)", at: loop.span)
                .help("`pipeline batch=1000 { … }` around it sends a thousand commands at once")
        )
    }
}

extension Step {
    /// It is sent by itself when it stands outside of blocks.
    fileprivate var isRoundTrip: Bool {
        switch self {
        case .act(let act): act.action.isLine
        case .bind(let bind):
            if case .action(let action) = bind.source.body { action.isLine } else { false }
        default: false
        }
    }

    fileprivate var sentSpan: SourceSpan? {
        switch self {
        case .act(let act): act.action.span
        case .bind(let bind): bind.source.header
        default: nil
        }
    }

    /// Whether it reads any of these names.
    fileprivate func reads(anyOf places: Set<Place>) -> Bool {
        switch self {
        case .act(let act): act.action.reads(anyOf: places)
        case .bind(let bind):
            if case .action(let action) = bind.source.body {
                action.reads(anyOf: places)
            } else {
                true
            }
        default: true
        }
    }
}

extension PlannedAction {
    /// A command or a call, not a block.
    fileprivate var isLine: Bool {
        switch self {
        case .command: true
        case .call(let call), .routedCall(let call, _): call.expression.queues
        case .pipeline: false
        }
    }

    fileprivate func reads(anyOf places: Set<Place>) -> Bool {
        switch self {
        case .command(let command):
            command.words.contains { word in
                word.expressions.contains { $0.reads(anyOf: places) }
            }
        case .call(let call), .routedCall(let call, _):
            call.captures.contains { places.contains($0.from) }
        case .pipeline: true
        }
    }
}

extension PlannedExpression {
    /// A function may read any name of the top level.
    fileprivate func reads(anyOf places: Set<Place>) -> Bool {
        switch kind {
        case .variable(let place, _): places.contains(place)
        case .call: true
        default: operands.contains { $0.reads(anyOf: places) }
        }
    }
}
