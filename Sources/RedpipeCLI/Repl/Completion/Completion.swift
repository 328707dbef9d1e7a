/// What a line could go on with at a place.
struct Completion: Equatable {
    /// Where the word begins that the candidates stand for.
    var start: Int
    /// Sorted, each once.
    var candidates: [String]
    /// Nothing stands behind a candidate yet that would end the word: a field or an argument
    /// follows.
    var isOpen = false
    /// There may be more than these, so nothing can be said of what they have in common.
    var isPartial = false
    /// Keys with this beginning fit too; the caller may ask the server for them.
    var keyPrefix: [UInt8]?

    static func nothing(at start: Int) -> Completion {
        Completion(start: start, candidates: [])
    }
}

extension Completion {
    /// The character before the word, if the word does not hold it too: an editor that is told of it
    /// lets the word begin where we do.
    func breakCharacter(in line: [UInt8], to end: Int) -> [UInt8] {
        guard start > 0, start <= end, end <= line.count else { return [] }
        let before = line[start - 1]
        return before < 0x80 && !line[start..<end].contains(before) ? [before] : []
    }

    /// The candidates for a word that an editor lets begin elsewhere: before or behind ours.
    func candidates(replacing editorStart: Int, in line: [UInt8]) -> [String] {
        guard max(start, editorStart) <= line.count else { return [] }
        if editorStart <= start {
            let kept = String(decoding: line[editorStart..<start], as: UTF8.self)
            return candidates.map { kept + $0 }
        }
        let skipped = Array(line[start..<editorStart])
        return candidates.compactMap { candidate in
            let bytes = Array(candidate.utf8)
            guard bytes.starts(with: skipped) else { return nil }
            return String(decoding: bytes[skipped.count...], as: UTF8.self)
        }
    }
}

extension [String] {
    /// What all of them begin with.
    var commonPrefix: String {
        guard var prefix = first.map({ $0[...] }) else { return "" }
        for text in dropFirst() {
            while !text.hasPrefix(prefix) { prefix = prefix.dropLast() }
        }
        return String(prefix)
    }
}
