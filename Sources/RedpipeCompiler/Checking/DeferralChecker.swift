package import RedpipeSyntax

/// Finds every use of a deferred value before its block has run, as far as that does not depend on
/// the run.
///
/// It walks a plan as the executor will, but computes only *when* each value will be there. Both sides
/// of an `if` are walked and joined, loops are walked until nothing changes, functions once for each
/// way of being called. It reports only what is wrong whenever its line is reached; the rest the
/// executor finds while it builds the block.
struct DeferralChecker {
    let plan: Plan
    private(set) var diagnostics: [Diagnostic] = []
    private var reported: Set<SourceSpan> = []
    var environment = Environment()
    /// The header of the outermost block that is open; outside of blocks a reply is there on the next
    /// line.
    var block: SourceSpan?
    private var isMuted = false
    /// The steps of a function are being walked.
    private var isInFunction = false
    private var results: [CallShape: Knowledge] = [:]
    /// The calls whose functions were walked for their reports.
    private var walked: Set<CallShape> = []
    private let globalReads: GlobalReads
    private let stack = StackGauge()
    /// Deeper calls are left to the run, which has the same limit.
    private static let stackLimit = 3 << 20
    /// What the running function has returned so far.
    private var returned: Knowledge?

    struct Environment {
        var globals: [Int: Knowledge] = [:]
        var locals: [Int: Knowledge] = [:]
    }

    private struct CallShape: Hashable {
        let function: Int
        let arguments: [Knowledge]
        let globals: [Int: Knowledge]
    }

    /// How a run of steps ends.
    struct Outcome {
        /// The value of its last statement.
        var value = Knowledge.known
        /// A `return`, `break`, `exit` or `fail` was reached on every way.
        var stops = false
    }

    init(_ plan: Plan) {
        self.plan = plan
        globalReads = GlobalReads(plan)
    }

    mutating func check() -> [Diagnostic] {
        _ = run(plan.steps)
        return diagnostics
    }

    // MARK: Places

    func knowledge(at place: Place) -> Knowledge {
        switch place {
        case .global(let register): environment.globals[register] ?? .known
        case .local(let register): environment.locals[register] ?? .known
        }
    }

    mutating func set(_ place: Place, to knowledge: Knowledge) {
        switch place {
        case .global(let register): environment.globals[register] = knowledge
        case .local(let register): environment.locals[register] = knowledge
        }
    }

    /// All replies are there.
    mutating func settle() {
        environment.globals = [:]
        environment.locals = [:]
    }

    private func joined(_ one: Environment, _ other: Environment) -> Environment {
        Environment(
            globals: joined(one.globals, other.globals),
            locals: joined(one.locals, other.locals)
        )
    }

    private func joined(_ one: [Int: Knowledge], _ other: [Int: Knowledge]) -> [Int: Knowledge] {
        var result = one.mapValues { $0.joined(with: .known) }
        for (register, knowledge) in other {
            result[register] = (one[register] ?? .known).joined(with: knowledge)
        }
        for (register, knowledge) in one where other[register] != nil {
            result[register] = knowledge.joined(with: other[register] ?? .known)
        }
        return result
    }

    // MARK: Reports

    /// A value is needed here and now.
    mutating func demand(_ expression: PlannedExpression, whole: Bool = false) {
        let knowledge = evaluate(expression)
        if case .pending(let origin) = knowledge {
            report(usedEarly(expression, origin))
        } else if whole, let origin = knowledge.origin {
            report(usedEarly(expression, origin))
        }
    }

    mutating func report(_ diagnostic: Diagnostic) {
        guard !isMuted, reported.insert(diagnostic.span).inserted else { return }
        diagnostics.append(diagnostic)
    }

    private func usedEarly(
        _ expression: PlannedExpression,
        _ origin: Knowledge.Origin
    ) -> Diagnostic {
        let culprit = culprit(in: expression)
        var name = origin.name
        if case .variable(_, let itsName) = culprit?.kind { name = itsName }
        return .usedEarly(
            name: name,
            at: culprit?.span ?? expression.span,
            bound: origin.span,
            block: origin.block,
            isInFunction: isInFunction
        )
    }

    /// The first pending name in an expression: the token to point at.
    private func culprit(in expression: PlannedExpression) -> PlannedExpression? {
        if case .variable(let place, _) = expression.kind {
            return knowledge(at: place).origin == nil ? nil : expression
        }
        return expression.operands.lazy.compactMap { self.culprit(in: $0) }.first
    }

    // MARK: Ways through a script

    mutating func runBranches(_ branch: BranchStep) -> Outcome {
        for condition in branch.branches { demand(condition.condition) }
        let before = environment
        var ends: [(Environment, Outcome)] = []
        for steps in branch.branches.map(\.steps) + [branch.otherwise] {
            environment = before
            let outcome = run(steps)
            ends.append((environment, outcome))
        }
        let open = ends.filter { !$0.1.stops }
        guard let first = open.first else { return Outcome(stops: true) }
        environment = open.dropFirst().reduce(first.0) { joined($0, $1.0) }
        let value = open.dropFirst().reduce(first.1.value) { $0.joined(with: $1.1.value) }
        return Outcome(value: value)
    }

