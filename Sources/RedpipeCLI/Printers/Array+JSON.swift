import RedpipeRESP

extension [UInt8] {
    /// Appends bytes as a JSON string, or as `{"$bytes":"…"}` if they are not UTF-8.
    ///
    /// Reference: https://www.rfc-editor.org/rfc/rfc8259#section-7
    mutating func appendJSON(_ text: Span<UInt8>, for destination: OutputDestination) {
        let start = count
        append(UInt8(ascii: "\""))
        var index = 0
        while index < text.count {
            let plain = index..<text.endOfPlainText(from: index)
            append(text.extracting(plain))
            index = plain.upperBound
            guard index < text.count else { break }
            let length = text.lengthOfCharacter(at: index)
            guard length > 0 else {
                removeLast(count - start)
                return appendJSONBytes(text)
            }
            appendJSONCharacter(text.extracting(index..<index + length), for: destination)
            index += length
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func appendJSONCharacter(
        _ character: Span<UInt8>,
        for destination: OutputDestination
    ) {
        let first = character[0]
        switch first {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case UInt8(ascii: "\n"): append("\\n")
        case UInt8(ascii: "\r"): append("\\r")
        case UInt8(ascii: "\t"): append("\\t")
        case 0x08: append("\\b")
        case 0x0c: append("\\f")
        case ..<0x20: appendUnicodeEscape(first)
        case 0x7f where destination == .terminal: appendUnicodeEscape(first)
        case 0xc2 where destination == .terminal && character[1] < 0xa0:
            appendUnicodeEscape(character[1])
        default: append(character)
        }
    }

    private mutating func appendUnicodeEscape(_ character: UInt8) {
        append("\\u00")
        appendHexadecimal(character)
    }

    private mutating func appendJSONBytes(_ bytes: Span<UInt8>) {
        append("{\"$bytes\":\"")
        appendBase64(bytes)
        append("\"}")
    }

    /// Appends a double as the server wrote it if JSON has that form, else as `{"$double":"inf"}`.
    mutating func appendJSONDouble(_ text: Span<UInt8>) {
        if text.isJSONNumber { return append(text) }
        let number = Double(text: text)
        let shortest = RESPEncoder.text(of: number)
        if number.isFinite {
            append(contentsOf: shortest.utf8)
        } else {
            append("{\"$double\":\"")
            append(contentsOf: shortest.utf8)
            append("\"}")
        }
    }
}

extension Span where Element == UInt8 {
    /// Whether it is a number by JSON's grammar: `-0.5e+3`, but not `+1`, `.5`, `5.`, `05` or `inf`.
    fileprivate var isJSONNumber: Bool {
        var index = !isEmpty && self[0] == UInt8(ascii: "-") ? 1 : 0
        let integer = endOfDigits(from: index)
        let hasLeadingZero = integer > index + 1 && self[index] == UInt8(ascii: "0")
        guard integer > index, !hasLeadingZero else { return false }
        index = integer
        if index < count, self[index] == UInt8(ascii: ".") {
            index = endOfDigits(from: index + 1)
            guard index > integer + 1 else { return false }
        }
        return index == count || isExponent(from: index)
    }

    private func isExponent(from start: Int) -> Bool {
        guard self[start] | 0x20 == UInt8(ascii: "e") else { return false }
        var index = start + 1
        if index < count, self[index] == UInt8(ascii: "+") || self[index] == UInt8(ascii: "-") {
            index += 1
        }
        return index < count && endOfDigits(from: index) == count
    }

    private func endOfDigits(from start: Int) -> Int {
        var index = start
        while index < count, (0x30...0x39).contains(self[index]) { index += 1 }
        return index
    }
}
