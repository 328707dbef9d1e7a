import RedpipeCommands

/// Decides whether a line may be a value to show, and no command.
enum ValueLine {
    /// A line that starts as an expression does after `<-`, or with a name that is in scope and no
    /// command's.
    static func isCandidate(_ text: [UInt8], names: Set<String>) -> Bool {
        let line = text.drop { $0 == 0x20 || $0 == 0x09 }
        guard let first = line.first else { return false }
        switch first {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), 0x30...0x39: return true
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return isText(line)
        case UInt8(ascii: "$"):
            let name = line.dropFirst().prefix(while: \.continuesName)
            return names.contains(String(decoding: name, as: UTF8.self))
        case UInt8(ascii: "-"): return line.dropFirst().first.map { $0 != 0x20 } ?? false
        default: break
        }
        let name = String(decoding: line.prefix(while: \.continuesName), as: UTF8.self)
        let isLiteral = ["true", "false", "null"].contains(name)
        guard names.contains(name) || isLiteral, CommandTable.command(named: name) == nil else {
            return false
        }
        let rest = line.dropFirst(name.utf8.count).drop { $0 == 0x20 || $0 == 0x09 }
        // `x = 5` assigns.
        let assigns = rest.starts(with: "=".utf8) && !rest.starts(with: "==".utf8)
        return !assigns
    }

    /// The expression of a line: `n` for `$n`, where a word would be.
    static func expression(in text: [UInt8]) -> [UInt8] {
        let start = text.firstIndex { $0 != 0x20 && $0 != 0x09 }
        guard let start, text[start] == UInt8(ascii: "$") else { return text }
        var expression = text
        expression[start] = UInt8(ascii: " ")
        return expression
    }

    /// The name that a line begins with, if a parenthesis follows.
    static func callee(of text: [UInt8]) -> String? {
        let rest = text.drop { $0 == 0x20 || $0 == 0x09 }
        let name = rest.prefix(while: \.continuesName)
        guard !name.isEmpty, rest.dropFirst(name.count).first == UInt8(ascii: "(") else {
            return nil
        }
        return String(decoding: name, as: UTF8.self)
    }

    /// A text, unless it is the name of a command: redis-cli takes that in quotes too.
    private static func isText(_ line: ArraySlice<UInt8>) -> Bool {
        let word = line.dropFirst().prefix { $0 != line.first }
        return CommandTable.command(named: String(decoding: word, as: UTF8.self)) == nil
    }
}

extension UInt8 {
    /// It may stand inside a name.
    var continuesName: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x5f: true
        default: false
        }
    }
}