    /// Walks a body that may run any number of times: first in silence, to learn what one round
    /// leaves behind for the next, then for its reports.
    mutating func runLoop(_ body: (inout DeferralChecker) -> Knowledge) -> Knowledge {
        let before = environment
        if !isMuted {
            isMuted = true
            _ = body(&self)
            isMuted = false
            environment = joined(before, environment)
        }
        let value = body(&self)
        environment = joined(before, environment)
        return value
    }

    // MARK: Frames

    /// Evaluates what may be delayed, with the values that it takes along.
    mutating func evaluate(_ delayed: DelayedExpression) -> Knowledge {
        inFrame(captured(delayed.captures)) { $0.evaluate(delayed.expression) }
    }

    /// A callback runs when everything queued before it is there.
    mutating func run(_ closure: ClosurePlan) {
        let outerBlock = block
        let outerGlobals = environment.globals
        let wasInFunction = isInFunction
        isInFunction = false
        block = nil
        environment.globals = [:]
        _ = inFrame([:]) { $0.run(closure.steps).value }
        environment.globals = outerGlobals
        isInFunction = wasInFunction
        block = outerBlock
    }

    private func captured(_ captures: [Capture]) -> [Int: Knowledge] {
        var locals: [Int: Knowledge] = [:]
        for capture in captures { locals[capture.register] = knowledge(at: capture.from) }
        return locals
    }

    private mutating func inFrame(
        _ locals: [Int: Knowledge],
        _ body: (inout DeferralChecker) -> Knowledge
    ) -> Knowledge {
        let outer = environment.locals
        environment.locals = locals
        defer { environment.locals = outer }
        return body(&self)
    }

    // MARK: Calls

    /// What a call gives, walking the function as it is called here; its replies wait for the
    /// caller's block, so to its own lines they are never known.
    mutating func call(_ call: FunctionCall, at span: SourceSpan) -> Knowledge {
        let function = plan.functions[call.function]
        var arguments: [Knowledge?] = []
        for argument in call.arguments { arguments.append(argument.map { evaluate($0) }) }
        // What a function without commands hands out as pending was handed in.
        let handedIn = function.queues ? nil : arguments.lazy.compactMap { $0?.origin }.first
        let shape = CallShape(
            function: call.function,
            arguments: arguments.map { ($0 ?? .known).shape },
            globals: shapesOfGlobals(readBy: call.function)
        )
        if let result = results[shape], isMuted || walked.contains(shape) {
            return renamed(result, at: span, keeping: handedIn)
        }
        guard stack.byteCount < Self.stackLimit else { return .maybe }
        results[shape] = .maybe
        if !isMuted { walked.insert(shape) }
        let outer = (block, returned, isInFunction)
        isInFunction = true
        block = block ?? function.span
        returned = nil
        let result = inFrame([:]) { checker in
            checker.bind(arguments, of: function)
            let outcome = checker.run(function.steps)
            return outcome.stops ? checker.returned ?? .known : .known
        }
        (block, returned, isInFunction) = outer
        results[shape] = result
        return renamed(result, at: span, keeping: handedIn)
    }

    private func shapesOfGlobals(readBy function: Int) -> [Int: Knowledge] {
        var shapes: [Int: Knowledge] = [:]
        for register in globalReads.registers[function] {
            guard let knowledge = environment.globals[register], knowledge != .known else {
                continue
            }
            shapes[register] = knowledge.shape
        }
        return shapes
    }

    /// A reply that a call hands up belongs to the place of the call.
    private func renamed(
        _ knowledge: Knowledge,
        at span: SourceSpan,
        keeping origin: Knowledge.Origin?
    ) -> Knowledge {
        switch knowledge {
        case .pending:
            .pending(origin ?? Knowledge.Origin(name: nil, span: span, block: block))
        case .items(let item): .items(renamed(item, at: span, keeping: origin))
        case .known, .maybe: knowledge
        }
    }

    private mutating func bind(_ arguments: [Knowledge?], of function: FunctionPlan) {
        for (register, parameter) in function.parameters.enumerated() {
            let given = arguments[register]
            let value = given ?? parameter.defaultValue.map { evaluate($0) } ?? .known
            set(.local(register), to: value)
        }
    }

    mutating func returnValue(_ knowledge: Knowledge) {
        returned = returned.map { $0.joined(with: knowledge) } ?? knowledge
    }
}

extension Diagnostic {
    /// A deferred value is read before its block has run.
    package static func usedEarly(
        name: String?,
        at span: SourceSpan,
        bound: SourceSpan,
        block: SourceSpan?,
        isInFunction: Bool = false
    ) -> Diagnostic {
        let what = name.map { "`\($0)`" } ?? "this"
        var diagnostic = Diagnostic(
            "E0201",
            "\(what) has no value yet",
            at: span,
            label: isInFunction
                ? "read here, before the block of the caller has run"
                : "read here, inside the block that will fetch it"
        )
        if let block, !isInFunction {
            diagnostic = diagnostic.mark(block, "runs when this block closes")
        }
        if bound != span { diagnostic = diagnostic.mark(bound, "the reply will arrive here") }
        return diagnostic.help(
            isInFunction
                ? "a function hands the deferred out (`return`) or uses it in `then { … }`"
                : "move line %line below the closing `}`, or put it in `then { … }`"
        )
    }
}
