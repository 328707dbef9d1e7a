import RedpipeRESP
import RedpipeTestSupport
import Testing

@Suite struct RESPDecoderTests {
    @Test(arguments: replyVectors)
    func `a reply is the same however its bytes were cut`(_ vector: ReplyVector) {
        for pieces in StreamCuts(vector.bytes) {
            #expect(DecodedStream(pieces) == DecodedStream([vector.value]), "\(pieces)")
        }
    }

    @Test func `replies that arrive together come out in order`() {
        let stream = replyVectors.flatMap(\.bytes)
        let values = replyVectors.map(\.value)
        let whole = DecodedStream(values)
        for pieces in StreamCuts(stream) where DecodedStream(pieces) != whole {
            Issue.record("cut after \(pieces[0].count)")
        }
    }

    @Test(arguments: [",nan\r\n", ",-nan\r\n", ",NaN\r\n"])
    func `not a number is a double`(_ wire: String) throws {
        var decoder = RESPDecoder()
        decoder.append(Array(wire.utf8).span)
        #expect(try decoder.next())
        guard case .double(let number) = decoder.value else {
            Issue.record("\(decoder.value)")
            return
        }
        #expect(number.isNaN)
    }

    @Test func `the elements of a reply point into its bytes`() throws {
        var decoder = RESPDecoder()
        decoder.append(Array("+OK\r\n*2\r\n$1\r\na\r\n=8\r\ntxt:word\r\n".utf8).span)
        #expect(try decoder.next())
        #expect(try decoder.next())
        let texts = decoder.withReply { nodes, bytes in
            nodes.indices.map {
                String(decoding: [UInt8](bytes.extracting(nodes[$0].payload)), as: UTF8.self)
            }
        }
        #expect(texts == ["", "a", "word"])
        #expect(decoder.replyByteCount == 25)
    }

    @Test func `the chunks of a streamed string are one piece`() throws {
        var decoder = RESPDecoder()
        decoder.append(Array("$?\r\n;4\r\nHell\r\n;5\r\no wor\r\n;1\r\nd\r\n;0\r\n".utf8).span)
        #expect(try decoder.next())
        let payload = decoder.withReply { nodes, bytes in
            [UInt8](bytes.extracting(nodes[0].payload))
        }
        #expect(payload == Array("Hello word".utf8))
    }

    @Test func `a reply stays current while bytes arrive`() throws {
        var decoder = RESPDecoder()
        let text = [UInt8](repeating: 0x61, count: 1000)
        for round in 0..<100 {
            decoder.append(RESPValue.bulkString(text + [UInt8(round)]).encoded.span)
            #expect(try decoder.next())
            decoder.append([UInt8](repeating: 0x2b, count: 1).span)
            decoder.append(Array("\(round)\r\n".utf8).span)
            #expect(decoder.value == .bulkString(text + [UInt8(round)]))
            #expect(decoder.bufferedByteCount == "+\(round)\r\n".utf8.count)
            #expect(try decoder.next())
            #expect(decoder.value == .simpleString(Array("\(round)".utf8)))
            #expect(decoder.bufferedByteCount == 0)
        }
    }

    @Test(arguments: [
        ("+OK\r\n", RESPType.simpleString), ("-ERR x\r\n", .error), ("!5\r\nERR x\r\n", .blobError),
        (">1\r\n:1\r\n", .push), ("*-1\r\n", .null), ("|1\r\n+a\r\n*1\r\n:1\r\n-ERR x\r\n", .error),
        ("|1\r\n+a\r\n|1\r\n+b\r\n+c\r\n%0\r\n|0\r\n>1\r\n+d\r\n", .push),
    ])
    func `the type of a reply is that behind its attributes`(
        _ wire: String,
        _ type: RESPType
    ) throws {
        var decoder = RESPDecoder()
        decoder.append(Array(wire.utf8).span)
        #expect(try decoder.next())
        #expect(decoder.replyType == type)
        #expect(decoder.isError == (type == .error || type == .blobError))
        #expect(decoder.isPush == (type == .push))
    }

    @Test func `a read that brings nothing adds nothing`() throws {
        var decoder = RESPDecoder()
        for result in [0, -1] {
            #expect(unsafe decoder.append(upTo: 10) { _ in result } == result)
        }
        #expect(decoder.bufferedByteCount == 0)
        #expect(try !decoder.next())
    }

    @Test func `after a reset a stream starts anew`() throws {
        var decoder = RESPDecoder()
        decoder.append(Array("+OK\r\n?".utf8).span)
        #expect(try decoder.next())
        #expect(throws: RESPError.self) { try decoder.next() }
        #expect(throws: RESPError.self) { try decoder.next() }
        decoder.reset()
        decoder.append(Array("*1\r\n:1\r".utf8).span)
        #expect(try !decoder.next())
        #expect(decoder.bufferedByteCount == 7)
        decoder.append([0x0a].span)
        #expect(try decoder.next())
        #expect(decoder.value == .array([.integer(1)]))
    }
}
