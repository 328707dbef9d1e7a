import Foundation
import RedpipeRESP
import Testing

@testable import RedpipeCLI

@Suite struct ReplyPrinterTests {
    @Test(arguments: scalarReplies + aggregateReplies + unusualReplies)
    func `a reply has its text in every format`(_ reply: PrintedReply) throws {
        for (format, text) in reply.texts {
            let output = try format.text(of: reply.wire)
            #expect(String(decoding: output, as: UTF8.self) == text + "\n", "\(format)")
        }
    }

    @Test(arguments: scalarReplies + aggregateReplies + unusualReplies)
    func `what is called JSON is JSON`(_ reply: PrintedReply) throws {
        for format in [OutputFormat.json, .ndjson] {
            let output = try format.text(of: reply.wire)
            #expect(throws: Never.self) {
                try JSONSerialization.jsonObject(with: Data(output), options: .fragmentsAllowed)
            }
        }
    }

    @Test(arguments: scalarReplies + aggregateReplies + unusualReplies)
    func `a reply that is printed as RESP reads the same`(_ reply: PrintedReply) throws {
        let once = try OutputFormat.resp.text(of: reply.wire)
        for format in OutputFormat.allCases {
            #expect(try format.text(of: once) == format.text(of: reply.wire))
        }
    }

    @Test func `replies follow each other`() throws {
        let wire = Array("+OK\r\n%1\r\n+a\r\n:1\r\n%1\r\n+a\r\n:2\r\n".utf8)
        for format in OutputFormat.allCases {
            let texts = try [wire[..<5], wire[5..<17], wire[17...]].flatMap {
                try format.text(of: Array($0))
            }
            #expect(try format.text(of: wire) == texts)
        }
    }

    @Test func `a value prints as the reply that it was`() throws {
        let wire = Array("*3\r\n:1\r\n%1\r\n+a\r\n,1.5\r\n=5\r\ntxt:b\r\n".utf8)
        var decoder = RESPDecoder()
        decoder.append(wire.span)
        #expect(try decoder.next())
        for format in OutputFormat.allCases {
            var printer = format.printer()
            var output: [UInt8] = []
            printer.append(decoder.value, to: &output)
            #expect(try output == format.text(of: wire))
        }
    }

    @Test func `delimiters stand between elements and behind replies`() throws {
        var options = PrinterOptions()
        options.elementDelimiter = Array("|".utf8)
        options.replyDelimiter = Array("#\n".utf8)
        let wire = Array("*3\r\n:1\r\n*2\r\n:2\r\n*0\r\n%2\r\n+a\r\n:1\r\n+b\r\n_\r\n-E x\r\n".utf8)
        let output = try OutputFormat.raw.text(of: wire, options)
        #expect(String(decoding: output, as: UTF8.self) == "1|2||a 1|b #\nE x\n#\n")
    }

    @Test func `a text for people has nothing behind it`() {
        var printer = RawPrinter.verbatim(PrinterOptions())
        var output: [UInt8] = []
        printer.append(.bulkString(Array("# Server\r\n".utf8)), to: &output)
        #expect(output == Array("# Server\r\n".utf8))
    }

    @Test func `a reply of the greatest depth has a text in every format`() throws {
        let wire = Array((String(repeating: "%1\r\n+k\r\n", count: 512) + ":1\r\n").utf8)
        for format in OutputFormat.allCases {
            #expect(try !format.text(of: wire).isEmpty)
        }
    }

    @Test func `maps with equal keys in one another take no exponential time`() throws {
        let opening = String(repeating: "%2\r\n+k\r\n:1\r\n+k\r\n", count: 500)
        let output = try OutputFormat.ndjson.text(of: Array((opening + ":1\r\n").utf8))
        #expect(output.count < 20_000)
    }

    @Test(arguments: [2, 16, 17, 400])
    func `two equal keys are found among any number`(_ count: Int) throws {
        let pairs = (0..<count).map { number in
            RESPPair(key: .bulkString(Array("\(number * 7919 % 1000)".utf8)), value: .null)
        }
        let unique = try OutputFormat.ndjson.text(of: RESPValue.map(pairs).encoded)
        #expect(unique.starts(with: Array(#"{"0":"#.utf8)))
        let repeated = pairs + [RESPPair(key: pairs[count / 2].key, value: .integer(1))]
        let tagged = try OutputFormat.ndjson.text(of: RESPValue.map(repeated).encoded)
        #expect(tagged.starts(with: Array(#"{"$map":[["0",null],"#.utf8)))
    }

    @Test func `random bytes are valid JSON`() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            let length = Int.random(in: 0..<12, using: &generator)
            let alphabet: [UInt8] = [0, 0x1f, 0x22, 0x5c, 0x61, 0x7f, 0x80, 0xbf, 0xc2, 0xe2, 0x82]
            let bytes = (0..<length).compactMap { _ in alphabet.randomElement(using: &generator) }
            let value = RESPValue.map([RESPPair(key: .bulkString(bytes), value: .error(bytes))])
            let output = try OutputFormat.ndjson.text(of: value.encoded)
            #expect(throws: Never.self, "\(bytes)") {
                try JSONSerialization.jsonObject(with: Data(output))
            }
        }
    }
}
