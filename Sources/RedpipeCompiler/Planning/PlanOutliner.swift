import RedpipeSyntax

/// Walks a plan as a run would, and counts instead of sending.
struct PlanOutliner {
    private static let shownCommands = 3
    /// More calls than this are not counted one by one.
    private static let maximumCalls = 10_000
    private static let stackLimit = 3 << 20

    private let plan: Plan
    private var trips: [PlanOutline.Trip] = []
    private var open: PlanOutline.Trip?
    private var connection = "default"
    /// How often the lines that are being walked run.
    private var times = CountRange.exactly(1)
    /// The functions that are being walked.
    private var openCalls: Set<Int> = []
    private var callCount = 0
    private let stack = StackGauge()

    init(_ plan: Plan) {
        self.plan = plan
    }

    mutating func outline() -> [PlanOutline.Trip] {
        walk(plan.steps)
        return trips
    }

    // MARK: Steps

    private mutating func walk(_ steps: [Step]) {
        let outer = times
        for step in steps {
            walk(step)
            // What stands behind a possible `return` or `break` may not run.
            if step.mayLeave { times = CountRange(lower: 0, upper: times.upper) }
        }
        times = outer
    }

    private mutating func walk(_ step: Step) {
        switch step {
        case .bind(let bind):
            inTrip(bind.source.header, batchSize: bind.source.batchSize) { $0.walk(bind.source) }
        case .act(let act):
            inTrip(act.action.span, batchSize: act.action.batchSize) { $0.walk(act.action) }
        case .branch(let branch): walk(branch)
        case .forEach(let loop): repeated(loop.sequence.itemCount) { $0.walk(loop.steps) }
        case .whileTrue(let loop): repeated(.unknown) { $0.walk(loop.steps) }
        case .then(let closure, _): walk(closure)
        case .print(let print):
            inTrip(print.span) { outliner in
                for value in print.values { outliner.walk(value.expression) }
            }
        case .returnValue(let value?, _): walk(value.expression)
        case .set, .breakLoop, .continueLoop, .sleep, .expect, .fail, .exit, .returnValue,
            .parameter:
            break
        }
    }

    private mutating func walk(_ source: PlannedSource) {
        switch source.body {
        case .action(let action): walk(action)
        case .forEach(let loop): repeated(loop.sequence.itemCount) { $0.walk(loop.steps) }
        case .then(let closure): walk(closure)
        case .expression(let expression): walk(expression.expression)
        }
    }

    private mutating func walk(_ action: PlannedAction) {
        switch action {
        case .command(let command): count(command)
        case .call(let call): walk(call.expression)
        case .routedCall(let call, let connection):
            on(connection) { $0.walk(call.expression) }
        case .pipeline(let pipeline):
            on(pipeline.connection) { $0.walk(pipeline.allSteps) }
        }
    }

    /// What the sides of an `if` have in common is certain; the rest only the run decides.
    private mutating func walk(_ branch: BranchStep) {
        let outer = times
        times = CountRange(lower: 0, upper: outer.upper)
        for steps in branch.branches.map(\.steps) + [branch.otherwise] { walk(steps) }
        times = outer
    }

    /// Commands of a callback are sent one by one, after the block.
    private mutating func walk(_ closure: ClosurePlan) {
        let outer = open
        open = nil
        let before = trips.count
        walk(closure.steps)
        let later = trips[before...]
        trips.removeSubrange(before...)
        open = outer
        postponed += later
        if outer == nil { flushPostponed() }
    }

    private var postponed: [PlanOutline.Trip] = []

    private mutating func flushPostponed() {
        trips += postponed
        postponed = []
    }

    // MARK: Expressions

    private mutating func walk(_ expression: PlannedExpression) {
        guard expression.queues else { return }
        if case .comprehension(let comprehension) = expression.kind {
            walk(comprehension.sequence)
            let count = comprehension.sequence.itemCount
            let rounds =
                comprehension.condition == nil ? count : CountRange(lower: 0, upper: count.upper)
            repeated(rounds) { $0.walk(comprehension.element) }
            return
        }
        for operand in expression.operands { walk(operand) }
        switch expression.kind {
        case .call(let call): walk(call)
        case .modelCall(let call):
            let own = plan.models[call.model].connection
            count(times * .atLeastOne, shown: expression.span, on: own ?? connection)
        case .method(let method):
            let isCommand = method.layout != nil
            let commands = isCommand ? CountRange.exactly(1) : .atLeastOne
            count(times * commands, shown: expression.span, on: method.connection ?? connection)
        default: break
        }
    }

