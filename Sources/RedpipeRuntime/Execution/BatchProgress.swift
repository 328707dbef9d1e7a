/// How far a block with `batch=` has come.
struct BatchProgress {
    /// After how many commands a batch is sent.
    let size: Int
    /// The `try` around the whole block: what only it keeps ends the block all the same.
    var surroundingTry: TryScope
    /// An error ends the block after its batch.
    let endsAtErrors: Bool
    /// Batches that were sent.
    private(set) var sentCount = 0
    /// Their commands.
    private(set) var commandCount = 0

    init(size: Int, in surroundingTry: TryScope, endsAtErrors: Bool) {
        self.size = size
        self.surroundingTry = surroundingTry
        self.endsAtErrors = endsAtErrors
    }

    /// More events than this wait for a batch that gets no commands.
    var eventLimit: Int { 4 * size + 1024 }

    mutating func noteSent(commandCount: Int) {
        sentCount += 1
        self.commandCount += commandCount
    }

    /// What had been sent before the batch that failed.
    var note: String {
        let end = endsAtErrors ? "; none is sent after it" : ""
        guard sentCount > 0 else { return "this was the first batch" + end }
        let batches = sentCount == 1 ? "1 batch" : "\(sentCount) batches"
        let commands = commandCount == 1 ? "1 command" : "\(commandCount) commands"
        let verb = sentCount == 1 ? "was" : "were"
        return "\(batches) with \(commands) \(verb) sent before this one" + end
    }
}
