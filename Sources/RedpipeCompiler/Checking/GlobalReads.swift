/// Which names of the top level each function reads, itself or through those that it calls.
///
/// What a call gives depends on these and on no others, so calls can be told apart by few of them.
struct GlobalReads {
    /// By function: registers of the top level.
    private(set) var registers: [Set<Int>]
    private var callers: [Int: Set<Int>] = [:]
    private var current = 0

    init(_ plan: Plan) {
        registers = Array(repeating: [], count: plan.functions.count)
        for (index, function) in plan.functions.enumerated() {
            current = index
            for parameter in function.parameters { visit(parameter.defaultValue) }
            visit(function.steps)
        }
        spread()
    }

    /// Hands what a function reads to its callers, until nobody learns anything new.
    private mutating func spread() {
        var due = registers.indices.filter { !registers[$0].isEmpty }
        while let function = due.popLast() {
            for caller in callers[function] ?? []
            where !registers[function].isSubset(of: registers[caller]) {
                registers[caller].formUnion(registers[function])
                due.append(caller)
            }
        }
    }

    private mutating func note(_ place: Place) {
        if case .global(let register) = place { registers[current].insert(register) }
    }

    // MARK: The walk

    private mutating func visit(_ steps: [Step]) {
        for step in steps { visit(step) }
    }

    private mutating func visit(_ step: Step) {
        switch step {
        case .set(let set): visit(set.value)
        case .bind(let bind): visit(bind.source)
        case .act(let act): visit(act.action)
        case .branch(let branch):
            for branch in branch.branches {
                visit(branch.condition)
                visit(branch.steps)
            }
            visit(branch.otherwise)
        case .forEach(let loop): visit(loop)
        case .whileTrue(let loop):
            visit(loop.condition)
            visit(loop.steps)
        case .then(let closure, _): visit(closure)
        case .print(let print): for value in print.values { visit(value) }
        case .expect(let expect):
            visit(expect.condition)
            visit(expect.message)
        case .fail(let message, _): visit(message)
        case .exit(let code, _): visit(code)
        case .returnValue(let value, _): if let value { visit(value) }
        case .breakLoop, .continueLoop, .sleep, .parameter: break
        }
    }

    private mutating func visit(_ source: PlannedSource) {
        switch source.body {
        case .action(let action): visit(action)
        case .forEach(let loop): visit(loop)
        case .then(let closure): visit(closure)
        case .expression(let expression): visit(expression)
        }
    }

    private mutating func visit(_ action: PlannedAction) {
        switch action {
        case .command(let command):
            for word in command.words { for value in word.expressions { visit(value) } }
        case .call(let call), .routedCall(let call, _): visit(call)
        case .pipeline(let pipeline): visit(pipeline.steps)
        }
    }

    private mutating func visit(_ loop: LoopStep) {
        visit(loop.sequence)
        visit(loop.steps)
    }

    private mutating func visit(_ closure: ClosurePlan) {
        for capture in closure.captures { note(capture.from) }
        visit(closure.steps)
    }

    private mutating func visit(_ delayed: DelayedExpression) {
        for capture in delayed.captures { note(capture.from) }
        visit(delayed.expression)
    }

    private mutating func visit(_ expression: PlannedExpression?) {
        guard let expression else { return }
        switch expression.kind {
        case .variable(let place, _): note(place)
        case .call(let call): callers[call.function, default: []].insert(current)
        default: break
        }
        for operand in expression.operands { visit(operand) }
    }
}

extension PlannedWord {
    /// The expressions in a word.
    var expressions: [PlannedExpression] {
        switch self {
        case .literal: []
        case .value(let value), .spread(let value): [value]
        case .text(let pieces, _):
            pieces.compactMap { if case .hole(let hole) = $0 { hole } else { nil } }
        }
    }
}
