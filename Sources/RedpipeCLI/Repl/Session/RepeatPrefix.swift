/// redis-cli's `3 INCR hits`: a number before a command runs it so often.
enum RepeatPrefix {
    /// The number and the command; `nil` for other lines.
    static func split(_ text: String) -> (count: Int, command: String)? {
        guard !text.utf8.contains(0x0a) else { return nil }
        let words = text.split(separator: " ", maxSplits: 1)
        guard words.count == 2, let count = Int(words[0]), count > 0, words[0].first != "+",
            let first = words[1].drop(while: { $0 == " " }).first, first.isLetter
        else { return nil }
        // `5 if x else 6` is a value.
        let name = words[1].drop { $0 == " " }.prefix { !$0.isWhitespace }
        guard !["if", "in", "and", "or"].contains(name) else { return nil }
        return (count, String(words[1]))
    }
}
