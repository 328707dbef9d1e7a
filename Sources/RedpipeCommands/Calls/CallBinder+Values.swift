extension CallBinder {
    /// Lays out one argument.
    mutating func bind(
        _ argument: CommandArgument,
        at path: Path,
        before next: Following
    ) throws(CallError) {
        if let index = fillings[path] { return try bindNamed(argument, at: path, by: index) }
        guard !argument.isBareToken else { return try takeWord(of: argument, .plain) }
        repeat {
            try bindToken(of: argument, at: path)
            switch argument.kind {
            case .oneOf: try bindChoice(argument, at: path, before: next)
            case .block: try bindRounds(argument, at: path, before: next)
            default: try bindValues(argument, at: path, before: next)
            }
        } while argument.isRepeated && isNext(oneOf: argument.leadingTokens)
    }

    private mutating func takeWord(
        of argument: CommandArgument,
        _ role: ArgumentRole
    ) throws(CallError) {
        guard available > 0 else { throw missing(argument) }
        take(role)
    }

    private func missing(_ argument: CommandArgument) -> CallError {
        .missingArgument(argument.token ?? argument.name, of: command)
    }

    /// The token before the values: a positional word, or implied by what is named within.
    private mutating func bindToken(
        of argument: CommandArgument,
        at path: Path
    ) throws(CallError) {
        guard let token = argument.token else { return }
        if isNext(oneOf: [token]) {
            take()
        } else if isFilled(path) {
            append(.literal(Array(token.utf8)))
        } else {
            throw missing(argument)
        }
    }

    private mutating func bindChoice(
        _ argument: CommandArgument,
        at path: Path,
        before next: Following
    ) throws(CallError) {
        let children = argument.children
        let choice =
            children.indices.first { isFilled(path + [$0]) }
            ?? children.firstIndex { isNext(oneOf: $0.leadingTokens) }
            ?? children.firstIndex { $0.leadingTokens == nil }
        // A word that is known later may be any of the tokens.
        guard let choice else { return try takeWord(of: argument, .plain) }
        try bind(children[choice], at: path + [choice], before: next)
    }

    /// Lays out a block, of several as many as there are words for.
    private mutating func bindRounds(
        _ argument: CommandArgument,
        at path: Path,
        before next: Following
    ) throws(CallError) {
        let limit = count
        count = nil
        var rounds = 0
        repeat {
            try bindOnce(argument, at: path, before: next)
            rounds += 1
        } while argument.isMultiple && !argument.isRepeated && rounds < limit ?? .max
            && available >= next.minimumWordCount + argument.children.minimumWordCount
            && !isNext(oneOf: next.tokens)
    }

    /// Lays out one round of a block.
    ///
    /// A token that begins it and is named brings what follows: `maxlen: ["~", 1000]`. Then nothing
    /// else of the block is taken from the positional words. One that may be left out, as in
    /// `hrandfield(5, withvalues: true)`, brings only itself.
    private mutating func bindOnce(
        _ argument: CommandArgument,
        at path: Path,
        before next: Following
    ) throws(CallError) {
        guard hasTokenNamed(within: path, of: argument.children) else {
            return try bind(argument.children, at: path, before: next)
        }
        for (index, child) in argument.children.enumerated() where isFilled(path + [index]) {
            try bind(child, at: path + [index], before: next)
        }
    }

    private func hasTokenNamed(within path: Path, of children: [CommandArgument]) -> Bool {
        children.enumerated().contains { index, child in
            guard !child.isOptional else { return false }
            let place = path + [index]
            return fillings[place] != nil
                ? child.token != nil : hasTokenNamed(within: place, of: child.children)
        }
    }

    private mutating func bindValues(
        _ argument: CommandArgument,
        at path: Path,
        before next: Following
    ) throws(CallError) {
        let role = command.role(of: argument)
        let isCalled = keyPath == path
        if isCalled { takeKey() }
        guard argument.isMultiple, !argument.isRepeated else {
            if argument.isCount { count = nextNumber }
            return isCalled ? () : try takeWord(of: argument, role)
        }
        let limit = count.map { isCalled ? $0 - 1 : $0 }
        count = nil
        var taken = 0
        while available > next.minimumWordCount, taken < limit ?? .max,
            limit != nil || !isNext(oneOf: next.tokens)
        {
            take(role)
            taken += 1
        }
        if !isCalled, taken == 0, !argument.isOptional { throw missing(argument) }
    }
}

extension CallBinder {
    /// Lays out an argument that is given by name.
    private mutating func bindNamed(
        _ argument: CommandArgument,
        at path: Path,
        by index: Int
    ) throws(CallError) {
        let roles = roles(of: argument)
        if keyPath == path { takeKey() }
        if argument.kind == .block, argument.children.first?.isCount == true {
            append(.literal(Array((argument.token ?? "").utf8)))
            append(.count(of: index, adding: 0))
            append(.elements(index), Array(roles.dropFirst()))
        } else if let token = argument.token, isFlexible(argument, roles) {
            let isRepeated = argument.repeatsToken
            append(.option(index, token: Array(token.utf8), isRepeated: isRepeated), roles)
        } else {
            if let token = argument.token { append(.literal(Array(token.utf8))) }
            let isSingle = !argument.isMultiple && argument.children.isEmpty
            append(isSingle ? .named(index) : .elements(index), roles)
        }
    }

    /// Whether a list stands for several words; a single value that is typed may be a list itself.
    private func isFlexible(_ argument: CommandArgument, _ roles: [ArgumentRole]) -> Bool {
        argument.isMultiple || !argument.children.isEmpty || roles == [.plain]
    }

    private func roles(of argument: CommandArgument) -> [ArgumentRole] {
        switch argument.kind {
        case .block: argument.children.flatMap(roles)
        case .oneOf, .token: [.plain]
        default: [command.role(of: argument)]
        }
    }
}

extension CommandArgument {
    /// Whether its tokens come again with each of its values.
    fileprivate var isRepeated: Bool {
        repeatsToken || isMultiple && kind == .oneOf
    }
}
