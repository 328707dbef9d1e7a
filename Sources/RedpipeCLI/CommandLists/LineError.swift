/// Why a line of a command list is no command.
struct LineError: Error, Hashable {
    let problem: Problem
    /// The character where it shows, counted from 1.
    let column: Int

    enum Problem: Hashable {
        /// A quotation mark without its partner.
        case unbalancedQuotes
        /// Something other than a blank behind a closing quotation mark.
        case textBehindQuotes
        /// A byte that redis-cli takes for the end of the line.
        case nul
        /// An argument longer than a server takes; its length.
        case argumentTooLong(Int)
    }
}

extension LineError: CustomStringConvertible {
    /// Lower case and without a full stop.
    var description: String {
        switch problem {
        case .unbalancedQuotes: "quotation mark without its partner"
        case .textBehindQuotes: "text directly behind a closing quotation mark"
        case .nul: "NUL byte; in double quotes it is written \\x00"
        case .argumentTooLong(let byteCount): "argument of \(byteCount) bytes"
        }
    }

    /// Whether redis-cli, too, does not send the line, and says so on standard output.
    var isKnownToRedisCLI: Bool {
        problem == .unbalancedQuotes || problem == .textBehindQuotes
    }
}
