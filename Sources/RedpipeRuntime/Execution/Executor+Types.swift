import Redpipe
import RedpipeCommands
import RedpipeCompiler
import RedpipeFields
import RedpipeRESP
import RedpipeSyntax

extension Executor {
    // MARK: Handles

    /// `Followers("1")`.
    mutating func key(
        ofKeyspace index: Int,
        _ id: PlannedExpression
    ) throws(EvaluationError) -> Value {
        let bytes = try idBytes(id)
        do throws(KeyspaceError) {
            return .key(KeyValue(try types.keyspaces[index].key(for: bytes)))
        } catch {
            throw .raised(error, at: id.span)
        }
    }

    /// `User("1")`, without traffic.
    mutating func record(
        ofModel index: Int,
        _ id: PlannedExpression
    ) throws(EvaluationError) -> RecordValue {
        let bytes = try idBytes(id)
        do throws(ModelError) {
            return RecordValue(try types.models[index].record(bytes))
        } catch {
            throw .raised(error, at: id.span)
        }
    }

    private mutating func idBytes(_ id: PlannedExpression) throws(EvaluationError) -> [UInt8] {
        switch try known(id) {
        case .text(let bytes), .bytes(let bytes): return bytes
        case .integer(let number): return Array(String(number).utf8)
        case let other:
            throw .raised(
                Diagnostic("E0303", "an id is a text or an int, not \(other.kindName)", at: id.span)
            )
        }
    }

    /// `value.key`, `.id`, `.hash`, `.exists` and the fields of a record.
    func property(
        _ field: PlannedField,
        of record: RecordValue
    ) throws(EvaluationError) -> Value {
        switch TypedProperty(rawValue: field.name.name) {
        case .key: return .string(record.record.key)
        case .id: return .string(record.record.id)
        case .hash: return .key(KeyValue(record.record.hash))
        case .exists:
            try checkSettled(record, at: field.name.span)
            do throws(ModelError) {
                return .boolean(try record.record.exists)
            } catch {
                throw .raised(error, at: field.name.span)
            }
        case nil: return try self.field(field.bytes, of: record, at: field.name.span)
        }
    }

    /// `value["field"]`: any field, also one that is called like a property.
    func field(
        _ name: [UInt8],
        of record: RecordValue,
        at span: SourceSpan
    ) throws(EvaluationError) -> Value {
        try checkSettled(record, at: span)
        do throws(ModelError) {
            return Value(try record.record.value(of: name))
        } catch {
            throw .raised(error, at: span)
        }
    }

    private func checkSettled(
        _ record: RecordValue,
        at span: SourceSpan
    ) throws(EvaluationError) {
        if let read = record.pendingRead { throw .pending(read, at: span) }
        if let error = record.error { throw .failed(error) }
    }

    func property(_ field: PlannedField, of key: KeyValue) throws(EvaluationError) -> Value {
        switch TypedProperty(rawValue: field.name.name) {
        case .key: return .string(key.key.bytes)
        case .id: return .string(key.key.id)
        default:
            throw .raised(
                Diagnostic("E0302", "a key has no field `\(field.name.name)`", at: field.name.span)
                    .help(
                        "it has `.key` and `.id`; a command is called on it: `….\(field.name.name)()`"
                    )
            )
        }
    }

    // MARK: Calls

    /// `User("1", name: "Bob")`.
    mutating func run(
        _ call: PlannedModelCall,
        at span: SourceSpan
    ) throws(EvaluationError) -> Value {
        let record = try record(ofModel: call.model, call.id)
        let fields = try fieldMap(call.fields)
        let operation: ModelOperation
        do throws(ModelError) {
            operation =
                switch call.mode {
                case .read: record.record.load()
                case .write: try record.record.write(fields)
                case .writeAndRead: try record.record.writeAndLoad(fields)
                }
        } catch {
            throw .raised(error, at: Self.span(of: error, in: call.fields) ?? span)
        }
        return try queue(operation, of: record, at: span)
    }

    /// `f.zadd(1, "a")`, `u.save(name: "x")`.
    mutating func run(
        _ method: PlannedMethod,
        at span: SourceSpan
    ) throws(EvaluationError) -> Value {
        switch try known(method.receiver) {
        case .key(let key): return try run(method, on: key, at: span)
        case .record(let record): return try run(method, on: record, at: span)
        case let other:
            throw .raised(
                Diagnostic(
                    "E0302",
                    "\(other.kindName) has no method `\(method.name.name)`",
                    at: method.name.span
                ).help("methods belong to keys and records; a function takes the value: `f(x)`")
            )
        }
    }

