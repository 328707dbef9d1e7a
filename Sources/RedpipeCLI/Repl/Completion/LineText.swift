/// A part of the line that is being completed, with its place in it.
struct LineText {
    let bytes: [UInt8]
    /// Where it begins in what is being edited.
    let offset: Int

    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Where it ends in what is being edited.
    var end: Int { offset + bytes.count }

    func dropping(_ count: Int) -> LineText {
        LineText(bytes: Array(bytes.dropFirst(count)), offset: offset + min(count, bytes.count))
    }

    /// Without what stands at the end.
    func dropLast(_ tail: LineText) -> LineText {
        LineText(bytes: Array(bytes.dropLast(tail.bytes.count)), offset: offset)
    }

    /// Without the blanks before it.
    var trimmed: LineText {
        dropping(bytes.prefix { $0 == 0x20 || $0 == 0x09 }.count)
    }

    /// The first word and what follows the blank behind it; `nil` while the first word is typed.
    var splitFirstWord: (head: String, rest: LineText)? {
        guard let blank = bytes.firstIndex(of: 0x20) else { return nil }
        return (String(decoding: bytes[..<blank], as: UTF8.self), dropping(blank + 1))
    }

    /// What follows one of these words, if the text begins with it.
    func behind(words: [String]) -> LineText? {
        guard let (head, rest) = splitFirstWord, words.contains(head) else { return nil }
        return rest.trimmed
    }

    /// What follows the first place of a text.
    func behind(separator: String) -> LineText? {
        let wanted = Array(separator.utf8)
        guard bytes.count >= wanted.count else { return nil }
        let place = (0...(bytes.count - wanted.count)).first {
            bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
        }
        return place.map { dropping($0 + wanted.count) }
    }

    /// The statement of a block on one line: what follows the last `{` that stands alone.
    var innermostBody: LineText {
        var result = self
        while let body = result.behind(separator: " { ") { result = body.trimmed }
        return result
    }

    // MARK: Words

    /// The word at the end, with its opening quote if it has one; empty behind a blank.
    var lastWord: LineText {
        var start = 0
        var quote: UInt8?
        for (index, byte) in bytes.enumerated() {
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == 0x20 || byte == 0x09 {
                start = index + 1
            }
        }
        return dropping(start)
    }

    /// Without an opening quote.
    var unquoted: LineText {
        bytes.first == UInt8(ascii: "\"") || bytes.first == UInt8(ascii: "'") ? dropping(1) : self
    }

    /// The bytes that a word stands for whose quotes are open, as far as it goes.
    var quotedBytes: [UInt8] {
        guard bytes.first == UInt8(ascii: "'") else { return unquoted.unescaped }
        return Array(unquoted.string.replacing("\\'", with: "'").utf8)
    }

    private var unescaped: [UInt8] {
        var result: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                result.append(byte)
                continue
            }
            guard let escaped = rest.popFirst() else { return result }
            guard escaped == UInt8(ascii: "x") else {
                result.append(escaped.meaningBehindBackslash)
                continue
            }
            // Digits that are still to be typed.
            guard rest.count >= 2 else { return result }
            let digits = rest.prefix(2).compactMap(\.hexadecimalDigit)
            if digits.count == 2 {
                result.append(digits[0] << 4 | digits[1])
                rest = rest.dropFirst(2)
            } else {
                result.append(escaped)
            }
        }
        return result
    }

    /// The words, without quotes.
    var words: [String] {
        string.split(separator: " ").map { $0.trimming(["\"", "'"]) }
    }

    /// The word before the last one.
    func wordBefore(_ last: LineText) -> String? { dropLast(last).words.last }

    // MARK: Expressions

    /// The inside of a `\(` that is not closed.
    var openHole: LineText? {
        var opens: [Int] = []
        var depth = 0
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "(") where index > 0 && bytes[index - 1] == UInt8(ascii: "\\"):
                opens.append(index + 1)
            case UInt8(ascii: "(") where !opens.isEmpty: depth += 1
            case UInt8(ascii: ")") where depth > 0: depth -= 1
            case UInt8(ascii: ")"): _ = opens.popLast()
            default: break
            }
        }
        return opens.last.map { dropping($0) }
    }

    /// The name that a call at the end names: `User` of `print User("a)b")`.
    var calledName: String? {
        guard bytes.last == UInt8(ascii: ")"),
            let open = LineText(bytes: bytes.dropLast(), offset: offset).openParentheses.last
        else { return nil }
        let name = bytes[..<open].reversed().prefix(while: \.continuesName).reversed()
        return name.isEmpty ? nil : String(decoding: Array(name), as: UTF8.self)
    }

    /// What is called by the last parenthesis that is open: `u.save` of `u.save(name: "x", `.
    var openCall: String? {
        guard let open = openParentheses.last else { return nil }
        let name = bytes[..<open].reversed().prefix { $0.continuesName || $0 == UInt8(ascii: ".") }
        return name.isEmpty ? nil : String(decoding: Array(name.reversed()), as: UTF8.self)
    }

    /// The places of the parentheses that are open at the end.
    private var openParentheses: [Int] {
        var opens: [Int] = []
        var quote: UInt8?
        for (index, byte) in bytes.enumerated() {
            if let open = quote {
                if byte == open { quote = nil }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
            case UInt8(ascii: "("): opens.append(index)
            case UInt8(ascii: ")"): _ = opens.popLast()
            default: break
            }
        }
        return opens
    }

    /// What stands behind the last open parenthesis.
    var lastArgument: LineText { openParentheses.last.map { dropping($0 + 1).trimmed } ?? self }

    var isQuoted: Bool { bytes.first == UInt8(ascii: "\"") || bytes.first == UInt8(ascii: "'") }

    /// The names, dots and indices at the end: `users[0].na`.
    var trailingPath: LineText {
        var start = bytes.count
        var depth = 0
        while start > 0 {
            let byte = bytes[start - 1]
            if byte == UInt8(ascii: "]") {
                depth += 1
            } else if byte == UInt8(ascii: "[") {
                guard depth > 0 else { break }
                depth -= 1
            } else if depth == 0, !byte.continuesName, byte != UInt8(ascii: "."),
                byte != UInt8(ascii: "$")
            {
                break
            }
            start -= 1
        }
        return dropping(start)
    }
}

extension Substring {
    fileprivate func trimming(_ characters: Set<Character>) -> String {
        String(
            drop { characters.contains($0) }.reversed().drop { characters.contains($0) }.reversed()
        )
    }
}
