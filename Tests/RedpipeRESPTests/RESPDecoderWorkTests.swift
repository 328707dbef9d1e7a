import RedpipeRESP
import RedpipeTestSupport
import Testing

/// Costs, counted in bytes looked at, moved and held; never in time.
@Suite struct RESPDecoderWorkTests {
    @Test(arguments: [1, 7, 1000, 16_384])
    func `ten times the elements cost ten times the work`(_ pieceByteCount: Int) throws {
        let small = try work(elementCount: 4_000, pieceByteCount: pieceByteCount)
        let large = try work(elementCount: 40_000, pieceByteCount: pieceByteCount)
        #expect(large < 12 * small)
    }

    @Test func `a long line is searched once however it arrives`() throws {
        var decoder = RESPDecoder(limits: RESPLimits(lineByteCount: 100_000))
        let line = [0x2b] + [UInt8](repeating: 0x61, count: 100_000) + Array("\r\n".utf8)
        for byte in line {
            decoder.append([byte].span)
            _ = try decoder.next()
        }
        #expect(decoder.replyByteCount == line.count)
        #expect(decoder.workByteCount < 4 * line.count)
    }

    @Test func `many replies at once are not moved for each of them`() throws {
        var decoder = RESPDecoder()
        let stream = [[UInt8]](repeating: Array("+OK\r\n".utf8), count: 100_000).flatMap(\.self)
        decoder.append(stream.span)
        var count = 0
        while try decoder.next() { count += 1 }
        #expect(count == 100_000)
        #expect(decoder.workByteCount < 2 * stream.count)
    }

    @Test func `a steady stream takes no more memory as it goes on`() throws {
        var decoder = RESPDecoder()
        let piece = Array("*2\r\n$5\r\nhello\r\n:1\r\n+OK\r\n$3\r\nab".utf8)
        let rest = Array("c\r\n".utf8)
        for _ in 0..<100 { try feed(piece, rest, to: &decoder) }
        let reserved = decoder.reservedByteCount
        for _ in 0..<10_000 { try feed(piece, rest, to: &decoder) }
        #expect(decoder.reservedByteCount == reserved)
    }

    @Test func `the memory of a giant reply is given back`() throws {
        var decoder = RESPDecoder()
        decoder.append(RESPValue.array(Array(repeating: .null, count: 100_000)).encoded.span)
        #expect(try decoder.next())
        decoder.append(RESPValue.bulkString([UInt8](repeating: 0, count: 4_000_000)).encoded.span)
        #expect(try decoder.next())
        decoder.append(Array("+OK\r\n".utf8).span)
        #expect(try decoder.next())
        #expect(decoder.value == .status("OK"))
        #expect(decoder.reservedByteCount < 100_000)
    }

    private func feed(
        _ piece: [UInt8],
        _ rest: [UInt8],
        to decoder: inout RESPDecoder
    ) throws {
        decoder.append(piece.span)
        while try decoder.next() {}
        decoder.read(rest)
        while try decoder.next() {}
    }

    private func work(elementCount: Int, pieceByteCount: Int) throws -> Int {
        let elements = (0..<elementCount).map { RESPValue.bulk("element \($0)") }
        let stream = RESPValue.array(elements).encoded
        var decoder = RESPDecoder()
        var isWhole = false
        for start in stride(from: 0, to: stream.count, by: pieceByteCount) {
            decoder.append(
                stream.span.extracting(start..<min(stream.count, start + pieceByteCount))
            )
            isWhole = try decoder.next()
        }
        #expect(isWhole)
        return decoder.workByteCount
    }
}
