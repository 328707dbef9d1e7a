import Redpipe
import RedpipeCommands
import RedpipeCompiler
import RedpipeRESP
import RedpipeSyntax

extension Executor {
    /// Queues a command on the open block.
    mutating func queue(
        _ command: PlannedCommand,
        isShown: Bool,
        name: Identifier? = nil
    ) throws(EvaluationError) -> DeferredValue {
        if let typed = try fitToKeys(command) {
            return try queue(typed, command, isShown: isShown, name: name)
        }
        let origin = try prepare(command, name: name)
        try checkTransaction(origin.connection, at: command.span)
        let deferred = DeferredValue(origin)
        pipeline.enqueue(arguments, into: deferred, onLane: pipeline.lane(for: origin.connection))
        let words = output.wantsCommands ? arguments.words : []
        if tryScope.isInSource {
            let call = ShownCall(connection: origin.connection, words: words)
            lastCall = QueuedCall(result: deferred, shown: call)
        }
        events.append(
            .command(
                CommandEvent(
                    deferred: deferred,
                    words: words,
                    tryScope: tryScope,
                    isShown: isShown,
                    isNamed: name != nil
                )
            )
        )
        return deferred
    }

    /// Queues a command whose reply nobody will read, which takes no object for it.
    mutating func queueSilently(_ command: PlannedCommand) throws(EvaluationError) {
        if let typed = try fitToKeys(command) {
            _ = try queue(typed, at: command.span)
            return
        }
        let origin = try prepare(command, name: nil)
        try checkTransaction(origin.connection, at: command.span)
        let lane = pipeline.lane(for: origin.connection)
        let position = pipeline.commandCount(ofLane: lane)
        pipeline.enqueue(arguments, into: nil, onLane: lane)
        events.append(
            .silent(
                SilentCommand(
                    origin: origin,
                    tryScope: tryScope,
                    position: Int32(clamping: position)
                )
            )
        )
    }

    /// Builds the arguments of a command.
    ///
    /// - Returns: What its deferred value will say of its origin.
    private mutating func prepare(
        _ command: PlannedCommand,
        name: Identifier?
    ) throws(EvaluationError) -> DeferredOrigin {
        if isStopped { throw .failed(.notSentAfterError(at: command.span)) }
        try build(command)
        try check(arguments, of: command)
        let origin = origin(of: command, name: name)
        let target = command.connection.map { ConnectionName($0) } ?? connection
        try checkRefusal(of: arguments.words, on: target, at: command.span)
        return origin
    }

    /// Inside a MULTI that a person has typed there are no replies before its EXEC.
    func checkReply(
        to words: @autoclosure () -> [[UInt8]],
        on target: ConnectionName,
        at span: SourceSpan
    ) throws(EvaluationError) {
        guard let refusal = settings.replyRefusal?(target, words(), span) else { return }
        throw .raised(refusal)
    }

    /// Some commands must not be sent on some connections, whoever builds them: asked with the name
    /// of the connection as it was declared, also if another stands in for it.
    func checkRefusal(
        of words: @autoclosure () -> [[UInt8]],
        on target: ConnectionName,
        at span: SourceSpan
    ) throws(EvaluationError) {
        if bindsReplies { try checkReply(to: words(), on: target, at: span) }
        guard let refusal = settings.refusal?(target, words(), span) else { return }
        if refusal.id == settings.endingRefusal {
            refusalMark.isSet = true
            throw .ended(because: ScriptError(refusal))
        }
        throw .raised(refusal)
    }

    /// Where the commands of a connection go while a transaction watches keys of it.
    func standIn(for connection: ConnectionName) -> ConnectionName {
        guard let standIn = pipeline.standIn, standIn.of == connection else { return connection }
        return standIn.name
    }

    /// The origin that the values of one command in one block share.
    private mutating func origin(of command: PlannedCommand, name: Identifier?) -> DeferredOrigin {
        let shape = command.replyShape(of: arguments)
        let target = standIn(for: command.connection.map { ConnectionName($0) } ?? connection)
        if origins.indices.contains(command.number), let known = origins[command.number],
            known.isOf(command, block: openBlock?.header, connection: target, shape: shape)
        {
            return known
        }
        let origin = DeferredOrigin(
            name: name?.name,
            span: name?.span ?? command.span,
            block: openBlock?.header,
            connection: target,
            shape: shape,
            command: command.span
        )
        if origins.count <= command.number {
            origins += repeatElement(nil, count: command.number + 1 - origins.count)
        }
        origins[command.number] = origin
        return origin
    }

