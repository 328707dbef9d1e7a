package import RedpipeSyntax

extension DeferralChecker {
    /// When the value of an expression is there.
    ///
    /// A value that waits makes what is computed from it wait; only who needs it now reports.
    mutating func evaluate(_ expression: PlannedExpression) -> Knowledge {
        switch expression.kind {
        case .null, .boolean, .integer, .float, .text, .bytes: return .known
        case .variable(let place, _): return knowledge(at: place)
        case .list(let items): return literal(of: items)
        case .map(let entries):
            return literal(of: entries.map(\.key) + entries.map(\.value))
        case .call(let call): return self.call(call, at: expression.span)
        case .library(let function, let arguments): return evaluate(function, arguments)
        case .index(let value, let index): return evaluateItem(of: value, at: index)
        case .member(let value, let field):
            let knowledge = evaluate(value)
            // Of a key or a record these are known at once, whatever it waits for.
            let isAtOnce = TypedProperty(rawValue: field.name.name)?.isKnownAtOnce == true
            if isAtOnce, case .items = knowledge { return .maybe }
            return knowledge.item
        case .typedKey(_, let id), .record(_, let id):
            demand(id)
            return .known
        case .modelCall(let call):
            demand(call.id)
            for field in call.fields { demand(field.value, whole: true) }
            return .items(pending(at: expression.span))
        case .method(let method): return evaluate(method, at: expression.span)
        case .binary(let operation, let left, let right, let span):
            return evaluate(operation, left, right, at: span)
        case .conditional(let conditional): return evaluate(conditional, at: expression.span)
        case .comprehension(let comprehension): return evaluate(comprehension)
        case .interpolation, .unary, .scan: return computed(from: expression.operands)
        }
    }

    /// A method queues, so its arguments are needed; its receiver must be there, but not its fields.
    private mutating func evaluate(
        _ method: PlannedMethod,
        at span: SourceSpan
    ) -> Knowledge {
        demand(method.receiver)
        for argument in method.arguments { demand(argument, whole: true) }
        for argument in method.named { demand(argument.value, whole: true) }
        guard method.layout == nil, let record = RecordMethod(rawValue: method.name.name) else {
            return pending(at: span)
        }
        let result = pending(at: span)
        guard record.givesRecord else { return result }
        if case .variable(let place, _) = method.receiver.kind { set(place, to: .items(result)) }
        return .items(result)
    }

    private mutating func computed(from operands: [PlannedExpression]) -> Knowledge {
        var values: [Knowledge] = []
        for operand in operands { values.append(evaluate(operand)) }
        return .computed(from: values)
    }

    /// A literal is there at once, with items that may not be.
    private mutating func literal(of items: [PlannedExpression]) -> Knowledge {
        var item: Knowledge?
        for value in items {
            let knowledge = evaluate(value)
            item = item.map { $0.joined(with: knowledge) } ?? knowledge
        }
        guard let item, item != .known else { return .known }
        return .list(of: item)
    }

    private mutating func evaluate(
        _ function: LibraryFunction,
        _ arguments: [PlannedExpression]
    ) -> Knowledge {
        guard function.leavesItemsAlone, let first = arguments.first else {
            return computed(from: arguments)
        }
        let value = evaluate(first)
        for other in arguments.dropFirst() { _ = evaluate(other) }
        if case .items = value, function == .len { return .known }
        return value
    }

    private mutating func evaluateItem(
        of value: PlannedExpression,
        at index: PlannedExpression
    ) -> Knowledge {
        let index = evaluate(index)
        if case .pending = index { return index }
        return evaluate(value).item
    }

    private mutating func evaluate(
        _ operation: BinaryOperator,
        _ left: PlannedExpression,
        _ right: PlannedExpression,
        at span: SourceSpan
    ) -> Knowledge {
        let first = evaluate(left)
        let decides = operation == .or || operation == .and || operation == .orElse
        if decides, right.queues, case .pending = first {
            report(.queuesOnDeferred(at: right.span))
        }
        let second = evaluate(right)
        if operation == .add, case .items(let one) = first {
            return .items(one.joined(with: second.item))
        }
        if operation == .add, case .items(let other) = second {
            return .items(other.joined(with: first.item))
        }
        return .computed(from: [first, second])
    }

    private mutating func evaluate(
        _ conditional: PlannedConditional,
        at span: SourceSpan
    ) -> Knowledge {
        let condition = evaluate(conditional.condition)
        let value = evaluate(conditional.value)
        let otherwise = evaluate(conditional.otherwise)
        guard case .pending = condition else { return value.joined(with: otherwise) }
        if conditional.value.queues || conditional.otherwise.queues {
            report(.queuesOnDeferred(at: span))
        }
        return condition
    }

    private mutating func evaluate(_ comprehension: PlannedComprehension) -> Knowledge {
        let sequence = evaluate(comprehension.sequence)
        var item = sequence.item
        // What is wrong is that it queues, not what it does with the items.
        if case .pending = sequence, comprehension.element.queues { item = .known }
        for place in comprehension.places { set(place, to: item) }
        let condition = comprehension.condition.map { evaluate($0) } ?? .known
        let element = evaluate(comprehension.element)
        for decisive in [sequence, condition] {
            guard case .pending = decisive else { continue }
            if comprehension.element.queues {
                report(.queuesOnDeferred(at: comprehension.element.span))
            }
            return decisive
        }
        return element == .known ? .known : .list(of: element)
    }
}

extension Diagnostic {
    /// Whether commands are queued cannot depend on a reply of the same block.
    package static func queuesOnDeferred(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "E0206",
            "whether this queues commands depends on a reply of the same block",
            at: span
        ).help("put it in `then { … }`, which runs when the reply is there")
    }
}
