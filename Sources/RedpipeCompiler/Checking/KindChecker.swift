import RedpipeSyntax

/// Finds values that are of a wrong kind whatever the run does.
///
/// These are literals, and what is computed from them. What came through a name is left to the run.
struct KindChecker {
    private(set) var diagnostics: [Diagnostic] = []

    static func check(_ plan: Plan) -> [Diagnostic] {
        var checker = KindChecker()
        checker.visit(plan.steps)
        for parameter in plan.parameters { checker.visit(parameter.defaultValue) }
        for function in plan.functions {
            for parameter in function.parameters { checker.visit(parameter.defaultValue) }
            checker.visit(function.steps)
        }
        return checker.diagnostics
    }

    private mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    private static let id = Diagnostic.kindFoundBeforeRun

    // MARK: Steps

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
                condition(branch.condition)
                visit(branch.steps)
            }
            visit(branch.otherwise)
        case .forEach(let loop): visit(loop)
        case .whileTrue(let loop):
            condition(loop.condition)
            visit(loop.steps)
        case .then(let closure, _): visit(closure.steps)
        case .print(let print): for value in print.values { visit(value.expression) }
        case .expect(let expect):
            condition(expect.condition)
            visit(expect.message)
        case .fail(let message, _): visit(message)
        case .exit(let code, _): visit(code)
        case .returnValue(let value, _): visit(value?.expression)
        case .breakLoop, .continueLoop, .sleep, .parameter: break
        }
    }

    private mutating func visit(_ source: PlannedSource) {
        switch source.body {
        case .action(let action): visit(action)
        case .forEach(let loop): visit(loop)
        case .then(let closure): visit(closure.steps)
        case .expression(let expression): visit(expression.expression)
        }
    }

    private mutating func visit(_ action: PlannedAction) {
        switch action {
        case .command(let command): for word in command.words { visit(word) }
        case .call(let call), .routedCall(let call, _): visit(call.expression)
        case .pipeline(let pipeline): visit(pipeline.steps)
        }
    }

    private mutating func visit(_ loop: LoopStep) {
        sequence(loop.sequence)
        visit(loop.steps)
    }

    private mutating func visit(_ word: PlannedWord) {
        switch word {
        case .literal: break
        case .text(let pieces, _):
            for case .hole(let hole) in pieces { argument(hole) }
        case .value(let value): argument(value)
        case .spread(let value):
            visit(value)
            guard let kind = ValueKind(value), !kind.isList, kind != .map else { return }
            report(.notSpreadable(Self.id, kind, at: value.span))
        }
    }

    // MARK: Expressions

    private mutating func visit(_ expression: PlannedExpression?) {
        guard let expression else { return }
        switch expression.kind {
        case .unary(.not, let operand): condition(operand)
        case .unary(.negate, let operand):
            visit(operand)
            guard let kind = ValueKind(operand), !kind.isNumber else { return }
            report(.notNegatable(Self.id, kind, at: operand.span))
        case .binary(let operation, let left, let right, let span):
            visit(operation, left, right, at: span)
        case .conditional(let conditional):
            condition(conditional.condition)
            visit(conditional.value)
            visit(conditional.otherwise)
        case .comprehension(let comprehension):
            sequence(comprehension.sequence)
            if let filter = comprehension.condition { condition(filter) }
            visit(comprehension.element)
        default: for operand in expression.operands { visit(operand) }
        }
    }

    private mutating func condition(_ expression: PlannedExpression) {
        visit(expression)
        guard let kind = ValueKind(expression), kind != .boolean else { return }
        report(.notABool(Self.id, kind, at: expression.span))
    }

    private mutating func sequence(_ expression: PlannedExpression) {
        visit(expression)
        guard let kind = ValueKind(expression), !kind.isList, kind != .map, kind != .stream else {
            return
        }
        report(.notASequence(Self.id, kind, at: expression.span))
    }

    private mutating func argument(_ expression: PlannedExpression) {
        visit(expression)
        switch ValueKind(expression) {
        case nil, .integer, .float, .text, .bytes, .stream: break
        case let kind?: report(.notAnArgument(Self.id, kind, at: expression.span))
        }
    }

    private mutating func visit(
        _ operation: BinaryOperator,
        _ left: PlannedExpression,
        _ right: PlannedExpression,
        at span: SourceSpan
    ) {
        if operation == .and || operation == .or {
            condition(left)
            return condition(right)
        }
        visit(left)
        visit(right)
        guard let first = ValueKind(left), let second = ValueKind(right),
            !operation.takes(first, second)
        else { return }
        report(.mismatch(Self.id, operation, first, second, at: span))
    }
}

extension BinaryOperator {
    /// Whether operands of these kinds can be of use; what only their values decide counts as such.
    fileprivate func takes(_ left: ValueKind, _ right: ValueKind) -> Bool {
        switch self {
        case .or, .and: left == .boolean && right == .boolean
        case .orElse: true
        case .equal, .notEqual:
            left == .null || right == .null || left.isComparable(with: right)
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            left.isNumber && right.isNumber || left.isString && right.isString
        case .contains:
            right.isList || right == .map || left.isString && right.isString
        case .halfOpenRange, .closedRange: left == .integer && right == .integer
        case .add:
            left.isNumber && right.isNumber || left.isString && right.isString
                || left.isList && right.isList
        case .subtract, .multiply, .divide, .floorDivide, .remainder:
            left.isNumber && right.isNumber
        }
    }
}

extension ValueKind {
    fileprivate func isComparable(with other: ValueKind) -> Bool {
        isNumber && other.isNumber || isString && other.isString || isList && other.isList
            || self == other
    }
}
