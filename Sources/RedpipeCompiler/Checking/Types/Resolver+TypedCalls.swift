import RedpipeCommands
import RedpipeFields
import RedpipeSyntax

extension Resolver {
    /// `Followers("1")`: a typed key.
    mutating func resolve(
        _ call: CallExpression,
        ofKeyspace index: Int,
        at position: CallPosition
    ) -> PlannedExpression.Kind {
        let keyspace = declarations.keyspaceList[index]
        let id = resolveID(of: call, keyspace.name.name)
        if let named = call.arguments.first(where: { $0.name != nil })?.name {
            report(.keyspaceArgument(named, keyspace.name.name))
        }
        if position == .statement { report(.idleCall(call.callee, isModel: false)) }
        guard let id else { return .typedKey(keyspace: index, missing(at: call.parentheses)) }
        checkID(id, plan.keyspaces[index].template, isSharded: keyspace.shardCount != nil)
        return .typedKey(keyspace: index, id)
    }

    /// `User("1", name: "Bob")`: a record.
    mutating func resolve(
        _ call: CallExpression,
        ofModel index: Int,
        at position: CallPosition
    ) -> PlannedExpression.Kind {
        let model = plan.models[index]
        let id = resolveID(of: call, model.name)
        let fields = resolveFields(of: call)
        guard let id else { return .record(model: index, missing(at: call.parentheses)) }
        checkID(id, model.template, isSharded: false)
        guard !fields.isEmpty else {
            switch position {
            case .value: return .record(model: index, id)
            case .source:
                return .modelCall(PlannedModelCall(model: index, id: id, fields: [], mode: .read))
            case .statement:
                report(.idleCall(call.callee, isModel: true))
                return .null
            }
        }
        check(fields, of: model, isNew: true, at: call.parentheses)
        guard position != .value else {
            report(.fieldsInValue(call))
            return .null
        }
        let mode: PlannedModelCall.Mode = position == .source ? .writeAndRead : .write
        return .modelCall(PlannedModelCall(model: index, id: id, fields: fields, mode: mode))
    }

    /// Stands for what the script does not give, so that one mistake is one error.
    private func missing(at span: SourceSpan) -> PlannedExpression {
        PlannedExpression(.null, at: span, calls: [])
    }

    private mutating func resolveID(of call: CallExpression, _ name: String) -> PlannedExpression? {
        let positional = call.arguments.filter { $0.name == nil }
        guard positional.count == 1 else {
            for argument in positional { _ = resolveExpression(argument.value) }
            report(
                Diagnostic("E0205", "`\(name)` takes one id", at: call.parentheses)
                    .help("`\(name)(\"1\")`")
            )
            return nil
        }
        return resolveExpression(positional[0].value)
    }

    private mutating func resolveFields(of call: CallExpression) -> [NamedValue] {
        call.arguments.compactMap { argument in
            argument.name.map { NamedValue(name: $0, value: resolveExpression(argument.value)) }
        }
    }

    private mutating func checkID(
        _ id: PlannedExpression,
        _ template: KeyTemplate,
        isSharded: Bool
    ) {
        let bytes: [UInt8]
        switch FieldValue(id) {
        case .text(let text), .bytes(let text): bytes = text
        case .integer(let number): bytes = Array(String(number).utf8)
        case nil: return
        case _?:
            return report(
                Diagnostic("E0303", "an id is a text or an int", at: id.span)
            )
        }
        do throws(KeyTemplateError) {
            if !isSharded || bytes.isEmpty { _ = try template.key(for: bytes) }
        } catch {
            report(Diagnostic("E0303", error.description, at: id.span))
        }
    }

    // MARK: Methods

    /// The form `receiver.name(…)`.
    mutating func resolveMethod(
        _ call: CallExpression,
        _ receiver: Expression,
        _ name: Identifier
    ) -> PlannedExpression.Kind {
        let errorCount = diagnostics.count
        let value = resolveExpression(receiver)
        let isKnown = diagnostics.count == errorCount
        var positional: [PlannedExpression] = []
        for argument in call.arguments where argument.name == nil {
            positional.append(resolveExpression(argument.value))
        }
        let named = resolveFields(of: call)
        var layout: CommandCall?
        var connection: String?
        switch staticType(of: value) {
        case .key(let index):
            connection = plan.keyspaces[index].connection
            layout = resolveCommand(name, on: plan.keyspaces[index], positional, named)
        case .record(let index):
            connection = plan.models[index].connection
            checkMethod(name, of: plan.models[index], positional, named, call)
        case .list: report(noMethod(call, receiver, name))
        case nil:
            // Only the run knows what the value is.
            if isKnown, !declarations.hasTypes || ValueKind(value) != nil {
                report(noMethod(call, receiver, name))
            }
        }
        return .method(
            PlannedMethod(
                receiver: value,
                name: name,
                arguments: positional,
                named: named,
                layout: layout,
                connection: connection
            )
        )
    }

