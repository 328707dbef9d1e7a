import Glibc
import RedpipeRESP
import RedpipeRuntime

extension CommandSource {
    /// Takes lines up to the first that means something.
    mutating func nextLine() -> ListItem {
        while let range = reader.takeLine() {
            line += 1
            do throws(LineError) {
                if let item = try item(of: range) { return item }
            } catch {
                return .notice(notice(error))
            }
        }
        return reader.isAtEnd ? .end : .starved
    }

    /// What a line is; `nil` if it is blank or a comment.
    private mutating func item(of range: Range<Int>) throws(LineError) -> ListItem? {
        guard !isComment(range) else { return nil }
        try splitter.split(&reader.storage, range)
        guard let first = splitter.words.first else { return nil }
        switch meaning(of: first) {
        case .own(let word): return ownItem(word)
        case .number(nil): return .notice(invalidTimes)
        case .number(let times):
            return try command(ListedCommand(line: line, times: times), from: 1)
        case .name: return try command(ListedCommand(line: line), from: 0)
        }
    }

    /// The command that the words are from one of them on.
    private mutating func command(
        _ command: ListedCommand,
        from first: Int
    ) throws(LineError) -> ListItem {
        var command = command
        let name = splitter.words[first]
        if isHelp(name) { return .notice(help) }
        if CommandRole.mayBeSpecial(reader.storage.span.extracting(name)) {
            command.role = CommandRole(of: words(from: first))
        }
        if keepsWords { currentWords = words(from: first) }
        try splitter.encode(reader.storage, from: first, to: &encoded)
        return .command(command)
    }

    /// Whether the first byte that is not blank is a `#`.
    private func isComment(_ range: Range<Int>) -> Bool {
        let bytes = reader.storage.span
        var index = range.lowerBound
        while index < range.upperBound, bytes[index].isBlank { index += 1 }
        return index < range.upperBound && bytes[index] == UInt8(ascii: "#")
    }

    /// Copies of the words.
    private func words(from first: Int) -> [[UInt8]] {
        splitter.words[first...].map { Array(reader.storage[$0]) }
    }
}

extension CommandSource {
    /// What the first word of a line is.
    private enum FirstWord {
        /// The name of a command.
        case name
        /// How often to send what follows; `nil` if that is never.
        case number(Int?)
        /// For the program itself.
        case own(OwnWord)
    }

    /// The words that redis-cli does not send.
    private enum OwnWord {
        case quit
        case clear
        case restart
        case connect
        case preference
    }

    private func meaning(of range: Range<Int>) -> FirstWord {
        let word = reader.storage.span.extracting(range)
        if let own = ownWord(word) { return .own(own) }
        guard splitter.words.count > 1, word.isDecimalNumber else { return .name }
        return .number(Self.times(word))
    }

    private func ownWord(_ word: Span<UInt8>) -> OwnWord? {
        switch word.count {
        case 1... where word[0] == UInt8(ascii: ":"): .preference
        case 4 where word.isWord("quit") || word.isWord("exit"): .quit
        case 5 where splitter.words.count == 1 && word.isWord("clear"): .clear
        case 7 where word.isWord("restart"): .restart
        case 7 where splitter.words.count == 3 && word.isWord("connect"): .connect
        default: nil
        }
    }

    private func isHelp(_ range: Range<Int>) -> Bool {
        guard range.count == 1 || range.count == 4 else { return false }
        let word = reader.storage.span.extracting(range)
        return word.isWord("help") || word.count == 1 && word[0] == UInt8(ascii: "?")
    }

    private mutating func ownItem(_ word: OwnWord) -> ListItem {
        switch word {
        case .quit:
            isOver = true
            return .end
        case .clear: return say("\u{1b}[H\u{1b}[2J")
        case .restart: return say("Use 'restart' only in Lua debugging mode.\n")
        case .connect: return connect
        case .preference: return .notice(preference)
        }
    }

    private func say(_ text: String) -> ListItem {
        .notice(ListNotice(output: Array(text.utf8), line: line))
    }

    private var connect: ListItem {
        let words = words(from: 1).map { String(decoding: $0, as: UTF8.self) }
        guard let port = UInt16(words[1]) else {
            return .notice(ListNotice(message: "`\(words[1])` is no port", line: line))
        }
        return .connect(host: words[0], port: port)
    }

    /// `:set` and whatever else begins with a colon.
    private var preference: ListNotice {
        let words = words(from: 0)
        let isSetting = words[0].lowercasedText == ":set" && words.count > 1
        if isSetting, ["hints", "nohints"].contains(words[1].lowercasedText) {
            return ListNotice(line: line)
        }
        let (kind, word) =
            isSetting ? ("preference", words[1]) : ("internal command", words[0])
        let text = "unknown redis-cli \(kind) '".utf8 + word + "'\n".utf8
        return ListNotice(output: Array(text), line: line)
    }

    private var help: ListNotice {
        let text = """
            redpipe \(Version.number)
            `redpipe help` explains the program, `redpipe help COMMAND` a command of Redis.

            """
        return ListNotice(output: Array(text.utf8), line: line)
    }

    private var invalidTimes: ListNotice {
        let text = "Invalid redis-cli repeat command option value.\n"
        return ListNotice(
            output: Array(text.utf8),
            message: "the number in front of a command must be 1 or more",
            line: line
        )
    }

    private func notice(_ error: LineError) -> ListNotice {
        let output = error.isKnownToRedisCLI ? "Invalid argument(s)\n" : ""
        return ListNotice(
            output: Array(output.utf8),
            message: error.description,
            line: line,
            column: error.column
        )
    }

    /// How often a command is to be sent, as the number in front of it says; `nil` for never.
    private static func times(_ word: Span<UInt8>) -> Int? {
        let digits = word.extracting(word.indexBehindBlanks..<word.count)
        guard let number = Int64(decimal: digits), number > 0 else { return nil }
        return Int(exactly: number)
    }
}

extension Span where Element == UInt8 {
    /// Whether it is a word, capitals or not; `word` is in small letters.
    func isWord(_ word: StaticString) -> Bool {
        guard count == word.utf8CodeUnitCount else { return false }
        return indices.allSatisfy { unsafe self[$0] | 0x20 == word.utf8Start[$0] }
    }

    /// Whether C's `strtol` takes the whole of it for a number, as it does with nothing at all.
    fileprivate var isDecimalNumber: Bool {
        guard !isEmpty else { return true }
        // Names begin with a letter.
        guard self[0] < 0x40 else { return false }
        var index = indexBehindBlanks
        if index < count, self[index] == UInt8(ascii: "-") || self[index] == UInt8(ascii: "+") {
            index += 1
        }
        return index < count && (index..<count).allSatisfy { (0x30...0x39).contains(self[$0]) }
    }

    fileprivate var indexBehindBlanks: Int {
        var index = 0
        while index < count, self[index].isBlank { index += 1 }
        return index
    }
}
