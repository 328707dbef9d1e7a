import RedpipeSyntax

extension Resolver {
    mutating func resolveSteps(_ statements: [Statement]) -> [Step] {
        var steps: [Step] = []
        var hasSteps = false
        var end: Step?
        for statement in statements {
            if case .quiet(let span) = statement {
                resolveQuiet(at: span, isFirst: !hasSteps)
                continue
            }
            hasSteps = true
            guard let step = resolveStep(statement) else { continue }
            if let end { idleLines.append(.unreachable(statement, behind: end).asWarning) }
            steps.append(step)
            end = step.endsItsLines ? step : nil
        }
        return steps
    }

    private mutating func resolveQuiet(at span: SourceSpan, isFirst: Bool) {
        guard isFirst, surroundings.blockDepth == 0, !surroundings.isInFunction else {
            return report(.misplaced("quiet", "before the first statement of a script", at: span))
        }
        plan.isQuiet = true
    }

    private mutating func resolveStep(_ statement: Statement) -> Step? {
        switch statement {
        case .connect(let connect): return declaration("connect", at: connect.span)
        case .function(let function): return declaration("def", at: function.span)
        case .keyspace(let keyspace): return declaration("keyspace", at: keyspace.span)
        case .model(let model): return declaration("model", at: model.span)
        case .read(let read): return resolve(read)
        case .include(let include): return resolve(include)
        case .quiet: return nil
        case .parameter(let parameter): return resolve(parameter)
        case .binding(let binding): return resolve(binding)
        case .assignment(let assignment): return resolve(assignment)
        case .action(let action): return resolve(action)
        case .conditional(let conditional): return resolve(conditional)
        case .forLoop(let loop): return .forEach(resolve(loop))
        case .whileLoop(let loop): return resolve(loop)
        case .then(let then): return resolve(then)
        case .breakLoop(let span): return resolveJump(.breakLoop, "break", at: span)
        case .continueLoop(let span): return resolveJump(.continueLoop, "continue", at: span)
        case .sleep(let sleep): return resolve(sleep)
        case .print(let print): return resolve(print)
        case .expect(let expect): return resolve(expect)
        case .fail(let fail): return .fail(resolveKnown(fail.message), fail.span)
        case .exit(let exit): return resolve(exit)
        case .returnValue(let result): return resolve(result)
        }
    }

    // MARK: Declarations

    /// Declarations were collected before; here only their place is checked.
    private mutating func declaration(_ keyword: String, at span: SourceSpan) -> Step? {
        if surroundings.blockDepth > 0 || surroundings.isInFunction {
            report(.misplaced(keyword, "at the top level of a script", at: span))
        }
        return nil
    }

    private mutating func resolve(_ include: IncludeStatement) -> Step? {
        declaration("include", at: include.span)
    }

    private mutating func resolve(_ parameter: ParameterStatement) -> Step? {
        guard surroundings.blockDepth == 0, !surroundings.isInFunction else {
            return declaration("param", at: parameter.span)
        }
        let value = parameter.defaultValue.map { resolveKnown($0) }
        if let last = plan.parameters.last, last.isRest {
            report(.parameterAfterRest(parameter.name, last))
        }
        if let first = plan.parameters.first(where: { $0.name == parameter.name.name }) {
            report(.duplicate("parameter", first.name, at: parameter.name.span, first.span))
            return nil
        }
        let variable = declare(parameter.name, .parameter)
        guard case .global(let register) = variable.place else { return nil }
        plan.parameters.append(
            ScriptParameter(
                name: parameter.name.name,
                register: register,
                defaultValue: value,
                isRest: parameter.isRest,
                span: parameter.span
            )
        )
        return .parameter(index: plan.parameters.count - 1)
    }

    // MARK: Bindings

    private mutating func resolve(_ binding: BindingStatement) -> Step {
        switch binding.value {
        case .known(let expression):
            let value = resolveKnown(expression, suggesting: binding.name.name)
            let variable = declare(binding.name, .binding)
            noteBinding(binding.name, at: variable.place)
            note(staticType(of: value), of: binding.name.name, at: variable.place)
            return .set(
                SetStep(
                    place: variable.place,
                    name: binding.name.name,
                    value: value,
                    span: binding.span
                )
            )
        case .deferred(let source):
            bindingName = binding.name.name
            let source = resolve(source)
            bindingName = nil
            let variable = declare(binding.name, .binding)
            note(staticType(of: source), of: binding.name.name, at: variable.place)
            return .bind(BindStep(place: variable.place, name: binding.name, source: source))
        }
    }

