import RedpipeCommands
import RedpipeFields
import RedpipeSyntax

extension Resolver {
    mutating func checkMethod(
        _ name: Identifier,
        of model: ModelPlan,
        _ positional: [PlannedExpression],
        _ named: [NamedValue],
        _ call: CallExpression
    ) {
        guard let method = RecordMethod(rawValue: name.name) else {
            return report(.unknownMethod(name, model))
        }
        guard method.takes(positional.count, named.map(\.name.name)) else {
            return report(
                .wrongArguments(of: method.rawValue, method.signature, at: call.parentheses)
            )
        }
        if method.takesFields {
            check(named, of: model, isNew: method == .create, at: call.parentheses)
        }
        guard method == .incr || method == .decr || method == .pop || method == .remove else {
            return
        }
        for value in method == .remove ? positional[...] : positional.prefix(1) {
            checkFieldName(value, model, isCounter: method == .incr || method == .decr)
        }
    }

    private mutating func checkFieldName(
        _ value: PlannedExpression,
        _ model: ModelPlan,
        isCounter: Bool
    ) {
        guard let name = FieldValue(value)?.string else { return }
        guard let field = model.fields.first(where: { $0.name == name }) else {
            if isCounter { report(.unknownField(name, model, at: value.span)) }
            return
        }
        if isCounter, ![.int, .float, .time].contains(field.type) {
            report(
                Diagnostic(
                    "E0303",
                    "field `\(name)` is \(field.type.noun), no counter",
                    at: value.span
                ).mark(field.span, "declared here")
            )
        } else if !isCounter, field.isRequired {
            report(.requiredField(name, model, at: value.span))
        }
    }

    /// Fields that a call gives values.
    mutating func check(
        _ fields: [NamedValue],
        of model: ModelPlan,
        isNew: Bool,
        at span: SourceSpan
    ) {
        var seen: Set<String> = []
        for field in fields {
            let name = field.name.name
            if !seen.insert(name).inserted { report(.argumentTwice(name, at: field.name.span)) }
            guard let declared = model.fields.first(where: { $0.name == name }) else {
                report(.unknownField(name, model, at: field.name.span))
                continue
            }
            if case .null = field.value.kind {
                if declared.isRequired {
                    report(.requiredField(name, model, at: field.value.span))
                }
            } else {
                check(field.value, declared.type, name)
            }
        }
        let missing = model.fields.filter { $0.isRequired && !seen.contains($0.name) }
        guard isNew, let first = missing.first else { return }
        report(
            Diagnostic("E0303", "a new `\(model.name)` needs `\(first.name)`", at: span)
                .mark(first.span, "it is required")
        )
    }
}

extension Diagnostic {
    fileprivate static func unknownMethod(_ name: Identifier, _ model: ModelPlan) -> Diagnostic {
        let known = RecordMethod.allCases.map(\.rawValue)
        return Diagnostic("E0302", "a record has no method `\(name.name)`", at: name.span).help(
            Suggestion.nearest(to: name.name, in: known).map { "did you mean `\($0)`?" }
                ?? "methods are " + known.map { "`\($0)`" }.joined(separator: ", ")
        )
    }

    fileprivate static func unknownField(
        _ name: String,
        _ model: ModelPlan,
        at span: SourceSpan
    ) -> Diagnostic {
        let known = model.fields.map(\.name)
        return Diagnostic("E0303", "`\(model.name)` has no field `\(name)`", at: span)
            .mark(model.span, "declared here")
            .help(Suggestion.nearest(to: name, in: known).map { "did you mean `\($0)`?" })
    }

    fileprivate static func requiredField(
        _ name: String,
        _ model: ModelPlan,
        at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            "E0303",
            "`\(name)` of `\(model.name)` is required and cannot be removed",
            at: span
        )
    }
}
