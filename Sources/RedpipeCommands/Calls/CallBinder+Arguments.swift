extension CallBinder {
    /// Lays out arguments in their order, optional neighbours in any.
    mutating func bind(
        _ arguments: [CommandArgument],
        at path: Path,
        before next: Following
    ) throws(CallError) {
        var index = 0
        while index < arguments.count {
            let end = arguments[index...].firstIndex { !$0.isOptional } ?? arguments.count
            if end > index {
                let rest = following(end - 1, of: arguments, at: path, before: next)
                try bindOptions(index..<end, of: arguments, at: path, before: rest)
                index = end
            } else {
                let rest = following(index, of: arguments, at: path, before: next)
                try bindRequired(index, of: arguments, at: path, before: rest)
                index += 1
            }
        }
    }

    /// What comes behind an argument, within its list and behind it.
    private func following(
        _ index: Int,
        of arguments: [CommandArgument],
        at path: Path,
        before next: Following
    ) -> Following {
        var following = next
        for (offset, argument) in arguments.enumerated().dropFirst(index + 1) {
            if !argument.isOptional {
                following.minimumWordCount += minimum(of: argument, at: path + [offset])
            }
            following.tokens += argument.leadingTokens ?? []
        }
        return following
    }

    /// How many positional words an argument takes at least.
    private func minimum(of argument: CommandArgument, at path: Path) -> Int {
        guard isFilled(path) else { return argument.minimumWordCount }
        guard argument.kind == .block, fillings[path] == nil else { return 0 }
        return argument.children.enumerated().reduce(0) { sum, child in
            sum
                + (child.element.isOptional
                    ? 0 : minimum(of: child.element, at: path + [child.offset]))
        }
    }

    /// Takes optional arguments as long as there are words for them, then those that are named.
    private mutating func bindOptions(
        _ range: Range<Int>,
        of arguments: [CommandArgument],
        at path: Path,
        before next: Following
    ) throws(CallError) {
        var unused = range.filter { !isFilled(path + [$0]) }
        while available > next.minimumWordCount,
            let index = nextOption(unused, of: arguments, before: next)
        {
            unused.removeAll { $0 == index }
            var rest = next
            rest.tokens += unused.flatMap { arguments[$0].leadingTokens ?? [] }
            try bind(arguments[index], at: path + [index], before: rest)
        }
        for index in range where isFilled(path + [index]) {
            try bind(arguments[index], at: path + [index], before: next)
        }
    }

    /// The option that the next word begins: by its token, else one that has none.
    private func nextOption(
        _ unused: [Int],
        of arguments: [CommandArgument],
        before next: Following
    ) -> Int? {
        if let index = unused.first(where: { isNext(oneOf: arguments[$0].leadingTokens) }) {
            return index
        }
        guard !isNext(oneOf: next.tokens) else { return nil }
        let words = available - next.minimumWordCount
        return unused.first { index in
            arguments[index].leadingTokens == nil && arguments[index].minimumWordCount <= words
        }
    }

    private mutating func bindRequired(
        _ index: Int,
        of arguments: [CommandArgument],
        at path: Path,
        before next: Following
    ) throws(CallError) {
        let argument = arguments[index]
        let follower = index + 1 < arguments.count ? arguments[index + 1] : nil
        if argument.isCount, let follower, follower.isMultiple, fillings[path + [index]] == nil,
            bindCount(of: follower, at: path + [index + 1], before: next)
        {
            return
        }
        if argument.isMultiple, let follower, follower.isMultiple, !follower.isOptional {
            // XREAD: as many keys as ids.
            count = (available + (keyPath == path + [index] ? 1 : 0)) / 2
        }
        try bind(argument, at: path + [index], before: next)
    }

    /// Counts what follows where nobody else does.
    ///
    /// - Returns: `false` if the number is a positional argument.
    private mutating func bindCount(
        of follower: CommandArgument,
        at path: Path,
        before next: Following
    ) -> Bool {
        let keyCount = keyPath == path ? 1 : 0
        if let index = fillings[path] {
            append(.count(of: index, adding: keyCount))
        } else if isNamedWithin(path) || isFilled(path) && available < next.minimumWordCount + 1 {
            append(.literal([UInt8(ascii: "1")]))
            count = 1
        } else {
            return false
        }
        return true
    }
}
