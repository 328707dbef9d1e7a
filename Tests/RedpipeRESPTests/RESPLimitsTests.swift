import RedpipeRESP
import RedpipeTestSupport
import Testing

@Suite struct RESPLimitsTests {
    @Test(arguments: [
        ("*1\r\n", 60), ("%1\r\n+k\r\n", 60), ("~?\r\n", 60), ("|0\r\n", 60),
        ("*2\r\n|1\r\n+k\r\n+v\r\n:1\r\n", 61), ("*1\r\n|1\r\n+k\r\n+v\r\n", 120),
    ])
    func `as many aggregates as allowed may lie in one another`(_ opening: String, _ depth: Int) {
        let closing = opening.contains("?") ? ".\r\n" : ""
        let wire = Array((opening.repeated(60) + ":1\r\n" + closing.repeated(60)).utf8)
        let allowed = DecodedStream([wire], limits: RESPLimits(depth: depth))
        #expect(allowed.values.count == 1)
        let refused = DecodedStream([wire], limits: RESPLimits(depth: depth - 1))
        #expect(refused.problem == .tooDeep(limit: depth - 1))
    }

    @Test func `a length as great as the limit is accepted`() {
        let limits = RESPLimits(elementCount: 4, bulkByteCount: 5, lineByteCount: 4)
        let wire =
            "$5\r\nhello\r\n*4\r\n:1\r\n:2\r\n:3\r\n:4\r\n%2\r\n:1\r\n:2\r\n:3\r\n:4\r\n+1234\r\n"
        let decoded = DecodedStream([Array(wire.utf8)], limits: limits)
        #expect(decoded.values.count == 4)
        #expect(decoded.problem == nil)
    }

    @Test func `limits without end need no arithmetic that could overflow`() throws {
        let limits = RESPLimits(
            depth: .max,
            elementCount: .max,
            bulkByteCount: .max,
            lineByteCount: .max
        )
        for wire in [
            "$9223372036854775807\r\nabc", "*9223372036854775807\r\n:1\r\n",
            "%4611686018427387903\r\n:1\r\n", "|4611686018427387903\r\n:1\r\n",
            "!9223372036854775807\r\n", "=9223372036854775807\r\ntxt:a",
            "$?\r\n;3\r\nabc\r\n;9223372036854775804\r\nx",
        ] {
            #expect(DecodedStream([Array(wire.utf8)], limits: limits) == DecodedStream([]))
        }
    }

    @Test(arguments: [
        "*2147483647\r\n", "*4294967295\r\n", "%2147483647\r\n", "~4294967295\r\n",
        "$4294967296\r\nab", "|2147483647\r\n:1\r\n",
    ])
    func `a header allocates nothing for what it announces`(_ wire: String) throws {
        var decoder = RESPDecoder()
        decoder.append(Array(wire.utf8).span)
        #expect(try !decoder.next())
        #expect(decoder.reservedByteCount < 2_000)
    }

    @Test func `a million aggregates in one another end in an error`() {
        let wire = [[UInt8]](repeating: Array("*1\r\n".utf8), count: 1_000_000).flatMap(\.self)
        let decoded = DecodedStream([wire])
        #expect(decoded.problem == .tooDeep(limit: 512))
        #expect(decoded.offset == 4 * 512)
    }

    @Test func `a value of the greatest depth can be used and freed`() {
        let wire = Array((String(repeating: "*1\r\n", count: 512) + ":1\r\n").utf8)
        let value = DecodedStream([wire]).values.first
        #expect(value != nil)
        #expect(value?.encoded == wire)
        #expect(value == DecodedStream([wire]).values.first)
        #expect(Set([value]).count == 1)
    }
}

extension String {
    fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
