import RedpipeRESP
import RedpipeRuntime

/// Turns the bytes of a command list into commands, one after the other.
///
/// A list is lines as redis-cli reads them or, if its first byte is `*`, RESP.
struct CommandSource {
    var reader: InputReader
    var splitter = LineSplitter()
    var scanner = RESPCommandScanner()
    /// Commands in RESP, the current one last.
    var encoded: [UInt8] = []
    /// Where the current one starts.
    private(set) var start = 0
    /// The words of the current command, if they were asked for.
    var currentWords: [[UInt8]] = []
    /// Whether they are asked for.
    var keepsWords = false
    /// The number of the last line or, in RESP, command.
    var line = 0
    private(set) var grammar = Grammar.undecided
    /// How often the one command is to be sent.
    private var times: Int?
    /// Whether nothing follows, be it by a command of the list.
    var isOver = false

    /// How the list is written.
    enum Grammar {
        case undecided
        case lines
        case resp
        /// One command, its words given.
        case arguments
    }

    init(_ reader: InputReader) {
        self.reader = reader
    }

    /// A list of one command.
    init(words: [[UInt8]], times: Int?) {
        reader = InputReader(descriptor: -1, name: "")
        grammar = .arguments
        RESPEncoder.appendCommand(words, to: &encoded)
        currentWords = words
        self.times = times
    }

    /// Reads more of the input; it waits unless a poll loop has said that there is some.
    mutating func fill() throws(InputFailure) {
        try reader.fill()
    }

    /// Whether reading on is of use.
    var wantsInput: Bool { !isOver && !reader.isAtEnd }

    /// Takes what comes next.
    mutating func next() -> ListItem {
        if isOver { return .end }
        switch grammar {
        case .lines: return nextLine()
        case .resp: return nextCommand()
        case .arguments: return onlyCommand
        case .undecided:
            guard decide() else { return .starved }
            return next()
        }
    }

    private var onlyCommand: ListItem {
        mutating get {
            isOver = true
            let words = currentWords
            let isSpecial = words.first.map { CommandRole.mayBeSpecial($0.span) } ?? false
            let role = isSpecial ? CommandRole(of: words) : .ordinary
            return .command(ListedCommand(line: 1, role: role, times: times))
        }
    }

    /// Looks at the first byte, behind the mark that some editors put in front of UTF-8.
    ///
    /// - Returns: Whether enough has arrived for that.
    private mutating func decide() -> Bool {
        let mark: [UInt8] = [0xef, 0xbb, 0xbf]
        let start = reader.storage[reader.received].prefix(mark.count)
        if start.count < mark.count, mark.starts(with: start), !reader.isAtEnd { return false }
        if start.elementsEqual(mark) { reader.consume(mark.count) }
        if reader.received.isEmpty, !reader.isAtEnd { return false }
        let first = reader.storage[reader.received].first
        grammar = first == UInt8(ascii: "*") ? .resp : .lines
        return true
    }

    /// Shows the current command as it goes over the wire.
    func withCommand(_ body: (Span<UInt8>) -> Void) {
        body(encoded.span.extracting(start..<encoded.count))
    }

    /// Keeps the current command while others follow it in the same batch.
    mutating func endCommand() {
        start = encoded.count
    }

    /// Takes the batch: all commands before the current one.
    mutating func takeBatch() -> [UInt8] {
        guard start < encoded.count else {
            start = 0
            return exchange(&encoded, with: [])
        }
        let batch = Array(encoded[..<start])
        encoded.removeSubrange(..<start)
        start = 0
        return batch
    }

    /// Forgets the current command, behind which nothing waits.
    mutating func removeCommand() {
        encoded.removeAll(keepingCapacity: encoded.count <= Self.retainedByteCount)
        start = 0
    }

    /// The size of a command whose memory is kept for the next one.
    private static var retainedByteCount: Int { 1 << 20 }
}
