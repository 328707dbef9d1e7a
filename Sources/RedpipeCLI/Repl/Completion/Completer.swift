import RedpipeCommands
import RedpipeCompiler
import RedpipeSyntax

/// Finds what a line could go on with: a pure function of the line and of what the session knows.
///
///     Completer(context).complete("SET greeting hello N", at: 20)  // NX
struct Completer {
    private(set) var context: CompletionContext
    /// The cursor is in a line of the fields of a model or a keyspace.
    private var isInFields = false

    init(_ context: CompletionContext) {
        self.context = context
    }

    /// The words that fit at a place.
    ///
    /// - Parameters:
    ///   - line: What is being edited; of several lines the one with the cursor counts.
    ///   - point: Where the cursor stands, in bytes.
    /// - Returns: The candidates, none if nothing is known to fit.
    func complete(_ line: [UInt8], at point: Int) -> Completion {
        let end = min(point, line.count)
        let start = line[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let text = LineText(bytes: Array(line[start..<end]), offset: start)
        var completion = knowing(line[..<start], text).completion(of: text)
        completion.candidates = Set(completion.candidates).sorted()
        if completion.candidates.count == 1, let last = completion.candidates[0].last {
            completion.isOpen = completion.isOpen || "(=./".contains(last)
        }
        return completion
    }

    /// With the names that the input itself has brought so far.
    private func knowing(_ above: ArraySlice<UInt8>, _ text: LineText) -> Completer {
        let lines = context.openText + "\n" + String(decoding: above, as: UTF8.self)
        let known = OpenLines(lines + "\n" + text.string)
        var completer = self
        completer.context.variables += known.variables
        completer.context.functions += known.functions
        completer.isInFields = OpenLines(lines).areFields
        return completer
    }

    private func completion(of text: LineText) -> Completion {
        let trimmed = text.trimmed
        // Everything would fit; and a tab there may be pasted indentation.
        if trimmed.bytes.isEmpty { return .nothing(at: text.end) }
        if trimmed.bytes.first == UInt8(ascii: "\\") { return metaCommand(trimmed) }
        if let topic = trimmed.behind(words: ["help", "?"]) { return help(on: topic) }
        if let hole = trimmed.openHole { return expression(hole) }
        return statement(trimmed)
    }

    // MARK: Statements

    private func statement(_ text: LineText) -> Completion {
        if isInFields { return field(text.lastWord, text.dropLast(text.lastWord).words) }
        // The braces of a model hold no statements.
        let isDeclaration = text.behind(words: ["keyspace", "model"]) != nil
        let body = isDeclaration ? text : text.innermostBody
        if body.bytes.first == UInt8(ascii: "@") { return routed(body) }
        guard let (head, rest) = body.splitFirstWord else { return firstWord(body) }
        if head.contains("("), body.openCall != nil { return expression(body) }
        // redis-cli's `3 INCR hits`.
        if !head.isEmpty, head.allSatisfy(\.isNumber) { return statement(rest.trimmed) }
        switch head {
        case "try": return source(rest.trimmed)
        case "let": return binding(rest.trimmed)
        case "print", "expect", "fail", "return", "if", "elif", "while", "exit":
            return expression(rest)
        case "for":
            if let sequence = rest.behind(separator: " in ") { return expression(sequence) }
            let word = rest.lastWord
            return rest.dropLast(word).words.isEmpty
                ? .nothing(at: text.end) : matching(word, ["in"])
        case "pipeline": return blockOptions(rest, ["batch="])
        case "transaction": return blockOptions(rest, ["retry=", "watch"])
        case "include": return matching(rest.lastWord.unquoted, context.files)
        case "cmd": return command(rest.trimmed)
        case "connect": return connect(rest)
        case "keyspace": return keyspace(rest)
        case "model": return model(rest)
        case "def", "param": return .nothing(at: text.end)
        default: break
        }
        if rest.trimmed.bytes.starts(with: "= ".utf8), context.variables.contains(head) {
            return expression(rest)
        }
        return command(body)
    }

    // `"@" NAME (command | call)`
    private func routed(_ text: LineText) -> Completion {
        guard let (_, rest) = text.splitFirstWord else {
            return matching(text.dropping(1), context.connections)
        }
        let target = rest.trimmed
        if target.splitFirstWord != nil || target.string.contains(where: { "([.".contains($0) }) {
            return statement(target)
        }
        let calls = (context.functions + context.types).map { $0 + "(" } + context.variables
        return matching(target, calls + commandNames(like: target.string))
    }

    // `"let" NAME ("=" expr | "<-" source)`
    private func binding(_ text: LineText) -> Completion {
        if let source = text.behind(separator: "<- ") { return self.source(source.trimmed) }
        if let value = text.behind(separator: "= ") { return expression(value) }
        return .nothing(at: text.end)
    }

    /// What may stand behind `<-` and `try`.
    private func source(_ text: LineText) -> Completion {
        let isBegun = text.string.contains { " (\"$.".contains($0) }
        if isBegun { return statement(text) }
        var words = ["pipeline", "transaction", "then", "try", "for", "cmd"]
        words += (context.functions + context.types).map { $0 + "(" } + context.variables
        return matching(text, words + commandNames(like: text.string))
    }

    private func blockOptions(_ text: LineText, _ own: [String]) -> Completion {
        let word = text.lastWord
        if text.wordBefore(word) == "on" { return matching(word, context.connections) }
        return matching(word, ["on", "timeout=", "quiet", "{"] + own)
    }

    private func firstWord(_ text: LineText) -> Completion {
        let head = String(text.string.prefix { $0 != "." })
        let isField = text.string.contains(".") && context.variables.contains(head)
        if isField || text.string.contains(where: { "([\"$".contains($0) }) {
            return expression(text)
        }
        var words = Keyword.allCases.map(\.rawValue) + Repl.ownWords
        words += (context.functions + context.types).map { $0 + "(" } + context.variables
        words += commandNames(like: text.string)
        if !text.bytes.isEmpty { words += Self.libraryNames }
        return matching(text, words)
    }

    private static let libraryNames = LibraryFunction.allCases.map { $0.rawValue + "(" }

    /// In the case that was begun.
    private func commandNames(like prefix: String) -> [String] {
        (topLevelCommands + context.serverCommands.filter { !$0.contains("|") })
            .map { inCase(of: prefix, $0) }
    }

    /// The commands of the bundled table that the server knows too, if it has told which.
    var topLevelCommands: [String] {
        CommandTable.allNames.filter { !$0.contains("|") && context.isKnownToServer($0) }
    }

    // MARK: Expressions

    /// Names, functions, fields: what may stand at the end of an expression.
    func expression(_ text: LineText) -> Completion {
        let path = text.trailingPath
        if let dot = path.bytes.lastIndex(of: UInt8(ascii: ".")) {
            if let type = text.dropLast(path.dropping(dot)).calledName {
                return matching(path.dropping(dot + 1), context.members(type))
            }
            let base = String(decoding: path.bytes[..<dot], as: UTF8.self)
            let fields = context.fields(base.hasPrefix("$") ? String(base.dropFirst()) : base)
            return matching(path.dropping(dot + 1), fields)
        }
        if path.bytes.first == UInt8(ascii: "$") {
            return matching(path.dropping(1), context.variables)
        }
        if let callee = text.dropLast(path).openCall {
            if ["file", "lines", "csv", "ndjson"].contains(callee), text.lastArgument.isQuoted {
                return matching(text.lastArgument.unquoted, context.files)
            }
            let named = context.arguments(callee)
            let fitting = matching(path, named)
            if !fitting.candidates.isEmpty { return fitting }
        }
        let words =
            context.variables + ((context.functions + context.types).map { $0 + "(" })
            + Self.libraryNames
            + ["true", "false", "null"]
        return matching(path, words)
    }

    // MARK: Help and meta-commands

    private var topics: [String] {
        HelpTopic.languageTopics + CommandTable.allNames.filter { !$0.contains("|") }
            + CommandGroup.allCases.map { "@" + $0.name } + ["topics"]
            + LibraryFunction.allCases.map(\.rawValue) + context.functions + context.types
    }

    /// A topic, an error code, a command or a subcommand.
    private func help(on text: LineText) -> Completion {
        let word = text.lastWord
        if let container = text.dropLast(word).words.first {
            let names = CommandTable.command(named: container)?.subcommandNames ?? []
            return matching(word, names)
        }
        let codes = word.string.hasPrefix("E") ? ErrorExplanation.all.map(\.code) : []
        return matching(word, topics + codes)
    }

    private func metaCommand(_ text: LineText) -> Completion {
        guard let (name, rest) = text.splitFirstWord else {
            return matching(text, MetaCommand.allCases.map(\.name))
        }
        let word = rest.lastWord
        let command = MetaCommand(name: name)
        let isSecond = !rest.dropLast(word).words.isEmpty
        guard !isSecond || command?.argument == .topic else { return .nothing(at: text.end) }
        switch command?.argument {
        case .connection: return matching(word, context.connections)
        case .name:
            return matching(word, context.variables + context.functions + context.types)
        case .format: return matching(word, OutputFormat.allCases.map(\.rawValue))
        case .file: return matching(word, context.files)
        case .topic: return help(on: rest.trimmed)
        case .switching: return matching(word, ["on", "off"])
        case .key: return keys(word)
        case .other, nil: return .nothing(at: text.end)
        }
    }

    // MARK: Candidates

    func matching(_ word: LineText, _ words: [String]) -> Completion {
        Completion(start: word.offset, candidates: words.filter { $0.hasPrefix(word.string) })
    }

    private func matching(_ word: LineText, _ words: (String) -> [String]) -> Completion {
        Completion(start: word.offset, candidates: words(word.string))
    }

    func keys(_ word: LineText) -> Completion {
        var completion = Completion.nothing(at: word.offset)
        completion.keyPrefix = word.isQuoted ? word.quotedBytes : word.bytes
        return completion
    }

    /// A word in capitals, unless what was typed begins in small letters.
    func inCase(of prefix: String, _ word: String) -> String {
        prefix.contains(where: \.isLowercase) ? word.lowercased() : word.uppercased()
    }
}
