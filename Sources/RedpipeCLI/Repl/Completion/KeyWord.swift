/// A key as a word of a command.
enum KeyWord {
    /// The key as it stands, or in quotes if it would be read as something else or a quote was
    /// typed already.
    static func text(of key: [UInt8], isQuoted: Bool = false) -> String {
        guard isQuoted || !key.isOneWord else { return String(decoding: key, as: UTF8.self) }
        if let text = key.visibleText {
            let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            return "\"" + escaped + "\""
        }
        var text: [UInt8] = []
        text.appendQuoted(key.span)
        // `\(` would be a hole.
        return String(decoding: text, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Every byte stands for itself in a bare word.
    fileprivate var isOneWord: Bool {
        guard !isEmpty, first != UInt8(ascii: "$"), visibleText != nil else { return false }
        return allSatisfy { $0 > 0x20 && !"\"'\\;#".utf8.contains($0) }
    }

    /// The text, if a terminal shows it as it is.
    fileprivate var visibleText: String? {
        var visible: [UInt8] = []
        visible.appendLine(span, for: .terminal)
        return visible == self ? String(validating: self, as: UTF8.self) : nil
    }
}
