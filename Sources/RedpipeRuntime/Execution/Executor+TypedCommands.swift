import Redpipe
import RedpipeCommands
import RedpipeCompiler
import RedpipeFields
import RedpipeRESP
import RedpipeSyntax

extension Executor {
    func checkStop(at span: SourceSpan) throws(EvaluationError) {
        if isStopped { throw .failed(.notSentAfterError(at: span)) }
    }

    /// Queues what a record wants to send.
    ///
    /// - Returns: The record, for what it shows; else a deferred number or value.
    mutating func queue(
        _ operation: ModelOperation,
        of record: RecordValue,
        at span: SourceSpan
    ) throws(EvaluationError) -> Value {
        try checkStop(at: span)
        let target = record.record.definition.connection ?? connection
        let origin = origin(at: span, on: target)
        try checkTransaction(origin.connection, at: span)
        try checkReply(to: [], on: target, at: span)
        if settings.refusal != nil {
            for words in operation.commands { try checkRefusal(of: words, on: target, at: span) }
        }
        operation.queue(in: &pipeline, onLane: pipeline.lane(for: origin.connection))
        let result = DeferredValue(origin)
        record.beginOperation(result.origin)
        events.append(
            .operation(
                OperationEvent(
                    operation: operation,
                    record: record,
                    result: result,
                    tryScope: tryScope
                )
            )
        )
        let call = ShownCall(connection: origin.connection, words: [])
        lastCall = QueuedCall(result: operation.givesRecord ? record : result, shown: call)
        return operation.givesRecord ? .record(record) : .deferred(result)
    }

    /// Queues a command on a typed key, whose reply is decoded by its types.
    mutating func queue(
        _ command: TypedCommand,
        at span: SourceSpan
    ) throws(EvaluationError) -> DeferredValue {
        try checkStop(at: span)
        let target = command.keyspace.connection ?? connection
        let origin = origin(at: span, on: target)
        try checkTransaction(origin.connection, at: span)
        try checkRefusal(of: command.words, on: target, at: span)
        let reply = queue(command.words, origin)
        let result = decode(reply, by: command, at: span)
        let call = ShownCall(connection: origin.connection, words: command.words)
        lastCall = QueuedCall(result: result, shown: call)
        return result
    }

    /// Queues a command line in which a typed key stands; its reply is shown as the server sent it.
    mutating func queue(
        _ command: TypedCommand,
        _ planned: PlannedCommand,
        isShown: Bool,
        name: Identifier?
    ) throws(EvaluationError) -> DeferredValue {
        try checkStop(at: planned.span)
        let target =
            command.keyspace.connection ?? planned.connection.map { ConnectionName($0) }
            ?? connection
        let origin = DeferredOrigin(
            name: name?.name,
            span: name?.span ?? planned.span,
            block: openBlock?.header,
            connection: standIn(for: target),
            shape: CommandTable.replyShape(for: command.words),
            command: planned.span
        )
        try checkTransaction(origin.connection, at: planned.span)
        try checkRefusal(of: command.words, on: target, at: planned.span)
        let reply = queue(command.words, origin, isShown: isShown, isNamed: name != nil)
        let result = decode(reply, by: command, at: planned.span)
        if let name { result.takeName(name) }
        return result
    }

    /// The origin of what one call queues; calls in a loop share it.
    private mutating func origin(
        at span: SourceSpan,
        on declared: ConnectionName
    ) -> DeferredOrigin {
        let target = standIn(for: declared)
        let block = openBlock?.header
        if let known = lastCallOrigin, known.span == span, known.block == block,
            known.connection == target
        {
            return known
        }
        let origin = DeferredOrigin(name: nil, span: span, block: block, connection: target)
        lastCallOrigin = origin
        return origin
    }

