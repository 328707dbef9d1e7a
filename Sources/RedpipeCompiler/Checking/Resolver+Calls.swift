import RedpipeCommands
import RedpipeSyntax

extension Resolver {
    mutating func resolve(
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

    /// What functions of other languages are called here.
    private static let foreignFunctions = [
        "str": "`text(x)` gives the text of a value",
        "string": "`text(x)` gives the text of a value",
        "tostring": "`text(x)` gives the text of a value",
        "range": "a range is `0..<10` or `1...10`",
        "length": "`len(xs)` counts", "size": "`len(xs)` counts", "count": "`len(xs)` counts",
        "println": "`print` stands without parentheses: `print a, b`",
        "list": "a list is `[1, 2]`", "dict": "a map is `{\"a\": 1}`",
        "number": "`int(x)` or `float(x)`", "parseInt": "`int(x)`",
        "number_format": "`round(x, 2)`",
        "substr": "a part of a text is `x[0..<3]`", "substring": "a part of a text is `x[0..<3]`",
        "filter": "`[x for x in xs if x > 1]` filters",
        "append": "`xs + [x]` is a list with one item more",
    ]

    private func unknownFunction(_ name: Identifier) -> Diagnostic {
        if isInScope(name.name) {
            return Diagnostic("E0203", "`\(name.name)` is a value, not a function", at: name.span)
        }
        let diagnostic = Diagnostic("E0203", "unknown function `\(name.name)`", at: name.span)
        if let foreign = Self.foreignFunctions[name.name] { return diagnostic.help(foreign) }
        if let command = CommandTable.command(named: name.name) {
            let form = command.displayName
            return diagnostic.help(
                "a command takes words: `\(form) …`, and `let x <- \(form) …` binds its reply"
            )
        }
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
