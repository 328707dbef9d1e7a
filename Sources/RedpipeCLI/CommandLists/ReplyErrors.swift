import RedpipeRESP

/// Finds the errors in a reply: the reply itself, or elements of what EXEC or a script returned.
struct ReplyErrors {
    /// An error and where it stands.
    struct Found: Equatable {
        /// The number of the element in each list around it, from 1, the outermost first.
        let path: [Int]
        let text: [UInt8]
    }

    /// All errors in one value.
    static func find(_ nodes: Span<RESPNode>, bytes: Span<UInt8>) -> [Found] {
        guard contain(nodes) else { return [] }
        var found: [Found] = []
        /// The lists that are open: how many values each has had, and how many are to come.
        var open: [(passed: Int, left: Int)] = []
        for index in nodes.indices {
            let node = nodes[index]
            if node.type.isError {
                let path = open.map { $0.passed + 1 }
                found.append(Found(path: path, text: Array(bytes.extracting(node.payload))))
            }
            if node.followingValueCount > 0 {
                open.append((passed: 0, left: node.followingValueCount))
            } else {
                passValue(&open)
            }
        }
        return found
    }

    /// Whether there is any: nearly always the only question.
    private static func contain(_ nodes: Span<RESPNode>) -> Bool {
        for index in nodes.indices where nodes[index].type.isError { return true }
        return false
    }

    /// Counts a whole value, and every list that is whole with it.
    private static func passValue(_ open: inout [(passed: Int, left: Int)]) {
        while let last = open.indices.last {
            open[last].passed += 1
            open[last].left -= 1
            guard open[last].left == 0 else { return }
            open.removeLast()
        }
    }
}
