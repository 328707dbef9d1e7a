import RedpipeRESP
import RedpipeTestSupport
import Testing

@Suite struct RESPErrorTests {
    /// A broken stream, what is wrong with it and where.
    struct BrokenStream: Sendable, CustomTestStringConvertible {
        let wire: String
        let problem: RESPError.Problem
        let offset: Int

        init(_ wire: String, _ problem: RESPError.Problem, at offset: Int = 0) {
            self.wire = wire
            self.problem = problem
            self.offset = offset
        }

        var testDescription: String { wire.debugDescription }
    }

    static let limits = RESPLimits(depth: 3, elementCount: 11, bulkByteCount: 20, lineByteCount: 30)

    @Test(arguments: headerErrors + payloadErrors + streamErrors + limitErrors)
    func `a broken stream fails at the same byte however it was cut`(_ stream: BrokenStream) {
        for pieces in StreamCuts(Array("+OK\r\n\(stream.wire)".utf8)) {
            let decoded = DecodedStream(pieces, limits: Self.limits)
            #expect(decoded.values == [.status("OK")])
            #expect(decoded.problem == stream.problem)
            #expect(decoded.offset == stream.offset + 5)
        }
    }

    @Test(arguments: [
        "HTTP/1.1 400 Bad Request\r\n": "HTTP/1.1 400 Bad Request",
        "SSH-2.0-OpenSSH_9.2\r\n": "SSH-2.0-OpenSSH_9.2",
        "\u{1b}]0;\"\\\u{7}\n": #"\x1b]0;\"\\\x07"#,
        "h\tüx": #"h\t\xc3\xbcx"#,
        String(repeating: "\0", count: 80): String(repeating: #"\x00"#, count: 15),
        String(repeating: "x", count: 80): String(repeating: "x", count: 60),
    ])
    func `what was found is shown in printable ASCII`(_ wire: String, _ text: String) {
        let error = #expect(throws: RESPError.self) { try decode(wire) }
        #expect(error?.foundText == text)
    }

    @Test func `an error names its problem, its place and what is there`() {
        let error = #expect(throws: RESPError.self) { try decode("$-2\r\n") }
        #expect(
            error?.description == "length not within 0 and 4294967296 at byte 0: \"$-2\""
        )
    }

    @Test func `an error is thrown again and keeps its words`() {
        var decoder = RESPDecoder()
        decoder.append(Array(":x\r\n".utf8).span)
        let first = #expect(throws: RESPError.self) { try decoder.next() }
        decoder.append(Array("+OK\r\n".utf8).span)
        let second = #expect(throws: RESPError.self) { try decoder.next() }
        #expect(first == second)
    }

    private func decode(_ wire: String) throws {
        var decoder = RESPDecoder()
        decoder.append(Array(wire.utf8).span)
        while try decoder.next() {}
    }

    static let headerErrors = [
        BrokenStream("HTTP/1.1 400\r\n", .unknownType),
        BrokenStream("\r\n", .unknownType),
        BrokenStream("*1\r\n?", .unknownType, at: 4),
        BrokenStream(":\r\n", .invalidInteger),
        BrokenStream(":-\r\n", .invalidInteger),
        BrokenStream(":+-1\r\n", .invalidInteger),
        BrokenStream(": 1\r\n", .invalidInteger),
        BrokenStream(":1 \r\n", .invalidInteger),
        BrokenStream(":1\n\r\n", .missingCarriageReturn, at: 2),
        BrokenStream("+OK\n+OK\n", .missingCarriageReturn, at: 3),
        BrokenStream("-ERR a\nb\r\n", .missingCarriageReturn, at: 6),
        BrokenStream(":0x1\r\n", .invalidInteger),
        BrokenStream(":9223372036854775808\r\n", .invalidInteger),
        BrokenStream(":-9223372036854775809\r\n", .invalidInteger),
        BrokenStream(":99999999999999999999999\r\n", .invalidInteger),
        BrokenStream("$abc\r\n", .invalidInteger),
        BrokenStream("$\r\n", .invalidInteger),
        BrokenStream("$3\nabc\n", .missingCarriageReturn, at: 2),
        BrokenStream("*2.0\r\n", .invalidInteger),
        BrokenStream("$-2\r\n", .lengthOutOfRange(limit: 20)),
        BrokenStream("*-2\r\n", .lengthOutOfRange(limit: 11)),
        BrokenStream("%-1\r\n", .lengthOutOfRange(limit: 5)),
        BrokenStream("~-1\r\n", .lengthOutOfRange(limit: 11)),
        BrokenStream(">-1\r\n", .lengthOutOfRange(limit: 11)),
        BrokenStream("!-1\r\n", .lengthOutOfRange(limit: 20)),
        BrokenStream("=-1\r\n", .lengthOutOfRange(limit: 20)),
        BrokenStream(",\r\n", .invalidDouble),
        BrokenStream(",.\r\n", .invalidDouble),
        BrokenStream(",1e\r\n", .invalidDouble),
        BrokenStream(",1.5x\r\n", .invalidDouble),
        BrokenStream(",0x1p3\r\n", .invalidDouble),
        BrokenStream(",infinity\r\n", .invalidDouble),
        BrokenStream("#x\r\n", .invalidBoolean),
        BrokenStream("#\r\n", .invalidBoolean),
        BrokenStream("#true\r\n", .invalidBoolean),
        BrokenStream("(\r\n", .invalidBigNumber),
        BrokenStream("(12a\r\n", .invalidBigNumber),
        BrokenStream("_x\r\n", .invalidNull),
        BrokenStream("+a\rb\r\n", .missingLineFeed, at: 2),
        BrokenStream("*1\r:1\r\n", .missingLineFeed, at: 2),
    ]