    /// Binds a name in the innermost scope, with a warning if another is lost or hidden by it.
    private mutating func declare(_ name: Identifier, _ kind: Variable.Kind) -> Variable {
        if let same = frame.variableInInnermostScope(name.name) {
            // What an earlier line of a session bound is meant to be bound anew.
            if same.span != nil { report(.boundTwice(name, same.span).asWarning) }
        } else if let outer = frame.ownVariable(name.name) {
            report(.hides(name, outer.span).asWarning)
        }
        return frame.declare(name.name, kind, at: name.span)
    }

    private mutating func resolve(_ assignment: AssignmentStatement) -> Step? {
        guard isInScope(assignment.name.name) else { return resolveAsCommand(assignment) }
        guard let variable = frame.ownVariable(assignment.name.name) else {
            report(.assignsOuterName(assignment.name, isInThen: surroundings.isInThen))
            return nil
        }
        do {
            let value = resolveKnown(try assignment.value.get())
            return .set(
                SetStep(
                    place: variable.place,
                    name: assignment.name.name,
                    value: value,
                    span: assignment.span
                )
            )
        } catch {
            report(error)
            return nil
        }
    }

    private mutating func resolveAsCommand(_ assignment: AssignmentStatement) -> Step? {
        do {
            let command = try assignment.command.get()
            return resolve(ActionStatement(tryWord: nil, action: .command(command)))
        } catch {
            report(error)
            return nil
        }
    }

    // MARK: Control

    /// Resolves the statements between braces, in a scope of their own.
    mutating func resolveBody(_ block: Block) -> [Step] {
        inScope { resolver in resolver.resolveInnerSteps(block) }
    }

    mutating func resolveInnerSteps(_ block: Block) -> [Step] {
        surroundings.blockDepth += 1
        defer { surroundings.blockDepth -= 1 }
        return resolveSteps(block.statements)
    }

    private mutating func resolve(_ conditional: IfStatement) -> Step {
        let branches = conditional.branches.map { branch in
            BranchStep.Branch(
                condition: resolveKnown(branch.condition),
                steps: resolveBody(branch.body)
            )
        }
        let otherwise = conditional.otherwise.map { resolveBody($0) } ?? []
        return .branch(BranchStep(branches: branches, otherwise: otherwise))
    }

    mutating func resolve(_ loop: ForStatement) -> LoopStep {
        let sequence = resolveKnown(loop.sequence)
        return inScope { resolver in
            let places = loop.names.map {
                resolver.frame.declare($0.name, .loop, at: $0.span).place
            }
            let steps = resolver.resolveLoopBody(loop.body)
            return LoopStep(places: places, sequence: sequence, steps: steps, span: loop.span)
        }
    }

    private mutating func resolve(_ loop: WhileStatement) -> Step {
        let condition = resolveKnown(loop.condition)
        let steps = inScope { resolver in resolver.resolveLoopBody(loop.body) }
        return .whileTrue(WhileStep(condition: condition, steps: steps))
    }

    private mutating func resolveLoopBody(_ block: Block) -> [Step] {
        let outer = surroundings.isInLoop
        surroundings.isInLoop = true
        defer { surroundings.isInLoop = outer }
        return resolveInnerSteps(block)
    }

    private mutating func resolveJump(
        _ step: Step,
        _ keyword: String,
        at span: SourceSpan
    ) -> Step {
        if !surroundings.isInLoop {
            report(.misplaced(keyword, "inside a loop, and not out of a `then`", at: span))
        }
        return step
    }

    private mutating func resolve(_ then: ThenStatement) -> Step {
        .then(resolveClosure(then), then.span)
    }

    mutating func resolveClosure(_ then: ThenStatement) -> ClosurePlan {
        let outer = surroundings
        defer { surroundings = outer }
        surroundings.isInThen = true
        surroundings.pipelineDepth = 0
        surroundings.transaction = nil
        surroundings.isInLoop = false
        let (steps, captures, registerCount) = inCallback { resolver in
            resolver.resolveInnerSteps(then.body)
        }
        return ClosurePlan(captures: captures, steps: steps, registerCount: registerCount)
    }