    private mutating func run(
        _ method: PlannedMethod,
        on record: RecordValue,
        at span: SourceSpan
    ) throws(EvaluationError) -> Value {
        guard let name = RecordMethod(rawValue: method.name.name),
            name.takes(method.arguments.count, method.named.map(\.name.name))
        else {
            throw .raised(
                Diagnostic(
                    "E0302",
                    "a record has no method `\(method.name.name)` like this",
                    at: span
                )
                .help(RecordMethod(rawValue: method.name.name).map { "`\($0.signature)`" })
            )
        }
        let fields = name.takesFields ? try fieldMap(method.named) : FieldMap()
        var arguments: [FieldValue] = []
        for argument in method.arguments { arguments.append(try fieldValue(argument)) }
        if !name.takesFields {
            for argument in method.named { arguments.append(try fieldValue(argument.value)) }
        }
        let operation: ModelOperation
        do throws(ModelError) {
            operation = try Self.operation(name, on: record.record, arguments, fields)
        } catch {
            throw .raised(error, at: Self.span(of: error, in: method.named) ?? span)
        }
        return try queue(operation, of: record, at: span)
    }

    private static func operation(
        _ method: RecordMethod,
        on record: ModelRecord,
        _ arguments: [FieldValue],
        _ fields: FieldMap
    ) throws(ModelError) -> ModelOperation {
        let names = arguments.map(\.nameBytes)
        let first = names.first ?? []
        switch method {
        case .load: return names.isEmpty ? record.load() : record.load(names)
        case .save: return try record.save(fields)
        case .create: return try record.create(fields)
        case .fill: return try record.fill(fields)
        case .incr: return try record.increment(first, by: arguments.count > 1 ? arguments[1] : 1)
        case .decr: return try record.decrement(first, by: arguments.count > 1 ? arguments[1] : 1)
        case .pop: return try record.pop(first)
        case .remove: return try record.remove(names)
        case .ttl: return record.timeToLive()
        case .delete: return record.delete()
        case .expire:
            guard case .integer(let seconds)? = arguments.first else {
                throw .value(FieldError(.int, .value(arguments.first ?? .null)))
            }
            return record.expire(seconds: seconds)
        }
    }

    /// The argument that an error speaks of.
    private static func span(of error: ModelError, in fields: [NamedValue]) -> SourceSpan? {
        let name: String? =
            switch error {
            case .unknownField(let name, _, _), .requiredField(let name, _), .nullField(let name):
                name
            case .value(let error): error.fieldName
            default: nil
            }
        return fields.first { $0.name.name == name }?.value.span
    }

    private mutating func run(
        _ method: PlannedMethod,
        on key: KeyValue,
        at span: SourceSpan
    ) throws(EvaluationError) -> Value {
        var positional: [FieldValue] = []
        for argument in method.arguments {
            positional.append(try fieldValue(argument, beside: key.key))
        }
        var named: [(name: String, value: FieldValue)] = []
        for argument in method.named {
            let value = try fieldValue(argument.value, beside: key.key)
            named.append((argument.name.name, value))
        }
        if method.name.name == RestoreNew.name {
            let command = try restoreNew(key.key, positional, named, at: span)
            return .deferred(try queue(command, at: span))
        }
        let command: TypedCommand
        do throws(KeyspaceError) {
            if let layout = method.layout {
                command = try key.key.command(layout, positional, named: named.map(\.value))
            } else {
                command = try key.key.command(method.name.name, positional, named: named)
            }
        } catch {
            throw .raised(error, at: span)
        }
        return .deferred(try queue(command, at: span))
    }

    private func restoreNew(
        _ key: TypedKey,
        _ positional: [FieldValue],
        _ named: [(name: String, value: FieldValue)],
        at span: SourceSpan
    ) throws(EvaluationError) -> TypedCommand {
        let lifetime = named.first?.value ?? 0
        let dump: [UInt8]? =
            switch positional.first {
            case .text(let bytes), .bytes(let bytes): bytes
            default: nil
            }
        guard RestoreNew.takes(positional.count, named.map(\.name)), let dump,
            case .integer(let milliseconds) = lifetime, milliseconds >= 0
        else {
            throw .raised(
                Diagnostic("E0302", "wrong arguments for `\(RestoreNew.name)`", at: span)
                    .help("`\(RestoreNew.signature)`: the dump is what DUMP gave")
            )
        }
        do throws(KeyspaceError) {
            return try key.restoreNew(dump, lifetimeMilliseconds: milliseconds)
        } catch {
            throw .raised(error, at: span)
        }
    }

    // MARK: Values

    private mutating func fieldMap(_ values: [NamedValue]) throws(EvaluationError) -> FieldMap {
        var map = FieldMap()
        map.reserveCapacity(values.count)
        for value in values { map[value.bytes] = try fieldValue(value.value) }
        return map
    }

    private mutating func fieldValue(
        _ expression: PlannedExpression
    ) throws(EvaluationError) -> FieldValue {
        try known(expression).fieldValue(at: expression.span)
    }

    private mutating func fieldValue(
        _ expression: PlannedExpression,
        beside receiver: TypedKey
    ) throws(EvaluationError) -> FieldValue {
        let value = try known(expression)
        try check(value, beside: receiver, at: expression.span)
        return try value.fieldValue(at: expression.span)
    }
}

extension FieldValue {
    /// The bytes of a name or a dump.
    fileprivate var nameBytes: [UInt8] {
        switch self {
        case .text(let bytes), .bytes(let bytes): bytes
        case .integer(let number): Array(String(number).utf8)
        default: []
        }
    }
}
