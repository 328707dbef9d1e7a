import RedpipeRESP
import Testing

/// A reply on the wire, and what it means.
struct ReplyVector: Sendable, CustomTestStringConvertible {
    let wire: String
    let value: RESPValue

    init(_ wire: String, _ value: RESPValue) {
        self.wire = wire
        self.value = value
    }

    var bytes: [UInt8] { Array(wire.utf8) }
    var testDescription: String { wire.debugDescription }
}

extension RESPValue {
    static func status(_ text: String) -> RESPValue { .simpleString(Array(text.utf8)) }
    static func failed(_ text: String) -> RESPValue { .error(Array(text.utf8)) }
    static func bulk(_ text: String) -> RESPValue { .bulkString(Array(text.utf8)) }
    static func big(_ text: String) -> RESPValue { .bigNumber(Array(text.utf8)) }
    static func verbatim(_ text: String, _ format: String) -> RESPValue {
        .verbatimString(Array(text.utf8), format: Array(format.utf8))
    }
}

let replyVectors =
    scalarVectors + nullVectors + doubleVectors + aggregateVectors + streamedVectors
    + attributeVectors

private let scalarVectors = [
    ReplyVector("+OK\r\n", .status("OK")),
    ReplyVector("+\r\n", .status("")),
    ReplyVector("-ERR unknown command\r\n", .failed("ERR unknown command")),
    ReplyVector("!22\r\nSYNTAX invalid\r\nsyntax\r\n", .failed("SYNTAX invalid\r\nsyntax")),
    ReplyVector("!0\r\n\r\n", .failed("")),
    ReplyVector(":0\r\n", .integer(0)),
    ReplyVector(":-0\r\n", .integer(0)),
    ReplyVector(":+7\r\n", .integer(7)),
    ReplyVector(":007\r\n", .integer(7)),
    ReplyVector(":-42\r\n", .integer(-42)),
    ReplyVector(":999999999999999999\r\n", .integer(999_999_999_999_999_999)),
    ReplyVector(":9223372036854775807\r\n", .integer(.max)),
    ReplyVector(":-9223372036854775808\r\n", .integer(.min)),
    ReplyVector(":0000000000000000000000009\r\n", .integer(9)),
    ReplyVector("$5\r\nhello\r\n", .bulk("hello")),
    ReplyVector("$0\r\n\r\n", .bulk("")),
    ReplyVector("$2\r\n\r\n\r\n", .bulk("\r\n")),
    ReplyVector("$7\r\n*1\r\n:1\r\r\n", .bulk("*1\r\n:1\r")),
    ReplyVector("$3\r\n\0ü\r\n", .bulk("\0ü")),
    ReplyVector("#t\r\n", .boolean(true)),
    ReplyVector("#f\r\n", .boolean(false)),
    ReplyVector("(0\r\n", .big("0")),
    ReplyVector(
        "(-3492890328409238509324850943850943825024385\r\n",
        .big("-3492890328409238509324850943850943825024385")
    ),
    ReplyVector("=15\r\ntxt:Some string\r\n", .verbatim("Some string", "txt")),
    ReplyVector("=4\r\nmkd:\r\n", .verbatim("", "mkd")),
]

private let nullVectors = [
    ReplyVector("$-1\r\n", .null),
    ReplyVector("*-1\r\n", .null),
    ReplyVector("_\r\n", .null),
    ReplyVector("*3\r\n$-1\r\n*-1\r\n_\r\n", .array([.null, .null, .null])),
]

private let doubleVectors = [
    ReplyVector(",3.14\r\n", .double(3.14)),
    ReplyVector(",10\r\n", .double(10)),
    ReplyVector(",-0\r\n", .double(-0.0)),
    ReplyVector(",.5\r\n", .double(0.5)),
    ReplyVector(",1e+20\r\n", .double(1e20)),
    ReplyVector(",1.5E-3\r\n", .double(0.0015)),
    ReplyVector(",4.9406564584124654e-324\r\n", .double(.leastNonzeroMagnitude)),
    ReplyVector(",1.7976931348623157e308\r\n", .double(.greatestFiniteMagnitude)),
    ReplyVector(",inf\r\n", .double(.infinity)),
    ReplyVector(",-inf\r\n", .double(-.infinity)),
    ReplyVector(",+inf\r\n", .double(.infinity)),
]

