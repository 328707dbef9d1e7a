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
        if isStopped { throw .failed(.notSentAfterError(at: command.span)) }
        try build(command)
        try check(arguments, of: command)
        let target = command.connection.map { ConnectionName($0) } ?? connection
        if let refusal = settings.refusal?(target, arguments.words, command.span) {
            throw .raised(refusal)
        }
        let slot = ReplySlot()
        pipeline.enqueue(arguments, into: slot, onLane: pipeline.lane(for: target))
        let deferred = DeferredValue(
            name: name?.name,
            at: name?.span ?? command.span,
            block: openBlock?.header
        )
        let reply = ReplySource(
            deferred: Deferred(slot),
            shape: command.replyShape(of: arguments)
        )
        events.append(
            .command(
                CommandEvent(
                    deferred: deferred,
                    reply: reply,
                    connection: target,
                    words: output.wantsCommands ? arguments.words : [],
                    isShown: isShown,
                    isNamed: name != nil,
                    tryScope: tryScope,
                    span: command.span
                )
            )
        )
        return deferred
    }

    /// Puts the words of a command, one argument each, into ``arguments``.
    private mutating func build(_ command: PlannedCommand) throws(EvaluationError) {
        arguments.removeAll()
        for word in command.words {
            switch word {
            case .literal(let bytes): arguments.append(bytes)
            case .value(let value):
                arguments.append(try known(value).argument(at: value.span))
            case .spread(let value): try appendSpread(of: value)
            case .text(let pieces, _): try appendText(of: pieces)
            }
        }
    }

    private mutating func appendText(of pieces: [PlannedText]) throws(EvaluationError) {
        var argument: [UInt8] = []
        for piece in pieces {
            switch piece {
            case .literal(let bytes): argument += bytes
            case .hole(let hole): argument += try known(hole).argument(at: hole.span)
            }
        }
        arguments.append(argument)
    }

    /// A list gives its items, a map key and value in turn.
    private mutating func appendSpread(of value: PlannedExpression) throws(EvaluationError) {
        switch try known(value) {
        case .list(let items):
            for item in items { arguments.append(try item.argument(at: value.span)) }
        case .range(let range):
            guard let items = range.items else {
                throw .raised(.tooLongForList(at: value.span))
            }
            for item in items { arguments.append(try item.argument(at: value.span)) }
        case .map(let map):
            for (key, item) in map {
                arguments.append(try key.value.argument(at: value.span))
                arguments.append(try item.argument(at: value.span))
            }
        case let other: throw .raised(.notSpreadable(other, at: value.span))
        }
    }

    /// A spread decides only now how many words there are.
    private func check(
        _ arguments: borrowing ArgumentList,
        of command: PlannedCommand
    ) throws(EvaluationError) {
        let count = arguments.count
        guard count > 0 else { throw .raised(.empty(at: command.span)) }
        guard !command.isUnchecked, count != command.words.count || command.hasSpread,
            let entry = CommandTable.command(for: arguments.words)
        else { return }
        if !entry.arity.allows(wordCount: count) {
            throw .raised(.wrongArity(entry, found: count, at: command.span))
        }
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
    fileprivate static func notSentAfterError(at span: SourceSpan) -> ScriptError {
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

    fileprivate static func notSpreadable(_ value: Value, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "E0606",
            "`...` spreads a list or a map, not \(value.kindName)",
            at: span
        )
    }
}
