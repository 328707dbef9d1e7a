/// What stands before the line that is being typed.
struct Prompt: Equatable {
    /// The name of the connection, or where it goes.
    var connection: String
    var database = 0
    var isInTransaction = false
    var isWatching = false
    var isSubscribed = false
    var isDown = false
    /// The input that the line belongs to is not whole.
    var continuation: Continuation?
    var isColored = false

    /// How a further line of an input begins.
    enum Continuation: Equatable {
        /// Inside a pipeline with so many lines that queue commands.
        case block(connection: String?, lineCount: Int)
        case other
    }

    /// The prompt with a blank behind it; readline wants what has no width between two marks.
    var text: String {
        switch continuation {
        case .other: "...> "
        case .block(let name, let count): "\(name ?? place)+\(count)> "
        case nil: painted(place + ">") + " "
        }
    }

    /// Where a line goes, and in what state that is.
    private var place: String {
        var text = String(String.UnicodeScalarView(connection.unicodeScalars.filter(\.isVisible)))
        if database != 0 { text += "[\(database)]" }
        return text + states.map { "(\($0))" }.joined()
    }

    private var states: [String] {
        var states: [String] = []
        if isDown { states.append("down") }
        if isInTransaction { states.append("tx") }
        if isWatching, !isInTransaction { states.append("watch") }
        if isSubscribed { states.append("subscribed") }
        return states
    }

    private func painted(_ text: String) -> String {
        guard isColored else { return text }
        let color = isDown ? "31" : isInTransaction ? "33" : "36"
        return "\u{1}\u{1b}[\(color)m\u{2}\(text)\u{1}\u{1b}[0m\u{2}"
    }
}

extension Unicode.Scalar {
    /// It is no control character: the path of a socket may hold anything.
    fileprivate var isVisible: Bool { value >= 0x20 && !(0x7f..<0xa0).contains(value) }
}
