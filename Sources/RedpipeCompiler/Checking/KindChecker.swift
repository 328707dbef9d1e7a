import RedpipeSyntax

/// Finds values that are of a wrong kind, or out of range, whatever the run does.
///
/// These are literals, and what is computed from them. What came through a name is left to the run.
struct KindChecker {
    private(set) var diagnostics: [Diagnostic] = []
    private let hasTypes: Bool
    /// What is looked at is computed whenever its line is reached, and no `try` keeps what fails.
    private var isCertain = true

    static func check(_ plan: Plan) -> [Diagnostic] {
        var checker = KindChecker(hasTypes: !plan.keyspaces.isEmpty || !plan.models.isEmpty)
        checker.visit(plan.steps)
        for parameter in plan.parameters { checker.visit(parameter.defaultValue) }
        for function in plan.functions {
            for parameter in function.parameters { checker.visit(parameter.defaultValue) }
            checker.visit(function.steps)
        }
        return checker.diagnostics
    }

    private init(hasTypes: Bool) {
        self.hasTypes = hasTypes
    }

    private mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    private static let id = Diagnostic.kindFoundBeforeRun
    private static let valueID = Diagnostic.valueFoundBeforeRun

    /// Looks at what may not be computed: its kinds have to fit, its values need not.
    private mutating func uncertain(_ body: (inout KindChecker) -> Void) {
        let outer = isCertain
        isCertain = false
        body(&self)
        isCertain = outer
    }

    // MARK: Steps

    private mutating func visit(_ steps: [Step]) {
        for step in steps { visit(step) }
    }

    private mutating func visit(_ step: Step) {
        switch step {
        case .set(let set): visit(set.value)
        case .bind(let bind) where bind.source.isTried: uncertain { $0.visit(bind.source) }
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
        case .exit(let code, _):
            visit(code)
            if let code { check(exit: code) }
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
        case .command(let command): visit(command)
        case .call(let call), .routedCall(let call, _): visit(call.expression)
        case .pipeline(let pipeline):
            for word in pipeline.transaction?.watched ?? [] { visit(word) }
            visit(pipeline.allSteps)
        }
    }

    /// Beside a typed key a list or a bool may stand, which the key's type says how to store.
    private mutating func visit(_ command: PlannedCommand) {
        let mayBeTyped =
            hasTypes
            && command.words.contains { if case .value = $0 { true } else { false } }
        for word in command.words {
            if mayBeTyped {
                for value in word.expressions { visit(value) }
            } else {
                visit(word)
            }
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
        case .index(let value, let index):
            visit(value)
            visit(index)
            check(value, at: index, expression.span)
        case .conditional(let conditional):
            condition(conditional.condition)
            uncertain {
                $0.visit(conditional.value)
                $0.visit(conditional.otherwise)
            }
        case .comprehension(let comprehension):
            sequence(comprehension.sequence)
            uncertain {
                if let filter = comprehension.condition { $0.condition(filter) }
                $0.visit(comprehension.element)
            }
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
        case nil, .integer, .float, .text, .bytes, .stream, .key: break
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
            return uncertain { $0.condition(right) }
        }
        visit(left)
        if operation == .orElse { return uncertain { $0.visit(right) } }
        visit(right)
        if let first = ValueKind(left), let second = ValueKind(right),
            !operation.takes(first, second)
        {
            report(.mismatch(Self.id, operation, first, second, at: span))
        } else if isCertain, operation.divides, right.isZero {
            report(.divisionByZero(Self.valueID, at: span))
        }
    }

    // MARK: Values

    private mutating func check(exit code: PlannedExpression) {
        if case .integer(let number) = code.kind, !(0...125).contains(number) {
            report(.badExitCode(Self.valueID, at: code.span))
        } else if let kind = ValueKind(code), kind != .integer {
            report(.badExitCode(Self.id, at: code.span))
        }
    }

    /// The form `value[index]`.
    private mutating func check(
        _ value: PlannedExpression,
        at index: PlannedExpression,
        _ span: SourceSpan
    ) {
        if let whole = ValueKind(value), let key = ValueKind(index), !whole.hasItems(at: key) {
            report(.notIndexable(Self.id, whole, key, at: span))
        }
        guard isCertain, case .list(let items) = value.kind, case .integer(let place) = index.kind
        else { return }
        if place >= items.count || place < -items.count {
            report(.outOfRange(Self.valueID, place, items.count, at: index.span))
        }
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

extension BinaryOperator {
    fileprivate var divides: Bool {
        self == .divide || self == .floorDivide || self == .remainder
    }
}

extension PlannedExpression {
    fileprivate var isZero: Bool {
        switch kind {
        case .integer(let number): number == 0
        case .float(let number): number == 0
        default: false
        }
    }
}

extension ValueKind {
    fileprivate func hasItems(at key: ValueKind) -> Bool {
        switch self {
        case .list, .range: key == .integer || key == .range
        case .text, .bytes: key == .range
        case .map: key == .null || key == .boolean || key.isNumber || key.isString
        case .record: key.isString
        case .null, .boolean, .integer, .float, .deferred, .error, .stream, .key: false
        }
    }

    fileprivate func isComparable(with other: ValueKind) -> Bool {
        isNumber && other.isNumber || isString && other.isString || isList && other.isList
            || self == other
    }
}
