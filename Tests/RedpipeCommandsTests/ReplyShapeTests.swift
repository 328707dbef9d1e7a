import Redpipe
import RedpipeCommands
import RedpipeRESP
import Testing

struct ReplyShapeTests {
    @Test(arguments: [
        "GET k", "ZRANGE withscores 0 -1", "ZRANGE z withscores 1", "ZUNION 2 z withscores",
        "ZUNION x withscores", "ZRANDMEMBER z 1", "HRANDFIELD h 2", "HGETX k", "HKEYS h", "CONFIG",
        "XRANGE s - +", "VSIM v ELE withscores", "VSIM v VALUES 1 withscores", "DEBUG OBJECT k",
        "INCRBYFLOAT k 1", "GEODIST g a b", "EVAL s 0", "FT.SEARCH i q", "ZUNION",
    ])
    func `a reply that is the same over both protocols has no shape`(line: String) {
        #expect(CommandTable.replyShape(for: words(line)) == nil)
    }

    @Test(arguments: [
        ("ZRANGE z 0 -1 BYSCORE withScores", ReplyShape.pairs(of: .double)),
        ("ZINTER 1 withscores WITHSCORES", .pairs(of: .double)), ("ZSCORE z a", .double),
        ("ZPOPMIN z", .tuple([.unchanged, .double])), ("ZPOPMIN z 2", .pairs(of: .double)),
        ("HGETALL h", .map(of: .unchanged)), ("SMEMBERS s", .set(of: .unchanged)),
        ("VSIM v ELE a WITHSCORES", .map(of: .double)), ("INFO", .verbatimText),
    ])
    func `a reply that differs has the shape of its options`(line: String, shape: ReplyShape) {
        #expect(CommandTable.replyShape(for: words(line)) == shape)
    }

    private static let shapes: [ReplyShape] = [
        .double, .boolean, .verbatimText, .list(of: .double), .set(of: .double),
        .tuple([.unchanged, .double]), .tuple([]), .last(.double), .map(of: .double),
        .record([.init("k", .double)]), .pairs(of: .double), .mapOfPairs(of: .double),
        .mapOfTuples([.double]), .recursive(.commandInfo), .recursive(.commandDocumentation),
        .recursive(.commandArgument),
    ]

    @Test(
        arguments: shapes,
        [
            .null, .error(Array("ERR no".utf8)), .simpleString(Array("QUEUED".utf8)), .integer(7),
            .bulkString(Array("text".utf8)), .bigNumber(Array("12".utf8)), .push([.integer(1)]),
        ] as [RESPValue]
    )
    func `what does not fit a shape is left as it was`(shape: ReplyShape, reply: RESPValue) {
        // A text that no number is, is a text for people nevertheless.
        guard shape != .verbatimText || reply.text != "text" else { return }
        #expect(shape.converted(reply) == reply)
    }

    @Test(arguments: shapes)
    func `odd, nested and empty aggregates trap no shape`(shape: ReplyShape) {
        let replies: [RESPValue] = [
            .array([]), .set([]), .map([]), .array([.integer(1)]), .array([.array([])]),
            .array([.integer(1), .array([.integer(2)]), .null]),
            .map([RESPPair(key: .array([]), value: .set([]))]),
        ]
        for reply in replies {
            let once = shape.converted(reply)
            #expect(shape.converted(once) == once)
        }
    }

    @Test func `a value with attributes is converted within them`() {
        let attributes = [RESPPair(key: .integer(1), value: .integer(2))]
        let reply = RESPValue.attributed(.bulkString(Array("1.5".utf8)), attributes: attributes)
        #expect(
            ReplyShape.double.converted(reply) == .attributed(.double(1.5), attributes: attributes)
        )
    }

    @Test(
        arguments: [
            ("inf", Double.infinity), ("-inf", -Double.infinity), ("0.1", 0.1), ("3", 3),
            ("1e+300", 1e300),
        ] as [(String, Double)]
    )
    func `scores are floats`(text: String, number: Double) {
        let shape = ReplyShape.double
        #expect(shape.converted(.bulkString(Array(text.utf8))) == .double(number))
    }

    @Test func `members with scores and attributes are read from both forms`() {
        let shape = ReplyShape.mapOfTuples([.double, .unchanged])
        let texts = ["a", "1", "x"].map { RESPValue.bulkString(Array($0.utf8)) }
        let pair = RESPPair(key: texts[0], value: .array([.double(1), texts[2]]))
        #expect(shape.converted(.array(texts)) == .map([pair]))
        #expect(shape.converted(.map([pair])) == .map([pair]))
        #expect(shape.converted(.array(Array(texts[..<2]))) == .array(Array(texts[..<2])))
    }

    /// Recorded from a cluster of two nodes, which the other tests do not start.
    @Test(arguments: ["CLUSTER LINKS", "CLUSTER GETSLOTMIGRATIONS"])
    func `links and migrations are maps`(line: String) throws {
        let shape = try #require(CommandTable.replyShape(for: words(line)))
        let (key, value) = (RESPValue.bulkString(Array("events".utf8)), RESPValue.integer(3))
        let pair = RESPPair(key: key, value: value)
        #expect(shape.converted(.array([.array([key, value])])) == .array([.map([pair])]))
        #expect(shape.converted(.array([.map([pair])])) == .array([.map([pair])]))
    }
}