    private mutating func queue(
        _ words: [[UInt8]],
        _ origin: DeferredOrigin,
        isShown: Bool = false,
        isNamed: Bool = false
    ) -> DeferredValue {
        arguments.removeAll()
        for word in words { arguments.append(word) }
        let reply = DeferredValue(origin)
        pipeline.enqueue(arguments, into: reply, onLane: pipeline.lane(for: origin.connection))
        events.append(
            .command(
                CommandEvent(
                    deferred: reply,
                    words: output.wantsCommands ? words : [],
                    tryScope: tryScope,
                    isShown: isShown,
                    isNamed: isNamed
                )
            )
        )
        return reply
    }

    /// Makes a typed value of a reply when it is there.
    mutating func decode(
        _ reply: DeferredValue,
        by command: TypedCommand,
        at span: SourceSpan
    ) -> DeferredValue {
        let result = DeferredValue(at: span, block: openBlock?.header)
        events.append(
            .decode(
                DecodeEvent(command: command, reply: reply, result: result, tryScope: tryScope)
            )
        )
        return result
    }

    // MARK: Replies

    /// Shows on a record what was done, before anything else of the block runs.
    func settle(_ event: OperationEvent, _ failures: inout FailureDescriber) -> ScriptError? {
        if let problem = event.operation.problem {
            let failure = failures.describe(problem, at: event.result.origin.command)
            event.record.endOperation(event.outcome(failure))
            event.result.fail(failure)
            return failure
        }
        do throws(ModelError) {
            switch try event.operation.apply() {
            case .record: event.result.fill(.record(event.record))
            case .value(let value): event.result.fill(Value(value))
            }
            event.record.endOperation(.shown)
            return nil
        } catch {
            let failure = ScriptError(error, at: event.result.span, outcome: .answered)
            event.record.endOperation(event.outcome(failure))
            event.result.fail(failure)
            return failure
        }
    }

    func settle(_ event: DecodeEvent) -> ScriptError? {
        if case .failed(let failure) = event.reply.reading {
            event.result.fail(failure)
            return nil
        }
        guard let reply = event.reply.reply else { return nil }
        do throws(FieldError) {
            event.result.fill(Value(try event.command.decode(reply)))
            return nil
        } catch {
            if reply.isQueued {
                event.result.fill(Value(reply))
                return nil
            }
            let failure = ScriptError(error, at: event.reply.origin.command)
            event.result.fail(failure)
            return failure
        }
    }

    // MARK: Lines with typed keys

    /// What a typed key in a command line changes: typed words are encoded, its connection is taken.
    ///
    /// - Returns: How to read the reply; `nil` for a line without typed keys.
    mutating func fitToKeys(
        _ command: PlannedCommand
    ) throws(EvaluationError) -> TypedCommand? {
        let keys = try typedKeys(in: command.words)
        guard let keyspace = keys.first?.key.keyspace else { return nil }
        let target = command.connection.map { ConnectionName($0) } ?? connection
        for (key, span) in keys {
            try check(key, goesWith: keyspace.connection ?? target, elseTo: target, at: span)
            if let own = key.keyspace.connection, let named = command.connection, own.text != named
            {
                throw .raised(
                    Diagnostic(
                        "E0304",
                        "a key of `\(key.keyspace.name)` cannot go to `\(named)`",
                        at: span
                    )
                )
            }
        }
        var words: [[UInt8]] = []
        var values: [FieldValue?] = []
        for word in command.words {
            switch word {
            case .literal(let bytes):
                words.append(bytes)
                values.append(nil)
            case .value(let value):
                let known = try known(value)
                if case .key(let key) = known {
                    words.append(key.key.bytes)
                    values.append(nil)
                } else {
                    values.append(try known.fieldValue(at: value.span))
                    words.append([])
                }
            case .text, .spread:
                arguments.removeAll()
                try append(word)
                for argument in arguments.words {
                    words.append(argument)
                    values.append(nil)
                }
            }
        }
        try encode(&words, values, keyspace, of: command)
        return TypedCommand(words, on: keyspace)
    }

