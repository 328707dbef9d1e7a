/// What a run of a list has come to.
struct ListTally {
    /// Commands that were answered.
    var replyCount = 0
    /// Errors among the replies and inside of them.
    var errorCount = 0
    /// Lines that were not sent because they are wrong.
    var refusedLineCount = 0

    var isFine: Bool { errorCount == 0 && refusedLineCount == 0 }
}

extension ListTally: CustomStringConvertible {
    /// The sum in one line: `3 errors in 100000 replies, 1 line not sent`.
    var description: String {
        let errors = "\(errorCount) \(errorCount == 1 ? "error" : "errors")"
        let replies = "\(replyCount) \(replyCount == 1 ? "reply" : "replies")"
        guard refusedLineCount > 0 else { return "\(errors) in \(replies)" }
        let lines = refusedLineCount == 1 ? "line" : "lines"
        return "\(errors) in \(replies), \(refusedLineCount) \(lines) not sent"
    }
}
