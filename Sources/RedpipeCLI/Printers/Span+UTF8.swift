extension Span where Element == UInt8 {
    /// How many bytes the UTF-8 character at `index` has, 0 if they are not UTF-8.
    ///
    /// Reference: https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/#G7404
    func lengthOfCharacter(at index: Int) -> Int {
        let second: ClosedRange<UInt8>
        let length: Int
        switch self[index] {
        case ...0x7f: return 1
        case 0xc2...0xdf: (second, length) = (0x80...0xbf, 2)
        case 0xe0: (second, length) = (0xa0...0xbf, 3)
        case 0xed: (second, length) = (0x80...0x9f, 3)
        case 0xe1...0xef: (second, length) = (0x80...0xbf, 3)
        case 0xf0: (second, length) = (0x90...0xbf, 4)
        case 0xf1...0xf3: (second, length) = (0x80...0xbf, 4)
        case 0xf4: (second, length) = (0x80...0x8f, 4)
        default: return 0
        }
        guard index + length <= count, second.contains(self[index + 1]) else { return 0 }
        let hasTail = (index + 2..<Swift.max(index + 2, index + length))
            .allSatisfy { self[$0] & 0xc0 == 0x80 }
        return hasTail ? length : 0
    }

    /// Whether all of it is UTF-8.
    var isUTF8: Bool {
        var index = 0
        while index < count {
            let length = lengthOfCharacter(at: index)
            guard length > 0 else { return false }
            index += length
        }
        return true
    }
}
