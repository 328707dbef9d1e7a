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
        else { return diagnostic }
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

    // MARK: Calls

    private mutating func resolve(
        _ call: CallExpression,
        at span: SourceSpan,
        _ position: CallPosition
    ) -> PlannedExpression.Kind {
        if case .member(let receiver, let name) = call.callee.kind {
            return resolveMethod(call, receiver, name)
        }
        guard case .name(let name) = call.callee.kind else {
            report(.noMethod(call.callee))
            return .null
        }
        if let index = declarations.keyspaces[name] {
            return resolve(call, ofKeyspace: index, at: position)
        }
        if let index = declarations.models[name] {
            return resolve(call, ofModel: index, at: position)
        }
        if let function = declarations.functions[name] {
            return .call(resolve(call, of: function))
        }
        if let function = LibraryFunction(rawValue: name) {
            return resolve(call, of: function)
        }
        report(unknownFunction(Identifier(name: name, span: call.callee.span)))
        for argument in call.arguments { _ = resolveExpression(argument.value) }
        return .null
    }

    private func unknownFunction(_ name: Identifier) -> Diagnostic {
        if isInScope(name.name) {
            return Diagnostic("E0203", "`\(name.name)` is a value, not a function", at: name.span)
        }
        let diagnostic = Diagnostic("E0203", "unknown function `\(name.name)`", at: name.span)
        let known =
            Array(declarations.functions.keys) + Array(declarations.keyspaces.keys)
            + Array(declarations.models.keys) + LibraryFunction.allCases.map(\.rawValue)
        let nearest = Suggestion.nearest(to: name.name, in: known.sorted())
        return diagnostic.help(nearest.map { "did you mean `\($0)`?" })
    }

    private mutating func resolve(
        _ call: CallExpression,
        of function: Declarations.Function
    ) -> FunctionCall {
        let parameters = function.statement.parameters
        var arguments = [PlannedExpression?](repeating: nil, count: parameters.count)
        var allAreKnown = true
        for (position, argument) in call.arguments.enumerated() {
            let value = resolveExpression(argument.value)
            guard let index = index(of: argument, at: position, in: function.statement) else {
                allAreKnown = false
                continue
            }
            if arguments[index] != nil {
                let name = parameters[index].name.name
                report(.argumentTwice(name, at: argument.name?.span ?? argument.value.span))
            }
            arguments[index] = value
        }
        for (parameter, argument) in zip(parameters, arguments)
        where allAreKnown && argument == nil && parameter.defaultValue == nil {
            report(.missingArgument(parameter.name.name, call, function.statement))
        }
        return FunctionCall(function: function.index, arguments: arguments)
    }

    private mutating func index(
        of argument: CallExpression.Argument,
        at position: Int,
        in function: FunctionStatement
    ) -> Int? {
        guard let name = argument.name else {
            if position < function.parameters.count { return position }
            report(.surplusArgument(argument, function))
            return nil
        }
        if let index = function.parameters.firstIndex(where: { $0.name.name == name.name }) {
            return index
        }
        report(.unknownArgument(name, function))
        return nil
    }

    private mutating func resolve(
        _ call: CallExpression,
        of function: LibraryFunction
    ) -> PlannedExpression.Kind {
        if function == .scan { return resolveScan(call) }
        let positional = call.arguments.filter { $0.name == nil }
        let knowsNames = call.arguments.compactMap(\.name).allSatisfy {
            function.namedArguments.contains($0.name)
        }
        if knowsNames, !function.argumentCount.contains(positional.count) {
            report(.wrongLibraryArguments(call, function))
        }
        let named = resolveNamedArguments(call, of: function)
        return .library(function, positional.map { resolveExpression($0.value) } + named)
    }

    /// The values of the named arguments, null for those that are not given.
    private mutating func resolveNamedArguments(
        _ call: CallExpression,
        of function: LibraryFunction
    ) -> [PlannedExpression] {
        let names = function.namedArguments
        var values: [PlannedExpression?] = Array(repeating: nil, count: names.count)
        for argument in call.arguments {
            guard let name = argument.name else { continue }
            let value = resolveExpression(argument.value)
            guard let index = names.firstIndex(of: name.name) else {
                report(.namedLibraryArgument(name, function))
                continue
            }
            if values[index] != nil { report(.argumentTwice(name.name, at: name.span)) }
            values[index] = value
        }
        return values.map { $0 ?? PlannedExpression(.null, at: call.parentheses, calls: []) }
    }
}

/// Whether bytes are valid UTF-8.
func isUTF8(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
}

extension Diagnostic {
    static func noMethod(_ callee: Expression) -> Diagnostic {
        guard case .member(_, let name) = callee.kind else {
            return Diagnostic("E0203", "this is no function", at: callee.span)
        }
        return Diagnostic("E0203", "`.\(name.name)` is no function", at: name.span)
    }

    static func argumentTwice(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0205", "the argument `\(name)` is given twice", at: span)
    }

    fileprivate static func missingArgument(
        _ name: String,
        _ call: CallExpression,
        _ function: FunctionStatement
    ) -> Diagnostic {
        Diagnostic("E0205", "the argument `\(name)` is missing", at: call.parentheses)
            .mark(function.span, "declared here")
    }

    fileprivate static func surplusArgument(
        _ argument: CallExpression.Argument,
        _ function: FunctionStatement
    ) -> Diagnostic {
        let count = function.parameters.count
        let taken = count == 0 ? "no arguments" : count == 1 ? "1 argument" : "\(count) arguments"
        return Diagnostic(
            "E0205",
            "`\(function.name.name)` takes \(taken)",
            at: argument.value.span
        ).mark(function.span, "declared here")
    }

    fileprivate static func unknownArgument(
        _ name: Identifier,
        _ function: FunctionStatement
    ) -> Diagnostic {
        let known = function.parameters.map(\.name.name)
        let nearest = Suggestion.nearest(to: name.name, in: known)
        return Diagnostic(
            "E0205",
            "`\(function.name.name)` has no argument `\(name.name)`",
            at: name.span
        ).mark(function.span, "declared here").help(nearest.map { "did you mean `\($0)`?" })
    }

    static func namedLibraryArgument(
        _ name: Identifier,
        _ function: LibraryFunction
    ) -> Diagnostic {
        let known = function.namedArguments
        let diagnostic = Diagnostic(
            "E0205",
            known.isEmpty
                ? "`\(function.rawValue)` takes no named arguments"
                : "`\(function.rawValue)` has no argument `\(name.name)`",
            at: name.span
        )
        if let nearest = Suggestion.nearest(to: name.name, in: known) {
            return diagnostic.help("did you mean `\(nearest)`?")
        }
        return diagnostic.help("it is called as `\(function.signature)`")
    }

    static func wrongLibraryArguments(
        _ call: CallExpression,
        _ function: LibraryFunction
    ) -> Diagnostic {
        Diagnostic(
            "E0205",
            "wrong number of arguments for `\(function.rawValue)`",
            at: call.parentheses
        ).help("it is called as `\(function.signature)`")
    }
}