    static let payloadErrors = [
        BrokenStream("$3\r\nabcXY", .missingPayloadEnd, at: 7),
        BrokenStream("$3\r\nabc\rY", .missingPayloadEnd, at: 7),
        BrokenStream("$3\r\nabcd\r\n", .missingPayloadEnd, at: 7),
        BrokenStream("$3\r\nab\r\n+O", .missingPayloadEnd, at: 7),
        BrokenStream("!1\r\nab\r\n", .missingPayloadEnd, at: 5),
        BrokenStream("=3\r\ntxt\r\n", .invalidVerbatimString),
        BrokenStream("=5\r\ntxt;a\r\n", .invalidVerbatimString, at: 4),
    ]

    static let streamErrors = [
        BrokenStream(".\r\n", .unexpectedStreamPart),
        BrokenStream(";1\r\na\r\n", .unexpectedStreamPart),
        BrokenStream("*1\r\n.\r\n", .unexpectedStreamPart, at: 4),
        BrokenStream("*?\r\n;0\r\n", .unexpectedStreamPart, at: 4),
        BrokenStream("*?\r\n.x\r\n", .unexpectedStreamPart, at: 4),
        BrokenStream("*?\r\n|1\r\n.\r\n", .unexpectedStreamPart, at: 8),
        BrokenStream("*?\r\n|0\r\n.\r\n", .unexpectedStreamPart, at: 8),
        BrokenStream("%?\r\n+a\r\n.\r\n", .missingMapValue, at: 8),
        BrokenStream("$?\r\n$1\r\na\r\n", .missingChunk, at: 4),
        BrokenStream("$?\r\n;-1\r\n", .lengthOutOfRange(limit: 20), at: 4),
        BrokenStream("$?\r\n;1\r\nab\r\n", .missingPayloadEnd, at: 9),
        BrokenStream("|?\r\n", .invalidInteger),
        BrokenStream(">?\r\n", .invalidInteger),
        BrokenStream("!?\r\n", .invalidInteger),
        BrokenStream("*??\r\n", .invalidInteger),
    ]

    static let limitErrors = [
        BrokenStream("$21\r\n", .lengthOutOfRange(limit: 20)),
        BrokenStream("$9223372036854775807\r\n", .lengthOutOfRange(limit: 20)),
        BrokenStream("$?\r\n;9\r\n123456789\r\n;12\r\n", .lengthOutOfRange(limit: 11), at: 19),
        BrokenStream("*12\r\n", .lengthOutOfRange(limit: 11)),
        BrokenStream("*9223372036854775807\r\n", .lengthOutOfRange(limit: 11)),
        BrokenStream("%6\r\n", .lengthOutOfRange(limit: 5)),
        BrokenStream("%4611686018427387904\r\n", .lengthOutOfRange(limit: 5)),
        BrokenStream("|4611686018427387904\r\n", .lengthOutOfRange(limit: 5)),
        BrokenStream("*1\r\n*1\r\n*1\r\n*1\r\n", .tooDeep(limit: 3), at: 12),
        BrokenStream("*1\r\n*1\r\n*1\r\n*0\r\n", .tooDeep(limit: 3), at: 12),
        BrokenStream("|0\r\n|0\r\n|0\r\n|0\r\n", .tooDeep(limit: 3), at: 12),
        BrokenStream("*?\r\n*?\r\n*?\r\n*?\r\n", .tooDeep(limit: 3), at: 12),
        BrokenStream(
            "+\(String(repeating: "x", count: 31))\r\n",
            .lineTooLong(limit: 30)
        ),
        BrokenStream(
            "-\(String(repeating: "x", count: 40))",
            .lineTooLong(limit: 30)
        ),
        BrokenStream(
            "*1\r\n:\(String(repeating: "1", count: 31))\r\n",
            .lineTooLong(limit: 30),
            at: 4
        ),
    ]
}
