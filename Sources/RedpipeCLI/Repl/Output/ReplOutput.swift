import Redpipe
import RedpipeRESP
import RedpipeRuntime
import RedpipeSyntax

/// Shows what the lines of a session bring: replies in redis-cli's look, or in another format.
final class ReplOutput: ScriptOutput {
    let screen: ReplScreen
    private let errors: FileOutput
    private let style: TextStyle
    private let options: ProgramOptions
    /// Show only what `print` says, and errors.
    private let isQuiet: Bool
    private(set) var format: OutputFormat
    private var printer: ReplyWriter
    /// What diagnostics point into.
    var files = SourceFiles()
    /// The input is one line, so an error need not say where it is.
    var isOneLine = false
    /// Told of each command of the input with its reply or the code of its error.
    var onReply: ((ShownReply) -> Void)?

    init(
        _ screen: ReplScreen,
        errors: FileOutput,
        options: ProgramOptions,
        format: OutputFormat
    ) {
        self.screen = screen
        self.errors = errors
        self.options = options
        self.format = format
        isQuiet = options.isQuiet
        style = options.textStyle(for: errors)
        printer = options.replyWriter(format, isTerminal: screen.output.isTerminal)
    }

    func use(_ format: OutputFormat) {
        self.format = format
        printer = options.replyWriter(format, isTerminal: screen.output.isTerminal)
    }

    // MARK: Script output

    var hasFailed: Bool { screen.output.failure != nil }

    var wantsCommands: Bool { true }

    var notesReplies: Bool { true }

    func note(_ reply: ShownReply) { onReply?(reply) }

    func show(_ reply: ShownReply) {
        onReply?(reply)
        guard !isQuiet, case .success(let value) = reply.result else { return }
        if reply.name == nil, isText(reply, value) { return writeLine(text(of: value), name: nil) }
        show(value, name: reply.name)
    }

    func show(_ value: ShownValue) {
        guard !isQuiet else { return }
        show(value.value.settled.reply, name: value.name)
    }

    /// What redis-cli shows as a text for people, in RESP2 too.
    private func isText(_ reply: ShownReply, _ value: RESPValue) -> Bool {
        guard format == .human || format == .raw else { return false }
        switch value {
        case .verbatimString: return true
        case .bulkString: return VerbatimReply.isOwed(to: reply.words)
        default: return false
        }
    }

    private func text(of value: RESPValue) -> [UInt8] {
        guard let bytes = value.bytes else { return [] }
        var text = printer.harmless(bytes)
        while text.last == UInt8(ascii: "\n") || text.last == UInt8(ascii: "\r") {
            text.removeLast()
        }
        return text
    }

    func print(_ text: [UInt8], at span: SourceSpan) {
        writeLine(printer.harmless(text), name: nil)
    }

    func finishBlock() { screen.finishBlock() }

    /// Writes a line that holds words of a server.
    func write(_ text: String) { writeLine(printer.harmless(Array(text.utf8)), name: nil) }

    // MARK: Values

    /// Shows a value as a reply.
    func show(_ value: RESPValue, name: String? = nil) {
        if format == .human {
            if let columns = ColumnTable(value) { return write(columns, name: name) }
            if let items = value.longList { return showLong(items, of: value, name: name) }
        }
        let text = printer.line(of: value)
        // RESP is bytes as they came; a terminal must not obey them.
        writeLine(format == .resp ? printer.harmless(text) : text, name: name)
    }

    /// A table stands below its name, also if it has one line.
    private func write(_ columns: ColumnTable, name: String?) {
        if let name { screen.write("\(name) =\n") }
        writeLine(columns.text, name: nil)
    }

    /// A text of several lines stands below its name.
    private func writeLine(_ text: [UInt8], name: String?) {
        var line: [UInt8] = []
        if let name {
            let mark = text.contains(UInt8(ascii: "\n")) ? " =\n" : " = "
            line += Array((name + mark).utf8)
        }
        screen.write(line + text + [UInt8(ascii: "\n")])
    }

    /// Writes a long list item by item, so that its first page is seen at once.
    private func showLong(_ items: [RESPValue], of list: RESPValue, name: String?) {
        if let name { screen.write("\(name) =\n") }
        let width = String(items.count).utf8.count
        let mark: UInt8 = if case .set = list { 0x7e } else { 0x29 }
        var chunk: [UInt8] = []
        for (index, item) in items.enumerated() {
            guard !screen.isUnwanted, SignalPipe.signal == nil else { break }
            chunk.appendNumber(index + 1, width: width)
            chunk += [mark, UInt8(ascii: " ")]
            for byte in printer.line(of: item) {
                chunk.append(byte)
                if byte == UInt8(ascii: "\n") { chunk.appendSpaces(width + 2) }
            }
            chunk.append(UInt8(ascii: "\n"))
            if chunk.count > 1 << 14 {
                screen.write(chunk)
                chunk = []
            }
        }
        screen.write(chunk)
    }

    // MARK: Words to the user

    func report(_ diagnostic: Diagnostic) {
        guard diagnostic.id != ReplGuard.interceptionID else { return }
        let isShort = isOneLine && Self.shortCodes.contains { diagnostic.id.hasPrefix($0) }
        guard isShort, diagnostic.severity == .error else {
            return say(DiagnosticRenderer(files: files, style: style).render(diagnostic))
        }
        let head = diagnostic.id == "E0501" ? "(error) " : "error[\(diagnostic.id)]: "
        say(head + diagnostic.message + "\n")
        let notes = diagnostic.notes.filter { $0 != "nothing was sent on this connection" }
        say(notes.map { "  = note: \($0)\n" }.joined())
    }

    /// Errors of servers and connections, and what a person has stopped.
    private static let shortCodes = ["E04", "E05", "E0609"]

    /// Writes text about the session: on a terminal among the replies, in order.
    func say(_ text: String) {
        guard !screen.output.isTerminal else { return screen.write(text) }
        screen.output.flush()
        errors.write(text)
        errors.flush()
    }
}

extension RESPValue {
    /// The items of a list that is too long to be formatted as a whole.
    fileprivate var longList: [RESPValue]? {
        switch self {
        case .array(let items), .set(let items): items.count > 500 ? items : nil
        default: nil
        }
    }
}