    // MARK: Small statements

    private mutating func resolve(_ sleep: SleepStatement) -> Step {
        requireTopLevelFlow("sleep", at: sleep.span)
        return .sleep(sleep.duration, sleep.span)
    }

    private mutating func resolve(_ exit: ExitStatement) -> Step {
        requireTopLevelFlow("exit", at: exit.span)
        return .exit(exit.code.map { resolveKnown($0) }, exit.span)
    }

    /// `exit` and `sleep` would have to interrupt a block that is half built.
    private mutating func requireTopLevelFlow(_ keyword: String, at span: SourceSpan) {
        let place = "at the top level and in its `for`, `while` and `if`"
        if surroundings.isInFunction || surroundings.isInThen || surroundings.pipelineDepth > 0 {
            report(.misplaced(keyword, place, at: span))
        }
    }

    private mutating func resolve(_ print: PrintStatement) -> Step {
        .print(
            PrintStep(values: print.values.map { resolveDelayed($0) }, span: print.span)
        )
    }

    private mutating func resolve(_ expect: ExpectStatement) -> Step {
        .expect(
            ExpectStep(
                condition: resolveKnown(expect.condition),
                message: expect.message.map { resolveKnown($0) },
                span: expect.span
            )
        )
    }

    private mutating func resolve(_ result: ReturnStatement) -> Step {
        if !surroundings.isInFunction || surroundings.isInThen {
            report(.misplaced("return", "in a `def`, and not in a `then`", at: result.span))
        }
        return .returnValue(result.value.map { resolveDelayed($0) }, result.span)
    }
}

extension Step {
    /// Whatever happens, the next line does not run.
    fileprivate var endsItsLines: Bool {
        switch self {
        case .returnValue, .breakLoop, .continueLoop, .fail, .exit: true
        case .branch(let branch):
            (branch.branches.map(\.steps) + [branch.otherwise]).allSatisfy { steps in
                steps.last?.endsItsLines ?? false
            }
        default: false
        }
    }

    fileprivate var word: String {
        switch self {
        case .returnValue: "`return`"
        case .breakLoop: "`break`"
        case .continueLoop: "`continue`"
        case .fail: "`fail`"
        case .exit: "`exit`"
        default: "`if`"
        }
    }
}

extension Diagnostic {
    fileprivate static func unreachable(_ statement: Statement, behind step: Step) -> Diagnostic {
        Diagnostic("E0214", "this line never runs", at: statement.span)
            .note("the \(step.word) before it always leaves these lines")
    }

    static func misplaced(
        _ keyword: String,
        _ place: String,
        at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic("E0207", "`\(keyword)` cannot stand here", at: span)
            .help("it stands \(place)")
    }

    fileprivate static func parameterAfterRest(
        _ name: Identifier,
        _ rest: ScriptParameter
    ) -> Diagnostic {
        Diagnostic(
            "E0207",
            "`\(rest.name)...` takes all remaining arguments, so it comes last",
            at: name.span
        ).mark(rest.span, "declared here")
    }

    fileprivate static func boundTwice(_ name: Identifier, _ span: SourceSpan?) -> Diagnostic {
        Diagnostic("E0210", "`\(name.name)` is bound a second time in one scope", at: name.span)
            .mark(span, "first bound here")
            .help("`\(name.name) = …` assigns the name that is there")
    }

    fileprivate static func hides(_ name: Identifier, _ span: SourceSpan?) -> Diagnostic {
        Diagnostic("E0210", "`\(name.name)` hides a name of an outer scope", at: name.span)
            .mark(span, "the outer one is bound here")
            .help("`\(name.name) = …` assigns the outer name")
    }

    fileprivate static func assignsOuterName(_ name: Identifier, isInThen: Bool) -> Diagnostic {
        let body = isInThen ? "`then`" : "function"
        return Diagnostic(
            "E0209",
            "`\(name.name)` belongs to the code around this \(body)",
            at: name.span
        ).help(
            isInThen
                ? "a callback hands out its value: `let x <- then { … }`"
                : "a function hands out its value: `return …`"
        )
    }
}