    /// Puts the words of a command, one argument each, into ``arguments``.
    private mutating func build(_ command: PlannedCommand) throws(EvaluationError) {
        arguments.removeAll()
        for word in command.words { try append(word) }
    }

    /// Puts one word into ``arguments``.
    mutating func append(_ word: PlannedWord) throws(EvaluationError) {
        switch word {
        case .literal(let bytes): arguments.append(bytes)
        case .value(let value):
            let known = try known(value)
            arguments.beginArgument()
            try known.append(to: &arguments, at: value.span)
        case .spread(let value): try appendSpread(of: value)
        case .text(let pieces, _): try appendText(of: pieces)
        }
    }

    private mutating func appendText(of pieces: [PlannedText]) throws(EvaluationError) {
        arguments.beginArgument()
        for piece in pieces {
            switch piece {
            case .literal(let bytes): arguments.appendToLast(bytes)
            case .hole(let hole): try known(hole).append(to: &arguments, at: hole.span)
            }
        }
    }

    /// A list gives its items, a map key and value in turn.
    private mutating func appendSpread(of value: PlannedExpression) throws(EvaluationError) {
        switch try known(value) {
        case .list(let items):
            try appendArguments(items, at: value.span)
        case .range(let range):
            guard let items = range.items else {
                throw .raised(.tooLongForList(at: value.span))
            }
            try appendArguments(items, at: value.span)
        case .map(let map):
            for (key, item) in map { try appendArguments([key.value, item], at: value.span) }
        case let other: throw .raised(.notSpreadable("E0606", other.kind, at: value.span))
        }
    }

    private mutating func appendArguments(
        _ values: [Value],
        at span: SourceSpan
    ) throws(EvaluationError) {
        for value in values {
            arguments.beginArgument()
            try value.append(to: &arguments, at: span)
        }
    }

    /// A spread decides only now how many words there are.
    private func check(
        _ arguments: borrowing ArgumentList,
        of command: PlannedCommand
    ) throws(EvaluationError) {
        let count = arguments.count
        guard count > 0 else { throw .raised(.empty(at: command.span)) }
        if command.mayBeForbidden,
            let forbidden = ForbiddenCommand.diagnostic(for: arguments.words, at: command.span)
        {
            throw .raised(forbidden)
        }
        guard !command.isUnchecked, count != command.words.count || command.hasSpread,
            let entry = CommandTable.command(for: arguments.words)
        else { return }
        if !entry.arity.allows(wordCount: count) {
            throw .raised(.wrongArity(entry, found: count, at: command.span))
        }
    }
}

extension DeferredOrigin {
    fileprivate func isOf(
        _ command: PlannedCommand,
        block: SourceSpan?,
        connection: ConnectionName,
        shape: ReplyShape?
    ) -> Bool {
        self.command == command.span && self.block == block && self.connection == connection
            && self.shape == shape
    }
}

extension PlannedCommand {
    fileprivate var hasSpread: Bool {
        words.contains { if case .spread = $0 { true } else { false } }
    }
}

extension PlannedCommand {
    fileprivate func replyShape(of arguments: borrowing ArgumentList) -> ReplyShape? {
        switch replyShape {
        case .fixed(let shape): shape
        case .ofWords: CommandTable.replyShape(for: arguments.words)
        }
    }
}

extension ScriptError {
    /// What a callback reaches after an error that ends the run.
    static func notSentAfterError(at span: SourceSpan) -> ScriptError {
        let diagnostic = Diagnostic(
            "E0402",
            "not sent: the run ends by the error before",
            at: span
        )
        return ScriptError(diagnostic, outcome: .notSent)
    }
}

extension Diagnostic {
    fileprivate static func empty(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0106", "the command has no words", at: span)
    }

    fileprivate static func wrongArity(
        _ entry: Command,
        found: Int,
        at span: SourceSpan
    ) -> Diagnostic {
        let given = found - (entry.name.contains("|") ? 2 : 1)
        return Diagnostic(
            "E0606",
            "`\(entry.displayName)` takes \(entry.arityDescription), found \(given)",
            at: span
        )
    }
}