private let aggregateVectors = [
    ReplyVector("*0\r\n", .array([])),
    ReplyVector("%0\r\n", .map([])),
    ReplyVector("~0\r\n", .set([])),
    ReplyVector(">0\r\n", .push([])),
    ReplyVector("*2\r\n*0\r\n*1\r\n*0\r\n", .array([.array([]), .array([.array([])])])),
    ReplyVector(
        "*3\r\n:1\r\n*2\r\n+a\r\n-ERR b\r\n$1\r\nc\r\n",
        .array([.integer(1), .array([.status("a"), .failed("ERR b")]), .bulk("c")])
    ),
    ReplyVector(
        "%2\r\n$1\r\na\r\n:1\r\n$1\r\na\r\n*1\r\n%1\r\n:1\r\n_\r\n",
        .map([
            RESPPair(key: .bulk("a"), value: .integer(1)),
            RESPPair(
                key: .bulk("a"),
                value: .array([.map([RESPPair(key: .integer(1), value: .null)])])
            ),
        ])
    ),
    ReplyVector("~3\r\n+a\r\n+a\r\n:1\r\n", .set([.status("a"), .status("a"), .integer(1)])),
    ReplyVector(">2\r\n+message\r\n$1\r\nx\r\n", .push([.status("message"), .bulk("x")])),
    ReplyVector("*1\r\n>1\r\n+subscribe\r\n", .array([.push([.status("subscribe")])])),
]

private let streamedVectors = [
    ReplyVector("$?\r\n;4\r\nHell\r\n;5\r\no wor\r\n;1\r\nd\r\n;0\r\n", .bulk("Hello word")),
    ReplyVector("$?\r\n;0\r\n", .bulk("")),
    ReplyVector("$?\r\n;3\r\n;0\r\r\n;3\r\n\n.\r\r\n;0\r\n", .bulk(";0\r\n.\r")),
    ReplyVector("*?\r\n.\r\n", .array([])),
    ReplyVector(
        "*?\r\n:1\r\n*?\r\n:2\r\n.\r\n*0\r\n.\r\n",
        .array([.integer(1), .array([.integer(2)]), .array([])])
    ),
    ReplyVector("~?\r\n:1\r\n$?\r\n;1\r\na\r\n;0\r\n.\r\n", .set([.integer(1), .bulk("a")])),
    ReplyVector(
        "%?\r\n+a\r\n:1\r\n+b\r\n%0\r\n.\r\n",
        .map([
            RESPPair(key: .status("a"), value: .integer(1)),
            RESPPair(key: .status("b"), value: .map([])),
        ])
    ),
    ReplyVector("*2\r\n*?\r\n.\r\n:1\r\n", .array([.array([]), .integer(1)])),
]

private let attributeVectors = [
    ReplyVector("|0\r\n:1\r\n", .attributed(.integer(1), attributes: [])),
    ReplyVector(
        "|1\r\n+ttl\r\n:3600\r\n*2\r\n:1\r\n|1\r\n+a\r\n*1\r\n+b\r\n:2\r\n",
        .attributed(
            .array([
                .integer(1),
                .attributed(
                    .integer(2),
                    attributes: [RESPPair(key: .status("a"), value: .array([.status("b")]))]
                ),
            ]),
            attributes: [RESPPair(key: .status("ttl"), value: .integer(3600))]
        )
    ),
    ReplyVector(
        "|1\r\n+a\r\n|1\r\n+b\r\n:1\r\n:2\r\n|0\r\n+c\r\n",
        .attributed(
            .attributed(.status("c"), attributes: []),
            attributes: [
                RESPPair(
                    key: .status("a"),
                    value: .attributed(
                        .integer(2),
                        attributes: [RESPPair(key: .status("b"), value: .integer(1))]
                    )
                )
            ]
        )
    ),
    ReplyVector("*?\r\n|0\r\n:1\r\n.\r\n", .array([.attributed(.integer(1), attributes: [])])),
]
