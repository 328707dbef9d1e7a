/// Bytes as Redis compares command words: by ASCII letters without their case.
enum ASCII {
    /// The lower-case form of an upper-case letter, any other byte as it is.
    static func lowercased(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }

    /// Whether a word is `name`, which must be in lower case.
    static func matches(_ word: [UInt8], _ name: StaticString) -> Bool {
        guard word.count == name.utf8CodeUnitCount else { return false }
        for (offset, byte) in word.enumerated() where lowercased(byte) != name.byte(at: offset) {
            return false
        }
        return true
    }

    /// A decimal 64-bit integer with an optional minus sign and nothing else, as Redis reads it.
    static func integer(_ word: [UInt8]) -> Int64? {
        guard let first = word.first, first != UInt8(ascii: "+") else { return nil }
        return Int64(String(decoding: word, as: UTF8.self))
    }
}
