import RedpipeRESP

/// What a reply says of a command that is more than ordinary.
enum ReplyOutcome: Equatable {
    /// An error.
    case refused
    /// `QUEUED`: it is left to `EXEC`.
    case queued
    /// Null: nothing was done.
    case aborted
    /// It was done; with the numbers of those elements of the reply, from 1, that are errors.
    case done(failures: [Int])

    /// What a reply says in which all errors have been found.
    init(
        _ nodes: Span<RESPNode>,
        bytes: Span<UInt8>,
        errors: [ReplyErrors.Found]
    ) {
        if errors.contains(where: \.path.isEmpty) {
            self = .refused
            return
        }
        var index = 0
        while nodes[index].type == .attribute { index = nodes.valueOfAttribute(at: index) }
        switch nodes[index].type {
        case .null: self = .aborted
        case .simpleString where bytes.extracting(nodes[index].payload).isWord("queued"):
            self = .queued
        default: self = .done(failures: errors.compactMap { $0.path.count == 1 ? $0.path[0] : nil })
        }
    }
}
