import RedpipeCommands
import RedpipeSyntax

/// Reads a command line.
///
/// Options may stand before the command (`redpipe -p 6380 run x.rp`) and behind it, a script needs no
/// command (`redpipe x.rp`), without any word standard input is a command list. `--` ends the options.
struct ArgumentReader {
    private let arguments: [String]
    private let isFile: (String) -> Bool
    private let isTerminal: Bool
    private var rest: ArraySlice<String>
    private var options = ProgramOptions()
    private var words: [String] = []
    /// The options given, as typed; checked when the command is known.
    private var given: [(name: String, definition: OptionDefinition)] = []

    /// - Parameters:
    ///   - arguments: Without the name of the program.
    ///   - isFile: Whether a path leads to a file.
    ///   - isTerminal: Whether a person sits at standard input.
    init(_ arguments: [String], isFile: @escaping (String) -> Bool, isTerminal: Bool) {
        self.arguments = arguments
        rest = arguments[...]
        self.isFile = isFile
        self.isTerminal = isTerminal
    }

    /// Reads the command line.
    mutating func read() throws(ProgramError) -> Request {
        if let request = try readOptions() { return request }
        let command = try readCommand()
        if command.takesRestVerbatim {
            if let request = try readOptions(of: command) { return request }
            words += rest
        } else {
            while !rest.isEmpty {
                if let request = try readOptions(of: command) { return request }
                if let word = rest.popFirst() { words.append(word) }
            }
        }
        for (name, definition) in given where !definition.isKnown(to: command) {
            throw usage("`\(command.rawValue)` takes no \(name)", command)
        }
        return .run(Invocation(command: command, options: options, words: words))
    }

    // MARK: Commands

    private mutating func readCommand() throws(ProgramError) -> CommandName {
        guard let first = rest.first else {
            if !options.scriptText.isEmpty { return .run }
            return isTerminal ? .repl : .pipe
        }
        if first != "--", options.scriptText.isEmpty, let command = CommandName(rawValue: first) {
            rest.removeFirst()
            return command
        }
        guard !options.scriptText.isEmpty || first == "--" || first == "-" || isFile(first) else {
            throw unknown(first)
        }
        return .run
    }

    private func unknown(_ word: String) -> ProgramError {
        guard !word.contains("://") else {
            return usage("a URL stands behind -u: redpipe -u \(word.maskingPasswords)", nil)
        }
        guard !word.contains("/"), !word.hasSuffix(".rp") else {
            return ProgramError("no such file: \(word.maskingPasswords)", .unreadableInput)
        }
        let message = "`\(word)` is no command of this program and no file"
        if let nearest = Suggestion.nearest(to: word, in: CommandName.allCases.map(\.rawValue)) {
            return usage(message + "; did you mean `\(nearest)`?", nil)
        }
        let words = ["redpipe"] + optionsAsTyped + ["cmd"] + rest
        let command = words.joined(separator: " ").maskingPasswords
        return usage(message + "; to send it to the server: \(command)", nil)
    }

    /// The options before the word that is read now, without the password of one.
    private var optionsAsTyped: [String] {
        var typed = Array(arguments.dropLast(rest.count))
        for index in typed.indices {
            let isPassword = index > 0 && OptionDefinition.passwordNames.contains(typed[index - 1])
            let option = OptionDefinition.passwordNames.first { typed[index].hasPrefix($0 + "=") }
            if isPassword { typed[index] = "***" }
            if let option { typed[index] = option + "=***" }
        }
        return typed
    }

    // MARK: Options

    /// Reads options up to the first word that is none.
    private mutating func readOptions(
        of command: CommandName? = nil
    ) throws(ProgramError) -> Request? {
        while let word = rest.first, word.hasPrefix("-"), word != "-" {
            rest.removeFirst()
            switch word {
            case "--":
                guard command?.takesRestVerbatim != true else { return nil }
                words += rest
                rest = []
                if command == nil {
                    rest = words[...]
                    words = []
                }
                return nil
            case "--help": return .help(command ?? CommandName(rawValue: rest.first ?? ""))
            case "--version": return .version
            default: try readOption(word, command)
            }
        }
        return nil
    }

    private mutating func readOption(
        _ word: String,
        _ command: CommandName?
    ) throws(ProgramError) {
        let parts = word.hasPrefix("--") ? word.split(separator: "=", maxSplits: 1) : []
        let name = parts.count == 2 ? String(parts[0]) : word
        guard let definition = OptionDefinition.all.first(where: { $0.names.contains(name) }) else {
            throw unknownOption(name, command)
        }
        given.append((name, definition))
        switch definition.action {
        case .flag(let set):
            guard parts.count < 2 else { throw usage("\(name) takes no value", command) }
            set(&options)
        case .value(let valueName, let set):
            guard let text = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
                throw usage("\(name) needs \(valueName)", command)
            }
            guard set(&options, text) != nil else {
                throw usage("\(name) takes \(valueName), not `\(text)`", command)
            }
        }
    }

    private func unknownOption(_ name: String, _ command: CommandName?) -> ProgramError {
        let names = OptionDefinition.all.flatMap(\.names).filter { $0.hasPrefix("--") }
        let nearest = name.hasPrefix("--") ? Suggestion.nearest(to: name, in: names) : nil
        let hint = nearest.map { "; did you mean \($0)?" } ?? ""
        return usage("unknown option \(name)\(hint)", command)
    }

    private func usage(_ message: String, _ command: CommandName?) -> ProgramError {
        let help = command.map { "redpipe \($0.rawValue) --help" } ?? "redpipe --help"
        return ProgramError("\(message)\nsee `\(help)`", .usage)
    }
}