    private func noMethod(
        _ call: CallExpression,
        _ receiver: Expression,
        _ name: Identifier
    ) -> Diagnostic {
        let diagnostic = Diagnostic.noMethod(call.callee)
        let value = receiver.shortText ?? "xs"
        if ["append", "push", "add", "push_back"].contains(name.name) {
            let item = call.arguments.first?.value.shortText ?? "x"
            return diagnostic.help("`\(value) = \(value) + [\(item)]` appends an item")
        }
        guard
            declarations.functions[name.name] != nil || LibraryFunction(rawValue: name.name) != nil
        else { return diagnostic }
        return diagnostic.help(
            "a function takes the value as its argument: `\(name.name)(\(value)"
                + (call.arguments.isEmpty ? ")`" : ", …)`")
        )
    }

    private mutating func resolveCommand(
        _ name: Identifier,
        on keyspace: KeyspacePlan,
        _ positional: [PlannedExpression],
        _ named: [NamedValue]
    ) -> CommandCall? {
        guard name.name != RestoreNew.name else {
            if !RestoreNew.takes(positional.count, named.map(\.name.name)) {
                report(.wrongArguments(of: RestoreNew.name, RestoreNew.signature, at: name.span))
            } else if keyspace.shardCount != nil {
                report(.noShardedCommand("RESTORE", keyspace, at: name.span))
            }
            return nil
        }
        do throws(CallError) {
            let layout = try CommandCall(
                name.name,
                on: keyspace.type,
                positional.map(\.callArgument),
                named: named.map { ($0.name.name, $0.value.callArgument) }
            )
            if keyspace.shardCount != nil, !ShardedString.mayTake(layout) {
                report(.noShardedCommand(layout.command.displayName, keyspace, at: name.span))
            }
            check(layout, keyspace, positional, named)
            return layout
        } catch {
            let span: SourceSpan =
                switch error {
                case .unknownArgument(let text, _, _), .repeatedArgument(let text, _),
                    .keyGiven(let text, _):
                    named.last { $0.name.name == text }?.name.span ?? name.span
                default: name.span
                }
            report(
                Diagnostic("E0302", error.description, at: span)
                    .mark(keyspace.span, "`\(keyspace.name)` is declared here")
            )
            return nil
        }
    }

    /// Literals at typed places must be of the declared types.
    private mutating func check(
        _ layout: CommandCall,
        _ keyspace: KeyspacePlan,
        _ positional: [PlannedExpression],
        _ named: [NamedValue]
    ) {
        var field: String?
        for word in layout.words {
            let value: PlannedExpression
            switch word.source {
            case .positional(let index): value = positional[index]
            case .named(let index), .elements(let index): value = named[index].value
            default: continue
            }
            switch word.roles.first {
            case .field:
                field = FieldValue(value)?.string
            case .value: check(value, keyspace.valueType, nil)
            case .fieldValue:
                let declared = keyspace.fields.first { $0.name == field }
                check(value, declared?.type ?? keyspace.valueType, declared?.name)
            default: break
            }
        }
    }

    mutating func check(
        _ value: PlannedExpression,
        _ type: FieldType?,
        _ field: String?
    ) {
        guard let type, let literal = FieldValue(value) else { return }
        do throws(FieldError) {
            _ = try type.encode(literal)
        } catch {
            let named = field.map { error.inField(Array($0.utf8)) } ?? error
            report(Diagnostic("E0303", named.description, at: value.span))
        }
    }
}

extension PlannedExpression {
    /// What a call can be laid out by: literals are words, the rest is known later.
    fileprivate var callArgument: CallArgument {
        switch kind {
        case .text(let bytes), .bytes(let bytes): .word(bytes)
        case .integer(let number): .word(Array(String(number).utf8))
        default: .unknown
        }
    }
}

extension Diagnostic {
    fileprivate static func keyspaceArgument(_ name: Identifier, _ keyspace: String) -> Diagnostic {
        Diagnostic("E0205", "`\(keyspace)` is a keyspace and takes an id only", at: name.span)
    }

    fileprivate static func idleCall(_ callee: Expression, isModel: Bool) -> Diagnostic {
        Diagnostic("E0207", "this line does nothing", at: callee.span).help(
            isModel
                ? "`let u <- …` reads the record, `let u = …` makes a handle of it"
                : "a command is called on it: `….del()`"
        )
    }

    fileprivate static func fieldsInValue(_ call: CallExpression) -> Diagnostic {
        Diagnostic(
            "E0206",
            "with fields the record is written, so its value comes later",
            at: call.parentheses
        )
        .help("bind it with `<-`: `let u <- User(…)`; without fields it is a handle")
    }

    static func wrongArguments(
        of method: String,
        _ signature: String,
        at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic("E0302", "wrong arguments for `\(method)`", at: span)
            .help("it is called as `\(signature)`")
    }

    fileprivate static func noShardedCommand(
        _ command: String,
        _ keyspace: KeyspacePlan,
        at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic("E0302", "\(command) has no counterpart on a sharded string", at: span)
            .mark(keyspace.span, "its strings are fields of shared hashes")
    }
}

extension Expression {
    /// A name or an int as it stands in the script.
    fileprivate var shortText: String? {
        switch kind {
        case .name(let name): name
        case .integer(let number): String(number)
        default: nil
        }
    }
}