    /// The typed keys among the words of a command, with their places.
    mutating func typedKeys(
        in words: [PlannedWord]
    ) throws(EvaluationError) -> [(key: TypedKey, span: SourceSpan)] {
        guard mayHoldKeys else { return [] }
        var found: [(key: TypedKey, span: SourceSpan)] = []
        for word in words {
            switch word {
            case .value(let value) where value.isPlain, .spread(let value) where value.isPlain:
                for key in try known(value).typedKeys { found.append((key, value.span)) }
            case .literal, .text, .value, .spread: break
            }
        }
        return found
    }

    /// All keys of a command go where the command goes; those that name no connection are content
    /// with the fallback.
    private func check(
        _ key: TypedKey,
        goesWith target: ConnectionName,
        elseTo fallback: ConnectionName,
        at span: SourceSpan
    ) throws(EvaluationError) {
        if key.keyspace.shardCount != nil {
            throw .raised(
                Diagnostic("E0302", "a sharded key is called on: `key.get()`", at: span)
            )
        }
        let own = key.keyspace.connection ?? fallback
        guard own != target else { return }
        throw .raised(
            Diagnostic(
                "E0304",
                "keys of two connections in one command: `\(target)` and `\(own)`",
                at: span
            )
        )
    }

    /// The arguments of a method may be keys too.
    func check(
        _ argument: Value,
        beside receiver: TypedKey,
        at span: SourceSpan
    ) throws(EvaluationError) {
        for key in argument.typedKeys {
            let target = receiver.keyspace.connection ?? connection
            try check(key, goesWith: target, elseTo: connection, at: span)
        }
    }

    /// Values of expressions are stored by the type of their place.
    private func encode(
        _ words: inout [[UInt8]],
        _ values: [FieldValue?],
        _ keyspace: KeyspaceDefinition,
        of command: PlannedCommand
    ) throws(EvaluationError) {
        guard let entry = CommandTable.command(for: Array(words.prefix(2))) else { return }
        guard command.isUnchecked || keyspace.type.mayStand(in: entry) else {
            throw .raised(.call(.wrongFamily(entry, keyspace.type)), at: command.span)
        }
        let known = zip(words, values).map { word, value -> CallArgument in
            switch value {
            case nil: .word(word)
            case .text(let bytes)?, .bytes(let bytes)?: .word(bytes)
            case .integer(let number)?: .word(Array(String(number).utf8))
            case _?: .unknown
            }
        }
        let roles = entry.roles(of: known)
        var field: [UInt8]?
        for (index, role) in zip(words.indices, roles) {
            do throws(KeyspaceError) {
                if let value = values[index] {
                    words[index] = try keyspace.word(of: value, as: role, field: field)
                } else {
                    try keyspace.check(words[index], as: role, field: field)
                }
            } catch {
                throw .raised(error, at: command.span)
            }
            if role == .field { field = words[index] }
        }
    }
}

extension PlannedExpression {
    /// It can be looked at before it is used: that queues and calls nothing.
    fileprivate var isPlain: Bool {
        switch kind {
        case .variable, .integer, .text: true
        case .typedKey, .list, .index, .member: operands.allSatisfy(\.isPlain)
        default: false
        }
    }
}

extension Value {
    /// The typed keys that it is or holds.
    fileprivate var typedKeys: [TypedKey] {
        switch settled {
        case .key(let key): [key.key]
        case .list(let items): items.flatMap(\.typedKeys)
        default: []
        }
    }
}

extension ModelOperation {
    /// It brings the record, and no value of its own.
    fileprivate var givesRecord: Bool { !bringsValue }
}

extension RESPValue {
    /// The reply to a command inside MULTI, which is no value of its type.
    fileprivate var isQueued: Bool { self == .simpleString(Array("QUEUED".utf8)) }
}

/// What a record has sent.
struct OperationEvent {
    let operation: ModelOperation
    let record: RecordValue
    let result: DeferredValue
    let tryScope: TryScope

    func outcome(_ failure: ScriptError) -> RecordValue.Outcome {
        tryScope.keeper(of: failure) == nil ? .failed(failure) : .handled
    }
}

/// A reply that is read by the types of a keyspace.
struct DecodeEvent {
    let command: TypedCommand
    let reply: DeferredValue
    let result: DeferredValue
    let tryScope: TryScope
}
