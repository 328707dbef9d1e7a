import RedpipeCommands
import RedpipeFields
import RedpipeSyntax

extension Resolver {
    /// Checks the declared keyspaces and models.
    mutating func resolveTypes() {
        for keyspace in declarations.keyspaceList { plan.keyspaces.append(resolve(keyspace)) }
        for model in declarations.modelList { plan.models.append(resolve(model)) }
    }

    private mutating func resolve(_ keyspace: KeyspaceStatement) -> KeyspacePlan {
        let type = KeyspaceType(rawValue: keyspace.type.name)
        if type == nil { report(.unknownKeyspaceType(keyspace.type)) }
        if let type, !keyspace.fields.isEmpty, !type.hasFields {
            report(.noFields(keyspace, type))
        }
        if keyspace.shardCount != nil, let type, type != .string { report(.notSharded(keyspace)) }
        return KeyspacePlan(
            name: keyspace.name.name,
            type: type ?? .string,
            template: resolve(keyspace.template),
            connection: keyspace.connection.map { resolveConnection($0) },
            valueType: keyspace.valueType.flatMap { resolveFieldType($0) },
            fields: resolve(keyspace.fields),
            shardCount: keyspace.shardCount,
            span: keyspace.span
        )
    }

    private mutating func resolve(_ model: ModelStatement) -> ModelPlan {
        ModelPlan(
            name: model.name.name,
            template: resolve(model.template),
            connection: model.connection.map { resolveConnection($0) },
            lifetimeSeconds: model.lifetime.map { max(1, $0.components.seconds) },
            fields: resolve(model.fields),
            span: model.span
        )
    }

    private static let anyTemplate = try? KeyTemplate("*")

    private mutating func resolve(_ template: TemplateText) -> KeyTemplate {
        do throws(KeyTemplateError) {
            return try KeyTemplate(template.bytes)
        } catch {
            report(
                Diagnostic("E0301", error.description, at: template.span)
                    .help("`*` is where the id stands: \"F{*}\"")
            )
            guard let any = Self.anyTemplate else {
                preconditionFailure("`*` is a template")
            }
            return any
        }
    }

    private mutating func resolve(_ fields: [FieldDeclaration]) -> [FieldPlan] {
        var seen: [String: SourceSpan] = [:]
        return fields.compactMap { field in
            if let first = seen.updateValue(field.name.span, forKey: field.name.name) {
                report(.duplicate("field", field.name.name, at: field.name.span, first))
            }
            guard let type = resolveFieldType(field.type) else { return nil }
            return FieldPlan(
                name: field.name.name,
                type: type,
                isRequired: field.required != nil,
                defaultValue: field.defaultValue.flatMap { resolveDefault($0, type) },
                span: field.name.span
            )
        }
    }

    private mutating func resolveFieldType(_ name: Identifier) -> FieldType? {
        if let type = FieldType(name: name.name) { return type }
        report(.unknownFieldType(name))
        return nil
    }

    /// A default is written in the declaration, so it is a literal.
    private mutating func resolveDefault(_ value: Expression, _ type: FieldType) -> FieldValue? {
        guard let literal = FieldValue(literal: value) else {
            report(Diagnostic("E0301", "the default of a field is a literal", at: value.span))
            return nil
        }
        do throws(FieldError) {
            _ = try type.encode(literal)
            return literal
        } catch {
            report(Diagnostic("E0303", error.description, at: value.span))
            return nil
        }
    }
}

extension FieldValue {
    /// The value of an expression that is made of literals only.
    init?(literal expression: Expression) {
        switch expression.kind {
        case .null: self = .null
        case .boolean(let flag): self = .boolean(flag)
        case .integer(let number): self = .integer(number)
        case .float(let number): self = .float(number)
        case .string(let parts):
            guard let bytes = parts.literal else { return nil }
            self = .string(bytes)
        case .unary(.negate, let operand):
            switch FieldValue(literal: operand) {
            case .integer(let number) where number != .min: self = .integer(-number)
            case .float(let number): self = .float(-number)
            default: return nil
            }
        case .list(let items):
            let values = items.compactMap { FieldValue(literal: $0) }
            guard values.count == items.count else { return nil }
            self = .list(values)
        case .map(let entries):
            var map = FieldMap()
            for entry in entries {
                guard case .text(let name)? = FieldValue(literal: entry.key),
                    let value = FieldValue(literal: entry.value)
                else { return nil }
                map[name] = value
            }
            self = .map(map)
        default: return nil
        }
    }

    /// The value of a planned expression that is a literal.
    init?(_ expression: PlannedExpression) {
        switch expression.kind {
        case .null: self = .null
        case .boolean(let flag): self = .boolean(flag)
        case .integer(let number): self = .integer(number)
        case .float(let number): self = .float(number)
        case .text(let bytes): self = .text(bytes)
        case .bytes(let bytes): self = .bytes(bytes)
        case .list(let items):
            let values = items.compactMap { FieldValue($0) }
            guard values.count == items.count else { return nil }
            self = .list(values)
        default: return nil
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownKeyspaceType(_ name: Identifier) -> Diagnostic {
        let known = KeyspaceType.allCases.map(\.rawValue)
        let diagnostic = Diagnostic(
            "E0301",
            "`\(name.name)` is no type of a keyspace",
            at: name.span
        )
        return diagnostic.help(
            Suggestion.nearest(to: name.name, in: known).map { "did you mean `\($0)`?" }
                ?? "types are " + known.map { "`\($0)`" }.joined(separator: ", ")
        )
    }

    fileprivate static func unknownFieldType(_ name: Identifier) -> Diagnostic {
        let known = FieldType.allCases.map(\.name)
        return Diagnostic("E0301", "`\(name.name)` is no type of a field", at: name.span).help(
            Suggestion.nearest(to: name.name, in: known).map { "did you mean `\($0)`?" }
                ?? "types are " + known.map { "`\($0)`" }.joined(separator: ", ")
        )
    }

    fileprivate static func noFields(
        _ keyspace: KeyspaceStatement,
        _ type: KeyspaceType
    ) -> Diagnostic {
        Diagnostic(
            "E0301",
            "\(type.noun) has no fields",
            at: keyspace.fields.first?.name.span ?? keyspace.span
        ).help("`of TYPE` says how its values are stored; hashes and streams have fields")
    }

    fileprivate static func notSharded(_ keyspace: KeyspaceStatement) -> Diagnostic {
        Diagnostic("E0301", "only a keyspace of strings can be sharded", at: keyspace.type.span)
    }
}
