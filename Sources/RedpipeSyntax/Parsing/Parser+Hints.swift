/// What was probably meant by text that stands where an expression has ended.
extension Parser {
    /// Help for what stands at the cursor, if it is a form of another language.
    func hintHere() -> String? {
        var ahead = lexer
        ahead.skipBlanks()
        if ahead.byte == UInt8(ascii: "="), ahead.byte(ahead: 1) != UInt8(ascii: "=") {
            return "`==` compares two values: `a == b`"
        }
        if ahead.starts(with: "..") {
            return "`a..<b` is a range without `b`, `a...b` one with it"
        }
        let start = ahead.offset
        if let word = ahead.acceptName() {
            switch word.name {
            case "else" where bracketDepth > 0:
                return "a value that depends stands in parentheses: `(a if c else b)`"
            case "elif", "else": return "`else` comes last: `} elif c {` stands before `} else {`"
            case "is": return Self.identityHint
            default: ahead.rewind(to: start)
            }
        }
        guard startsOperand(ahead) else { return nil }
        if bracketDepth > 0 {
            return isBehindCommandName ? Self.replyHint : "`,` stands between items"
        }
        return isPrinting ? Self.separatorHint : nil
    }

    /// Whether a word in capitals stands before the cursor: `int(GET key)`.
    private var isBehindCommandName: Bool {
        let word = lexer.bytes[..<lexer.offset].reversed().drop { $0 == 0x20 }
            .prefix(while: Lexer.continuesName)
        return word.count > 1 && word.allSatisfy { (0x41...0x5a).contains($0) }
    }

    private static let replyHint =
        "the reply of a command gets a name first: `let x <- GET key`, then `int(x)`"

    static let separatorHint = "`,` separates values: `print a, b`"

    static let identityHint =
        "`x == null` asks whether there is a value, `x != null` for the opposite"

    private func startsOperand(_ lexer: Lexer) -> Bool {
        guard let byte = lexer.byte, !lexer.isAtEndOfLine else { return false }
        return Lexer.startsName(byte) || Lexer.isDigit(byte) || "\"'$([{".utf8.contains(byte)
    }
}
