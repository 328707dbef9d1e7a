import RedpipeSyntax

/// Takes the queueing calls out of an expression: each becomes a step of its own, in the order of
/// evaluation, and leaves a register in its place.
struct QueueingPlanner {
    private let frame: FrameScope
    private var steps: [QueueingStep] = []

    private init(_ frame: FrameScope) {
        self.frame = frame
    }

    static func plan(_ expression: PlannedExpression, in frame: FrameScope) -> QueueingSequence {
        var planner = QueueingPlanner(frame)
        let result = planner.takeOut(of: expression)
        return QueueingSequence(steps: planner.steps, result: result)
    }

    private mutating func takeOut(of expression: PlannedExpression) -> PlannedExpression {
        guard expression.queues else { return expression }
        switch expression.kind {
        case .call(let call):
            var arguments: [PlannedExpression?] = []
            for argument in call.arguments { arguments.append(argument.map { takeOut(of: $0) }) }
            let inner = FunctionCall(function: call.function, arguments: arguments)
            return step(.call(inner), for: expression)
        case .modelCall(let call):
            let inner = PlannedModelCall(
                model: call.model,
                id: takeOut(of: call.id),
                fields: takeOut(of: call.fields),
                mode: call.mode
            )
            return step(.model(inner), for: expression)
        case .method(let method):
            let receiver = takeOut(of: method.receiver)
            let inner = PlannedMethod(
                receiver: receiver,
                name: method.name,
                arguments: method.arguments.map { takeOut(of: $0) },
                named: takeOut(of: method.named),
                layout: method.layout,
                connection: method.connection
            )
            return step(.method(inner), for: expression)
        case .conditional(let conditional):
            let condition = takeOut(of: conditional.condition)
            return choice(condition, conditional.value, conditional.otherwise, for: expression)
        case .binary(let operation, let left, let right, let span) where operation.mayStopEarly:
            return takeOut(of: expression, operation, left, right, at: span)
        case .comprehension(let comprehension):
            return takeOut(of: expression, comprehension)
        default:
            return expression.mapOperands { self.takeOut(of: $0) }
        }
    }

    private mutating func takeOut(of values: [NamedValue]) -> [NamedValue] {
        values.map { NamedValue(name: $0.name, value: takeOut(of: $0.value)) }
    }

    private func nested(_ expression: PlannedExpression) -> QueueingSequence {
        Self.plan(expression, in: frame)
    }

    private mutating func choice(
        _ condition: PlannedExpression,
        _ value: PlannedExpression,
        _ otherwise: PlannedExpression,
        for expression: PlannedExpression
    ) -> PlannedExpression {
        guard value.queues || otherwise.queues else {
            return expression.with(
                .conditional(
                    PlannedConditional(condition: condition, value: value, otherwise: otherwise)
                )
            )
        }
        return step(.conditional(condition, nested(value), nested(otherwise)), for: expression)
    }

    /// `a and f()`, `a or f()`, `a ?? f()` queue only if the left side leaves it open.
    private mutating func takeOut(
        of expression: PlannedExpression,
        _ operation: BinaryOperator,
        _ left: PlannedExpression,
        _ right: PlannedExpression,
        at span: SourceSpan
    ) -> PlannedExpression {
        let first = takeOut(of: left)
        guard right.queues else { return expression.with(.binary(operation, first, right, span)) }
        switch operation {
        case .and: return choice(first, right, first.with(.boolean(false)), for: expression)
        case .or: return choice(first, first.with(.boolean(true)), right, for: expression)
        default:
            let isNull = first.with(.binary(.equal, first, first.with(.null), first.span))
            return choice(isNull, right, first, for: expression)
        }
    }

    private mutating func takeOut(
        of expression: PlannedExpression,
        _ comprehension: PlannedComprehension
    ) -> PlannedExpression {
        let sequence = takeOut(of: comprehension.sequence)
        guard comprehension.element.queues else {
            return expression.mapOperands { $0.span == sequence.span ? sequence : $0 }
        }
        let loop = QueueingLoop(
            places: comprehension.places,
            sequence: sequence,
            condition: comprehension.condition,
            element: nested(comprehension.element)
        )
        return step(.comprehension(loop), for: expression)
    }

    private mutating func step(
        _ kind: QueueingStep.Kind,
        for expression: PlannedExpression
    ) -> PlannedExpression {
        guard case .local(let register) = frame.newPlace() else {
            preconditionFailure("an expression that queues runs in a frame of its own")
        }
        steps.append(QueueingStep(register: register, kind: kind, span: expression.span))
        return expression.with(.variable(.local(register), name: ""))
    }
}

extension BinaryOperator {
    /// The right operand is computed only if the left one leaves it open.
    fileprivate var mayStopEarly: Bool {
        self == .and || self == .or || self == .orElse
    }
}

extension PlannedExpression {
    /// The same place with another meaning, which queues nothing.
    fileprivate func with(_ kind: Kind) -> PlannedExpression {
        PlannedExpression(kind, at: span, calls: [])
    }

    /// The same operation on other operands.
    fileprivate func mapOperands(
        _ transform: (PlannedExpression) -> PlannedExpression
    ) -> PlannedExpression {
        with(kind.mapOperands(transform))
    }
}

extension PlannedExpression.Kind {
    fileprivate func mapOperands(
        _ transform: (PlannedExpression) -> PlannedExpression
    ) -> PlannedExpression.Kind {
        switch self {
        case .interpolation(let pieces):
            .interpolation(
                pieces.map { if case .hole(let hole) = $0 { .hole(transform(hole)) } else { $0 } }
            )
        case .list(let items): .list(items.map(transform))
        case .map(let entries):
            .map(
                entries.map {
                    PlannedEntry(key: transform($0.key), value: transform($0.value))
                }
            )
        case .library(let function, let arguments): .library(function, arguments.map(transform))
        case .index(let value, let index): .index(transform(value), transform(index))
        case .member(let value, let field): .member(transform(value), field)
        case .unary(let operation, let operand): .unary(operation, transform(operand))
        case .binary(let operation, let left, let right, let span):
            .binary(operation, transform(left), transform(right), span)
        case .comprehension(let comprehension):
            .comprehension(
                PlannedComprehension(
                    element: comprehension.element,
                    places: comprehension.places,
                    sequence: transform(comprehension.sequence),
                    condition: comprehension.condition
                )
            )
        case .typedKey(let keyspace, let id): .typedKey(keyspace: keyspace, transform(id))
        case .record(let model, let id): .record(model: model, transform(id))
        case .null, .boolean, .integer, .float, .text, .bytes, .variable, .call, .conditional,
            .scan, .modelCall, .method:
            self
        }
    }
}