    /// Of a recursion only the run knows how deep it goes.
    private mutating func walk(_ call: FunctionCall) {
        callCount += 1
        let isCounted = callCount < Self.maximumCalls && stack.byteCount < Self.stackLimit
        guard isCounted, openCalls.insert(call.function).inserted else {
            return count(.unknown, shown: nil, on: connection)
        }
        on(nil) { $0.walk($0.plan.functions[call.function].steps) }
        openCalls.remove(call.function)
    }

    // MARK: Counting

    private mutating func inTrip(
        _ span: SourceSpan,
        batchSize: Int? = nil,
        _ body: (inout PlanOutliner) -> Void
    ) {
        guard open == nil else { return body(&self) }
        open = PlanOutline.Trip(span: span, times: times, batchSize: batchSize)
        let outer = times
        times = .exactly(1)
        body(&self)
        times = outer
        if let trip = open, !trip.lanes.isEmpty { trips.append(trip) }
        open = nil
        flushPostponed()
    }

    private mutating func repeated(_ count: CountRange, _ body: (inout PlanOutliner) -> Void) {
        let outer = times
        times = outer * count
        body(&self)
        times = outer
    }

    private mutating func on(_ name: String?, _ body: (inout PlanOutliner) -> Void) {
        let outer = connection
        if let name { connection = name }
        body(&self)
        connection = outer
    }

    private mutating func count(_ command: PlannedCommand) {
        count(times, shown: command.span, on: command.connection ?? connection)
    }

    private mutating func count(_ count: CountRange, shown: SourceSpan?, on name: String) {
        guard var trip = open else { return }
        let index =
            trip.lanes.firstIndex { $0.connection == name }
            ?? {
                trip.lanes.append(PlanOutline.Lane(connection: name))
                return trip.lanes.count - 1
            }()
        trip.lanes[index].commandCount = trip.lanes[index].commandCount + count
        if let shown, trip.lanes[index].firstCommands.count < Self.shownCommands {
            trip.lanes[index].firstCommands.append(shown)
        }
        open = trip
    }
}

extension PlannedSource {
    fileprivate var batchSize: Int? {
        if case .action(let action) = body { action.batchSize } else { nil }
    }
}

extension PlannedAction {
    fileprivate var batchSize: Int? {
        if case .pipeline(let pipeline) = self { pipeline.batchSize } else { nil }
    }
}

extension Step {
    /// It may end the steps around it.
    fileprivate var mayLeave: Bool {
        switch self {
        case .breakLoop, .continueLoop, .returnValue, .exit, .fail: true
        case .branch(let branch):
            (branch.branches.map(\.steps) + [branch.otherwise]).contains { steps in
                steps.contains(where: \.mayLeave)
            }
        case .forEach(let loop): loop.steps.contains(where: \.mayReturn)
        case .whileTrue(let loop): loop.steps.contains(where: \.mayReturn)
        case .set, .bind, .act, .then, .sleep, .print, .expect, .parameter: false
        }
    }

    /// It may end the function or the script around it.
    private var mayReturn: Bool {
        switch self {
        case .breakLoop, .continueLoop: false
        case .branch(let branch):
            (branch.branches.map(\.steps) + [branch.otherwise]).contains { steps in
                steps.contains(where: \.mayReturn)
            }
        default: mayLeave
        }
    }
}

extension PlannedExpression {
    /// How many items a sequence has, if its text says so.
    fileprivate var itemCount: CountRange {
        switch kind {
        case .list(let items): return .exactly(items.count)
        case .map(let entries): return .exactly(entries.count)
        case .binary(let operation, let left, let right, _):
            guard case .integer(let lower) = left.kind, case .integer(let upper) = right.kind else {
                return .unknown
            }
            let (distance, overflow) = upper.subtractingReportingOverflow(lower)
            let extra: Int64 = operation == .closedRange ? 1 : 0
            guard operation == .closedRange || operation == .halfOpenRange, !overflow,
                distance < Int64.max
            else { return .unknown }
            return .exactly(Int(max(0, distance + extra)))
        case .comprehension(let comprehension) where comprehension.condition == nil:
            return comprehension.sequence.itemCount
        default: return .unknown
        }
    }
}
