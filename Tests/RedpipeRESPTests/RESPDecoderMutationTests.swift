import RedpipeRESP
import RedpipeTestSupport
import Testing

/// Valid streams with errors in them: whatever they decode to, nothing traps, hangs or swells.
@Suite struct RESPDecoderMutationTests {
    @Test(arguments: 0..<4)
    func `a damaged stream neither traps nor takes more memory than it is worth`(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed) + 1)
        for _ in 0..<5_000 {
            let stream = damagedStream(using: &generator)
            let cut = Int.random(in: 0...stream.count, using: &generator)
            check(stream, cut: cut)
        }
    }

    private func damagedStream(using generator: inout SeededGenerator) -> [UInt8] {
        var stream: [UInt8] = []
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            stream += replyVectors.randomElement(using: &generator)?.bytes ?? []
        }
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            stream.damage(using: &generator)
        }
        return stream
    }

    /// Records what is wrong with a stream's decoding; a macro for each of so many would take long.
    private func check(_ stream: [UInt8], cut: Int) {
        let whole = DecodedStream([stream])
        let pieces = DecodedStream([Array(stream[..<cut]), Array(stream[cut...])])
        if !whole.hasSameReplies(as: pieces) { Issue.record("cut at \(cut): \(stream)") }
        var decoder = RESPDecoder()
        decoder.append(stream.span)
        while (try? decoder.next()) == true {}
        let isFrugal =
            decoder.reservedByteCount <= 2_000 + 100 * stream.count
            && decoder.workByteCount <= 3 * stream.count
        if !isFrugal { Issue.record("too much work: \(stream)") }
    }
}

extension DecodedStream {
    /// Equality in which a number that is not one equals itself.
    fileprivate func hasSameReplies(as other: DecodedStream) -> Bool {
        values.map(\.encoded) == other.values.map(\.encoded) && problem == other.problem
            && offset == other.offset
    }
}

extension [UInt8] {
    /// Flips, inserts, removes or repeats some bytes.
    fileprivate mutating func damage(using generator: inout SeededGenerator) {
        let place = Int.random(in: 0...count, using: &generator)
        let piece = place..<Swift.min(count, place + Int.random(in: 1...6, using: &generator))
        let alphabet = Array("\r\n\r\n+-:$*_,#(!=%~|>;.?0123456789tfe \u{ff}".utf8)
        let byte = alphabet.randomElement(using: &generator) ?? 0
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: insert(byte, at: place)
        case 1: removeSubrange(piece)
        case 2: insert(contentsOf: self[piece], at: place)
        case 3 where place < count: self[place] = byte
        default:
            if place < count { self[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator) }
        }
    }
}
