import RedpipeRESP
import RedpipeTestSupport
import Testing

@Suite struct RESPFlatteningTests {
    @Test(arguments: replyVectors)
    func `a value is the same after it was laid out`(_ vector: ReplyVector) {
        let flattening = RESPFlattening(vector.value)
        let value = RESPValue(nodes: flattening.nodes.span, bytes: flattening.bytes.span)
        #expect(value == vector.value)
    }

    @Test(arguments: replyVectors)
    func `a value that is encoded decodes to itself`(_ vector: ReplyVector) {
        #expect(DecodedStream([vector.value.encoded]).values == [vector.value])
    }

    @Test(arguments: [
        (RESPValue.status("a\nb"), "$3\r\na\nb\r\n"),
        (.failed("ERR a\r\nb"), "!8\r\nERR a\r\nb\r\n"),
        (.null, "_\r\n"), (.double(.infinity), ",inf\r\n"), (.boolean(true), "#t\r\n"),
        (.verbatimString([0x61], format: [0x6d, 0x64]), "=5\r\nmd :a\r\n"),
        (.attributed(.integer(1), attributes: []), "|0\r\n:1\r\n"),
    ])
    func `a value has one form on the wire`(_ value: RESPValue, _ wire: String) {
        #expect(String(decoding: value.encoded, as: UTF8.self) == wire)
    }

    @Test func `a value that is inside another ends where the next one starts`() {
        let wire = "*3\r\n%1\r\n:1\r\n*1\r\n:2\r\n|1\r\n:3\r\n:4\r\n:5\r\n:6\r\n"
        let nodes = RESPFlattening(DecodedStream([Array(wire.utf8)]).values[0]).nodes
        #expect(nodes.span.endOfValue(at: 0) == nodes.count)
        #expect(nodes.span.endOfValue(at: 1) == 5)
        #expect(nodes.span.endOfValue(at: 5) == 9)
        #expect(nodes.span.valueOfAttribute(at: 5) == 8)
        #expect(nodes.span.endOfValue(at: 9) == 10)
    }
}

@Suite struct RESPValueTests {
    @Test(arguments: [
        (RESPValue.failed("WRONGTYPE Operation against"), "WRONGTYPE"), (.failed("ERR"), "ERR"),
        (.failed(""), ""), (.attributed(.failed("MOVED 1 h:1"), attributes: []), "MOVED"),
    ])
    func `the code of an error is its first word`(_ value: RESPValue, _ code: String) {
        #expect(value.serverErrorCode == Array(code.utf8))
    }

    @Test func `other values have no code`() {
        #expect(RESPValue.bulk("ERR x").serverErrorCode == nil)
        #expect(RESPValue.array([.failed("ERR x")]).serverErrorCode == nil)
    }

    @Test func `bytes are equal only if they are the same`() {
        #expect(RESPValue.bulk("e\u{301}") != RESPValue.bulk("\u{e9}"))
    }

    @Test func `a value can be seen without its attributes`() {
        let value = RESPValue.attributed(.attributed(.integer(1), attributes: []), attributes: [])
        #expect(value.withoutAttributes == .integer(1))
    }
}
