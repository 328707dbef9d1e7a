import RedpipeSyntax

extension Resolver {
    /// The form `transaction {option} ["watch" word {word}] block`.
    mutating func resolve(_ transaction: TransactionStatement) -> PipelineStep {
        let connection = transaction.options.connection.map { resolveConnection($0) }
        check(transaction, connection)
        let watched = transaction.watched?.map { resolve($0) }
        let outer = surroundings
        defer { surroundings = outer }
        enter(transaction, on: connection)
        var statements = transaction.body.statements
        var reads: [Step]?
        if case .read(let read)? = statements.first, watched != nil {
            statements.removeFirst()
            reads = resolveInnerSteps(read.body)
        } else if watched != nil {
            idleLines.append(.watchWithoutRead(at: transaction.span).asWarning)
        }
        let body = Block(
            statements: statements,
            opening: transaction.body.opening,
            closing: transaction.body.closing
        )
        return PipelineStep(
            connection: connection,
            timeout: transaction.options.timeout?.value,
            batchSize: nil,
            transaction: TransactionPlan(
                retryCount: transaction.options.retryCount ?? 0,
                watched: watched,
                reads: reads
            ),
            isQuiet: transaction.options.isQuiet,
            steps: resolveInnerSteps(body),
            span: transaction.span
        )
    }

    private mutating func enter(_ transaction: TransactionStatement, on connection: String?) {
        surroundings.pipelineDepth += 1
        surroundings.isDirectlyInBatches = false
        if let connection { surroundings.connection = connection }
        surroundings.transaction = surroundings.transaction ?? surroundings.connection ?? ""
    }

    /// Everything of a transaction runs on one connection, and a watching one stands alone.
    private mutating func check(_ transaction: TransactionStatement, _ connection: String?) {
        if transaction.watched != nil,
            surroundings.pipelineDepth > 0 || surroundings.isInFunction || surroundings.isInThen
        {
            let place = "at the top level and in its `for`, `while` and `if`"
            report(.misplaced("transaction watch", place, at: transaction.span))
        }
        if transaction.watched == nil, transaction.options.retryCount != nil {
            report(.retryWithoutWatch(at: transaction.span))
        }
        if let name = transaction.options.connection { checkTransaction(name) }
        checkSending(transaction.options)
    }

    /// A block or a command inside a transaction on a connection of its own.
    mutating func checkTransaction(_ connection: Identifier) {
        guard let own = surroundings.transaction, !own.isEmpty, own != connection.name else {
            return
        }
        report(.otherConnection(connection, own))
    }

    /// `read` stands first in a transaction that watches.
    mutating func resolve(_ read: ReadStatement) -> Step? {
        report(.misplaced("read", "first in a `transaction watch`", at: read.span))
        _ = resolveBody(read.body)
        return nil
    }
}

extension Diagnostic {
    fileprivate static func watchWithoutRead(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0304", "without `read` watching guards nothing", at: span)
            .help("`read { let have <- GET stock }` first: its replies are known in the next lines")
    }

    fileprivate static func retryWithoutWatch(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0304", "`retry=` belongs to a transaction that watches", at: span)
            .help("`transaction retry=3 watch stock { … }`")
    }

    fileprivate static func otherConnection(_ name: Identifier, _ own: String) -> Diagnostic {
        Diagnostic(
            "E0304",
            "a transaction runs on one connection, this one on `\(own)`",
            at: name.span
        ).help("move what goes to `\(name.name)` out of the transaction")
    }
}
