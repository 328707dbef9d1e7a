/// Splits lines into words exactly as redis-cli does.
///
///     SET k "a b"     // SET, k, a b
///     SET k a'b c'    // SET, k, ab c
///     SET k "a"b      // an error: a closing quotation mark ends its word
///
/// A line is searched to its end before anything is decoded; then words in quotation marks are
/// decoded where they stand, for they never grow. In the steady state nothing is allocated.
struct LineSplitter {
    /// The words of the last line, as places in the bytes that hold it.
    private(set) var words: [Range<Int>] = []
    /// The words that hold quotation marks.
    private var quotes: [Quotes] = []

    /// A part of a word that stands in quotation marks; it always ends the word.
    private struct Quotes {
        let word: Int
        /// Where the first quotation mark stands.
        let open: Int
    }

    /// Splits a line.
    ///
    /// - Parameters:
    ///   - bytes: What holds the line; its words in quotation marks are overwritten.
    ///   - line: Where it lies, without its line feed.
    /// - Throws: ``LineError``; the line is not decoded then.
    mutating func split(_ bytes: inout [UInt8], _ line: Range<Int>) throws(LineError) {
        words.removeAll(keepingCapacity: words.count <= Self.retainedWordCount)
        quotes.removeAll(keepingCapacity: quotes.count <= Self.retainedWordCount)
        do throws(Failure) {
            try findWords(bytes.span, line)
        } catch {
            throw LineError(
                problem: error.problem,
                column: bytes.span.characterCount(in: line.lowerBound..<error.offset) + 1
            )
        }
        for part in quotes { decode(part, &bytes) }
    }

    /// A problem and where it shows.
    private struct Failure: Error {
        let problem: LineError.Problem
        let offset: Int
    }

    /// How many words' memory is kept for the next line.
    private static let retainedWordCount = 1 << 16
}

extension LineSplitter {
    private mutating func findWords(
        _ bytes: Span<UInt8>,
        _ line: Range<Int>
    ) throws(Failure) {
        var index = line.lowerBound
        while true {
            while index < line.upperBound, bytes[index].isBlank { index += 1 }
            guard index < line.upperBound else { return }
            let end = try endOfWord(bytes, index..<line.upperBound)
            words.append(index..<end)
            index = end
        }
    }

    /// The end of the word that the rest of a line starts with.
    private mutating func endOfWord(
        _ bytes: Span<UInt8>,
        _ rest: Range<Int>
    ) throws(Failure) -> Int {
        var index = rest.lowerBound
        while index < rest.upperBound {
            // The one loop that sees every byte of a list; `rest` lies within `bytes`.
            let byte = unsafe bytes[unchecked: index]
            // Every byte that means something here comes before digits and letters.
            if byte <= UInt8(ascii: "'") {
                switch byte {
                case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): return index
                case UInt8(ascii: "\""), UInt8(ascii: "'"):
                    quotes.append(Quotes(word: words.count, open: index))
                    return try endOfQuotes(bytes, index..<rest.upperBound)
                case 0: throw Failure(problem: .nul, offset: index)
                default: break
                }
            }
            index += 1
        }
        return index
    }

    /// The end of the quoted part that the rest of a line starts with.
    private func endOfQuotes(_ bytes: Span<UInt8>, _ rest: Range<Int>) throws(Failure) -> Int {
        let quote = bytes[rest.lowerBound]
        var index = rest.lowerBound + 1
        while index < rest.upperBound, bytes[index] != quote {
            guard bytes[index] != 0 else { throw Failure(problem: .nul, offset: index) }
            index += bytes.escapeLength(at: index, in: quote)
        }
        guard index < rest.upperBound else {
            throw Failure(problem: .unbalancedQuotes, offset: rest.lowerBound)
        }
        let end = index + 1
        guard end == rest.upperBound || bytes[end].isBlank else {
            throw Failure(problem: .textBehindQuotes, offset: end)
        }
        return end
    }

    /// Replaces a word by what it stands for.
    private mutating func decode(_ part: Quotes, _ bytes: inout [UInt8]) {
        let quote = bytes[part.open]
        let close = words[part.word].upperBound - 1
        var write = part.open
        var read = part.open + 1
        while read < close {
            let length = bytes.span.escapeLength(at: read, in: quote)
            bytes[write] = bytes.span.character(at: read, length: length, in: quote)
            write += 1
            read += length
        }
        words[part.word] = words[part.word].lowerBound..<write
    }
}

extension Span where Element == UInt8 {
    /// How many bytes stand for one at `index` between two of the quotation marks `quote`.
    fileprivate func escapeLength(at index: Int, in quote: UInt8) -> Int {
        guard self[index] == UInt8(ascii: "\\"), index + 1 < count else { return 1 }
        if quote == UInt8(ascii: "'") { return self[index + 1] == quote ? 2 : 1 }
        let isHexadecimal =
            self[index + 1] == UInt8(ascii: "x") && index + 3 < count
            && self[index + 2].hexadecimalDigit != nil && self[index + 3].hexadecimalDigit != nil
        return isHexadecimal ? 4 : 2
    }

    /// The byte that `length` bytes at `index` stand for.
    fileprivate func character(at index: Int, length: Int, in quote: UInt8) -> UInt8 {
        switch length {
        case 1: self[index]
        case 4:
            (self[index + 2].hexadecimalDigit ?? 0) << 4 | (self[index + 3].hexadecimalDigit ?? 0)
        default: quote == UInt8(ascii: "\"") ? self[index + 1].meaningBehindBackslash : quote
        }
    }

    /// The characters of a text, each byte that is not UTF-8 being one.
    fileprivate func characterCount(in range: Range<Int>) -> Int {
        var count = 0
        for index in range where self[index] & 0xc0 != 0x80 { count += 1 }
        return count
    }
}

extension UInt8 {
    /// Whether C's `isspace` says so.
    var isBlank: Bool { self == 0x20 || (0x09...0x0d).contains(self) }

    /// The value of a hexadecimal digit of either case.
    var hexadecimalDigit: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x37
        case 0x61...0x66: self - 0x57
        default: nil
        }
    }

    /// The byte that `\n` and its like stand for; itself for all others.
    var meaningBehindBackslash: UInt8 {
        switch self {
        case UInt8(ascii: "n"): 0x0a
        case UInt8(ascii: "r"): 0x0d
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "a"): 0x07
        default: self
        }
    }
}
