import RedpipeRESP
import RedpipeTestSupport
import Testing

@Suite struct RESPEncoderTests {
    @Test func `a command is an array of bulk strings`() {
        var buffer: [UInt8] = []
        RESPEncoder.appendCommand([Array("SET".utf8), [], [0, 13, 10]], to: &buffer)
        #expect(buffer == Array("*3\r\n$3\r\nSET\r\n$0\r\n\r\n$3\r\n\0\r\n\r\n".utf8))
    }

    @Test func `arguments of every kind are bulk strings`() {
        var buffer: [UInt8] = []
        RESPEncoder.appendHeader(argumentCount: 5, to: &buffer)
        RESPEncoder.appendArgument("GÉT", to: &buffer)
        RESPEncoder.appendArgument([1, 2].span, to: &buffer)
        RESPEncoder.appendArgument(Int64(-1234), to: &buffer)
        RESPEncoder.appendArgument(1.5, to: &buffer)
        RESPEncoder.appendArgument(Int64.min, to: &buffer)
        #expect(
            DecodedStream([buffer]).values == [
                .array([
                    .bulk("GÉT"), .bulkString([1, 2]), .bulk("-1234"), .bulk("1.5"),
                    .bulk("-9223372036854775808"),
                ])
            ]
        )
    }

    @Test(arguments: [
        0, 9, 10, 11, 99, 100, 101, 999, 1000, -1, -9, -10, -100, 123_456_789, Int64.max, Int64.min,
        1_000_000_000_000_000_000, 999_999_999_999_999_999,
    ])
    func `decimals are those of the standard library`(_ number: Int64) {
        var buffer: [UInt8] = []
        RESPEncoder.appendDecimal(number, to: &buffer)
        #expect(buffer == Array("\(number)".utf8))
        #expect(RESPEncoder.decimalByteCount(number) == buffer.count)
        #expect(Int64(decimal: buffer.span) == number)
    }

    @Test(arguments: [
        (3.0, "3"), (3.14, "3.14"), (-0.0, "-0"), (1e20, "1e+20"), (1e-7, "1e-07"),
        (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"),
    ])
    func `doubles are written as servers write them`(_ number: Double, _ text: String) {
        #expect(RESPEncoder.text(of: number) == text)
    }
}
