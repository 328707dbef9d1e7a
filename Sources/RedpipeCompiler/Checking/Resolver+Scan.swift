import RedpipeSyntax

extension Resolver {
    // `scan = "scan" "(" pattern ["," "on:" NAME] ")"`
    mutating func resolveScan(_ call: CallExpression) -> PlannedExpression.Kind {
        requireScanPlace(at: call.callee.span)
        var connection: String?
        var patterns: [PlannedExpression] = []
        for argument in call.arguments {
            guard let name = argument.name else {
                patterns.append(resolveExpression(argument.value))
                continue
            }
            guard name.name == "on" else {
                report(.namedLibraryArgument(name, .scan))
                continue
            }
            if connection != nil { report(.argumentTwice("on", at: name.span)) }
            connection = resolveConnection(argument.value)
        }
        guard patterns.count == 1 else {
            report(.wrongLibraryArguments(call, .scan))
            return .null
        }
        return .scan(PlannedScan(pattern: patterns[0], connection: connection))
    }

    /// `on:` takes the name of a connection, which is no expression.
    private mutating func resolveConnection(_ value: Expression) -> String? {
        guard case .name(let name) = value.kind else {
            report(
                Diagnostic("E0205", "`on:` takes the name of a connection", at: value.span)
                    .help("`scan(\"user:*\", on: users)`")
            )
            return nil
        }
        return resolveConnection(Identifier(name: name, span: value.span))
    }

    /// Its round trips come while it is walked, so no block may wait to be sent meanwhile.
    private mutating func requireScanPlace(at span: SourceSpan) {
        let isInBlock = surroundings.pipelineDepth > 0 && !surroundings.isDirectlyInBatches
        guard surroundings.isInFunction || surroundings.isInThen || isInBlock else { return }
        let place = "outside of blocks and functions, or directly in a block with `batch=`"
        report(.misplaced("scan", place, at: span))
    }
}
