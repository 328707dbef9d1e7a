extension [UInt8] {
    /// Appends a text of many lines, without control characters if a terminal reads it.
    ///
    /// Line ends and tabs stay: they move the cursor no further than any text does.
    mutating func appendText(_ text: Span<UInt8>, for destination: OutputDestination) {
        switch destination {
        case .stream: append(text)
        case .terminal: appendVisible(text, keepsLines: true)
        }
    }

    /// Appends a text of one line, without control characters if a terminal reads it.
    mutating func appendLine(_ text: Span<UInt8>, for destination: OutputDestination) {
        switch destination {
        case .stream: append(text)
        case .terminal: appendVisible(text, keepsLines: false)
        }
    }

    /// Appends characters that print as they are, all other bytes as escapes.
    private mutating func appendVisible(_ text: Span<UInt8>, keepsLines: Bool) {
        var index = 0
        while index < text.count {
            let length = text.lengthOfCharacter(at: index)
            if length > 0, text.isVisible(at: index) || keepsLines && text.isLayout(at: index) {
                append(text.extracting(index..<index + length))
            } else {
                for byte in index..<index + Swift.max(1, length) { appendEscape(text[byte]) }
            }
            index += Swift.max(1, length)
        }
    }
}

extension Span where Element == UInt8 {
    /// Whether the character at `index` is no control character, neither of ASCII nor of Latin 1.
    fileprivate func isVisible(at index: Int) -> Bool {
        let byte = self[index]
        let isLatinControl = byte == 0xc2 && self[index + 1] < 0xa0
        return byte >= 0x20 && byte != 0x7f && !isLatinControl && !turnsDirection(at: index)
    }

    /// Whether the character at `index` changes the direction of what is around it.
    ///
    /// It would show a text as another one: U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069.
    ///
    /// Reference: https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
    private func turnsDirection(at index: Int) -> Bool {
        switch self[index] {
        case 0xd8: self[index + 1] == 0x9c
        case 0xe2 where self[index + 1] == 0x80:
            [0x8e, 0x8f, 0xaa, 0xab, 0xac, 0xad, 0xae].contains(self[index + 2])
        case 0xe2 where self[index + 1] == 0x81: (0xa6...0xa9).contains(self[index + 2])
        default: false
        }
    }

    /// Whether the byte at `index` is a tab or part of a line end; a lone CR would go back in it.
    fileprivate func isLayout(at index: Int) -> Bool {
        switch self[index] {
        case UInt8(ascii: "\n"), UInt8(ascii: "\t"): true
        case UInt8(ascii: "\r"): index + 1 < count && self[index + 1] == UInt8(ascii: "\n")
        default: false
        }
    }
}
