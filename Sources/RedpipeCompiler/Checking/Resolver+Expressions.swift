import RedpipeCommands
import RedpipeSyntax

extension Resolver {
    /// Resolves an expression whose value is needed here and now: it may not queue commands.
    mutating func resolveKnown(
        _ expression: Expression,
        suggesting name: String = "x"
    ) -> PlannedExpression {
        let planned = resolveExpression(expression)
        if planned.queues {
            report(.queueingCall(at: firstQueueingCall(in: planned) ?? planned.span, name: name))
        }
        return planned
    }

    /// Resolves an expression that may wait for a block: it runs in a frame of its own.
    mutating func resolveDelayed(
        _ expression: Expression,
        at position: CallPosition = .value
    ) -> DelayedExpression {
        let (resolved, captures, registerCount) = inCallback { resolver in
            resolver.callPosition = position
            let planned = resolver.resolveExpression(expression)
            resolver.delayedType = resolver.staticType(of: planned)
            return (planned, QueueingPlanner.plan(planned, in: resolver.frame))
        }
        return DelayedExpression(
            captures: captures,
            steps: resolved.1.steps,
            result: resolved.1.result,
            registerCount: registerCount,
            expression: resolved.0
        )
    }

    private func firstQueueingCall(in expression: PlannedExpression) -> SourceSpan? {
        guard expression.queues else { return nil }
        return expression.operands.lazy.compactMap { self.firstQueueingCall(in: $0) }.first
            ?? expression.span
    }

    mutating func resolveExpression(_ expression: Expression) -> PlannedExpression {
        let position = exchange(&callPosition, with: .value)
        let kind = resolveKind(expression, at: position)
        return PlannedExpression(kind, at: expression.span, calls: declarations.queueingIndices)
    }

    /// Resolves a part of an expression that is what the whole expression gives.
    private mutating func resolveResult(
        _ expression: Expression,
        at position: CallPosition
    ) -> PlannedExpression {
        callPosition = position == .source ? .source : .value
        return resolveExpression(expression)
    }

    private mutating func resolveKind(
        _ expression: Expression,
        at position: CallPosition
    ) -> PlannedExpression.Kind {
        switch expression.kind {
        case .null: return .null
        case .boolean(let value): return .boolean(value)
        case .integer(let value): return .integer(value)
        case .float(let value): return .float(value)
        case .string(let parts): return resolveString(parts)
        case .list(let items): return .list(items.map { resolveResult($0, at: position) })
        case .map(let entries): return .map(entries.map { resolve($0) })
        case .name(let name): return resolveName(name, at: expression.span)
        case .call(let call): return resolve(call, at: expression.span, position)
        case .index(let value, let index):
            return .index(resolveExpression(value), resolveExpression(index))
        case .member(let value, let field):
            return .member(resolveExpression(value), PlannedField(field))
        case .unary(let operation, let operand): return resolve(operation, operand)
        case .binary(let binary):
            return .binary(
                binary.operation,
                resolveExpression(binary.left),
                resolveExpression(binary.right),
                binary.operatorSpan
            )
        case .conditional(let conditional):
            return .conditional(
                PlannedConditional(
                    condition: resolveExpression(conditional.condition),
                    value: resolveResult(conditional.value, at: position),
                    otherwise: resolveResult(conditional.otherwise, at: position)
                )
            )
        case .comprehension(let comprehension):
            return .comprehension(resolve(comprehension, at: position))
        }
    }

    /// A negated literal is a literal.
    private mutating func resolve(
        _ operation: UnaryOperator,
        _ operand: Expression
    ) -> PlannedExpression.Kind {
        switch (operation, operand.kind) {
        case (.negate, .integer(let value)) where value != .min: .integer(-value)
        case (.negate, .float(let value)): .float(-value)
        default: .unary(operation, resolveExpression(operand))
        }
    }

    private mutating func resolve(_ entry: MapEntry) -> PlannedEntry {
        PlannedEntry(key: resolveKey(entry.key), value: resolveExpression(entry.value))
    }

