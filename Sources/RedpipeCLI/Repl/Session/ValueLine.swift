import RedpipeCommands

/// Decides whether a line may be a value to show, and no command.
enum ValueLine {
    /// A line that starts as an expression does after `<-`, or with a name that is in scope and no
    /// command's.
    static func isCandidate(_ text: [UInt8], names: Set<String>) -> Bool {
        let line = text.drop { $0 == 0x20 || $0 == 0x09 }
        guard let first = line.first else { return false }
        switch first {
        case UInt8(ascii: "("), UInt8(ascii: "["), 0x30...0x39: return true
        case UInt8(ascii: "-"): return line.dropFirst().first.map { $0 != 0x20 } ?? false
        default: break
        }
        let name = String(decoding: line.prefix(while: \.continuesName), as: UTF8.self)
        guard names.contains(name), CommandTable.command(named: name) == nil else { return false }
        let rest = line.dropFirst(name.utf8.count).drop { $0 == 0x20 || $0 == 0x09 }
        // `x = 5` assigns.
        let assigns = rest.starts(with: "=".utf8) && !rest.starts(with: "==".utf8)
        return !assigns
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
