extension CommandArgument {
    /// Whether it is a token without a value.
    var isBareToken: Bool { kind == .token }

    /// The tokens with which it can begin; `nil` if it can begin with a value.
    var leadingTokens: [String]? {
        if let token { return [token] }
        switch kind {
        case .oneOf:
            var tokens: [String] = []
            for child in children {
                guard let own = child.leadingTokens else { return nil }
                tokens += own
            }
            return tokens
        case .block: return children.leadingTokens
        default: return nil
        }
    }

    /// How many words it takes at least.
    var minimumWordCount: Int {
        let own = token == nil || isBareToken ? 0 : 1
        switch kind {
        case .oneOf: return own + (children.map(\.minimumWordCount).min() ?? 0)
        case .block: return own + children.minimumWordCount
        default: return own + 1
        }
    }

    /// Whether a name means this argument, by its own name or by its token.
    func isCalled(_ name: String) -> Bool {
        let name = String(name.lowercased().map { $0 == "_" ? "-" : $0 })
        return self.name == name || token?.lowercased() == name
    }

    /// Whether it counts what follows: `numkeys`, `numfields`, `numids`.
    var isCount: Bool { kind == .integer && name.hasPrefix("num") && token == nil }

    /// Its own names and those of its children.
    var allNames: [String] {
        [name] + (token.map { [$0.lowercased()] } ?? []) + children.flatMap(\.allNames)
    }
}

extension [CommandArgument] {
    /// The tokens with which they can begin; `nil` if they can begin with a value.
    var leadingTokens: [String]? {
        var tokens: [String] = []
        for argument in self {
            guard let own = argument.leadingTokens else { return nil }
            tokens += own
            if !argument.isOptional { return tokens }
        }
        return tokens
    }

    /// How many words they take at least.
    var minimumWordCount: Int {
        reduce(0) { $0 + ($1.isOptional ? 0 : $1.minimumWordCount) }
    }
}