    /// `{name: 1}` has a key that is the value of `name`.
    private mutating func resolveKey(_ key: Expression) -> PlannedExpression {
        guard case .name(let name) = key.kind, place(of: name) == nil else {
            return resolveExpression(key)
        }
        report(
            unknownName(Identifier(name: name, span: key.span))
                .help("a key that is a text stands in quotes: `{\"\(name)\": …}`")
        )
        return PlannedExpression(.null, at: key.span, calls: [])
    }

    private mutating func resolve(
        _ comprehension: ComprehensionExpression,
        at position: CallPosition
    ) -> PlannedComprehension {
        let sequence = resolveExpression(comprehension.sequence)
        return inScope { resolver in
            let places = comprehension.names.map {
                resolver.frame.declare($0.name, .loop, at: $0.span).place
            }
            return PlannedComprehension(
                element: resolver.resolveResult(comprehension.element, at: position),
                places: places,
                sequence: sequence,
                condition: comprehension.condition.map { resolver.resolveDecision($0) }
            )
        }
    }

    /// The `if` of a comprehension decides what is computed; no call that queues can answer it.
    private mutating func resolveDecision(_ expression: Expression) -> PlannedExpression {
        let planned = resolveExpression(expression)
        guard let call = firstQueueingCall(in: planned) else { return planned }
        report(
            Diagnostic("E0206", "this call queues commands, so it cannot decide here", at: call)
                .help("fetch the answers before: `let flags <- [f(x) for x in xs]`")
        )
        return planned
    }

    private mutating func resolveString(_ parts: [WordPart]) -> PlannedExpression.Kind {
        checkForNames(in: parts)
        let pieces = resolve(parts)
        guard pieces.count <= 1 else { return .interpolation(pieces) }
        switch pieces.first {
        case nil: return .text([])
        case .hole: return .interpolation(pieces)
        case .literal(let bytes): return isUTF8(bytes) ? .text(bytes) : .bytes(bytes)
        }
    }

    /// The pieces of a text; a text of nothing has none.
    mutating func resolve(_ parts: [WordPart]) -> [PlannedText] {
        parts.compactMap { part in
            switch part {
            case .hole(let hole): .hole(resolveExpression(hole))
            case .literal(let literal): literal.bytes.isEmpty ? nil : .literal(literal.bytes)
            }
        }
    }

    // MARK: Names

    private mutating func resolveName(
        _ name: String,
        at span: SourceSpan
    ) -> PlannedExpression.Kind {
        if let place = place(of: name) {
            noteRead(name)
            noteType(of: name, at: place)
            return .variable(place, name: name)
        }
        report(unknownName(Identifier(name: name, span: span)))
        return .null
    }

    func unknownName(_ name: Identifier) -> Diagnostic {
        let diagnostic = Diagnostic("E0202", "unknown name `\(name.name)`", at: name.span)
        if isFunction(name.name) {
            return diagnostic.help("`\(name.name)` is a function; call it: `\(name.name)(…)`")
        }
        if let ended = frame.endedBinding(of: name.name) {
            return diagnostic.mark(ended, "bound here, in a scope that has ended")
        }
        if let literal = Self.literals[name.name] {
            return diagnostic.help("did you mean `\(literal)`?")
        }
        guard findsSuggestions,
            let nearest = Suggestion.nearest(to: name.name, in: knownNames.sorted())
        else {
            // Who types a key without quotes finds out here.
            return isInteractive
                ? diagnostic.help("a text stands in quotes: `\"\(name.name)\"`") : diagnostic
        }
        return diagnostic.help("did you mean `\(nearest)`?")
    }

    /// How other languages write what has no value, and the bools.
    private static let literals = [
        "None": "null", "nil": "null", "NULL": "null", "undefined": "null",
        "True": "true", "TRUE": "true", "False": "false", "FALSE": "false",
    ]

    private func isFunction(_ name: String) -> Bool {
        declarations.functions[name] != nil || LibraryFunction(rawValue: name) != nil
            || declarations.keyspaces[name] != nil || declarations.models[name] != nil
    }
}

/// Whether bytes are valid UTF-8.
func isUTF8(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
}
