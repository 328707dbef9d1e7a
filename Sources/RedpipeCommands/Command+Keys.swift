extension Command {
    /// The rules for the keys, in the servers' order.
    public var keySpecifications: [KeySpecification] {
        var specifications: [KeySpecification] = []
        forEachKeySpecification { specifications.append($0) }
        return specifications
    }

    /// The places of the keys among the words.
    ///
    ///     XREAD COUNT 2 STREAMS a b 0 0  // [4, 5]
    ///
    /// - Parameter words: The whole command, its name first.
    /// - Returns: Ascending indices; none if the words are incomplete.
    public func keyIndices(in words: [[UInt8]]) -> [Int] {
        var indices = indices(in: words) { !$0.contains(.notKey) }
        guard flags.contains(.movableKeys) else { return indices }
        if isNamed("sort"), let destination = sortDestination(in: words) {
            indices.append(destination)
        }
        // With KEYS the single key of MIGRATE must be empty, and is none.
        if isNamed("migrate"), words.count > 3, words[3].isEmpty {
            indices.removeAll { $0 == 3 }
        }
        return indices
    }

    /// The places of the words that the cluster hashes: the keys, or the shard channels.
    public func hashedIndices(in words: [[UInt8]]) -> [Int] {
        flags.contains(.pubsub) ? indices(in: words) { _ in true } : keyIndices(in: words)
    }
}

extension Command {
    /// Reads the rules one after the other, without an array of them: this runs for each command.
    private func forEachKeySpecification(_ body: (KeySpecification) -> Void) {
        var row = RowReader(at: field(.keys).lowerBound)
        while !row.isAtEndOfField {
            body(KeySpecification(&row))
            _ = row.accept(";")
        }
    }

    private func indices(
        in words: [[UInt8]],
        where isWanted: (KeySpecification.Flags) -> Bool
    ) -> [Int] {
        var found: [Int] = []
        forEachKeySpecification { specification in
            guard isWanted(specification.flags) else { return }
            found.append(contentsOf: specification.indices(in: words))
        }
        let isAscending = zip(found, found.dropFirst()).allSatisfy(<)
        return isAscending ? found : Set(found).sorted()
    }

    /// The key behind the last STORE of a SORT, which may stand between any two other options.
    private func sortDestination(in words: [[UInt8]]) -> Int? {
        var destination: Int?
        var index = 2
        while index < words.count {
            if ASCII.matches(words[index], "store"), index + 1 < words.count {
                destination = index + 1
                index += 1
            } else if ASCII.matches(words[index], "limit") {
                index += 2
            } else if ASCII.matches(words[index], "get") || ASCII.matches(words[index], "by") {
                index += 1
            }
            index += 1
        }
        return destination
    }
}

extension KeySpecification {
    /// The places that the rule finds; none if one of them would lie behind the words.
    fileprivate func indices(in words: [[UInt8]]) -> StrideThrough<Int> {
        let none = stride(from: 0, through: -1, by: 1)
        guard let begin = start(in: words), begin < words.count else { return none }
        switch extent {
        case .range(let last, let step, let limit):
            let end = Self.end(last: last, limit: limit, first: begin, count: words.count)
            return end < words.count ? stride(from: begin, through: end, by: step) : none
        case .count(let place, let first, let step):
            guard begin + place < words.count, let count = ASCII.integer(words[begin + place]),
                count > 0, count <= Int64(words.count / step)
            else { return none }
            let end = begin + first + (Int(count) - 1) * step
            return end < words.count ? stride(from: begin + first, through: end, by: step) : none
        case .unknown:
            return none
        }
    }

    private static func end(last: Int, limit: Int, first: Int, count: Int) -> Int {
        guard last < 0 else { return first + last }
        return limit > 1 ? first + (count - first) / limit + last : count + last
    }

    private func start(in words: [[UInt8]]) -> Int? {
        switch start {
        case .index(let index): index
        case .keyword(let keyword, let place): Self.search(keyword, from: place, in: words)
        case .unknown: nil
        }
    }

    /// The place behind a keyword.
    private static func search(_ keyword: String, from place: Int, in words: [[UInt8]]) -> Int? {
        let candidates =
            place < 0
            ? stride(from: words.count + place, to: 0, by: -1)
            : stride(from: place, to: words.count, by: 1)
        let found = candidates.first { index in
            words[index].count == keyword.utf8.count
                && zip(words[index], keyword.utf8).allSatisfy {
                    ASCII.lowercased($0) == ASCII.lowercased($1)
                }
        }
        return found.map { $0 + 1 }
    }
}
