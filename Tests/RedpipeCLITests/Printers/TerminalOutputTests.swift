import RedpipeRESP
import Testing

@testable import RedpipeCLI

/// No server value can drive the terminal.
@Suite struct TerminalOutputTests {
    static let hostile: [String] = [
        "\u{1b}[31mred", "\u{1b}]0;title\u{7}", "\u{9b}31m", "a\u{8}b", "\u{7f}", "\0", "a\rb",
        "\u{90}q\u{9c}",
    ]

    @Test(arguments: hostile, OutputFormat.allCases.filter { $0 != .resp })
    func `control characters do not reach a terminal`(_ text: String, _ format: OutputFormat) throws
    {
        let bytes = Array(text.utf8)
        let values: [RESPValue] = [
            .simpleString(bytes.filter { $0 != 0x0d }), .error(bytes), .bulkString(bytes),
            .verbatimString(bytes, format: Array("txt".utf8)),
            .array([.map([RESPPair(key: .bulkString(bytes), value: .error(bytes))])]),
            .push([.bulkString(Array("invalidate".utf8)), .array([.bulkString(bytes)])]),
        ]
        for value in values {
            let options = PrinterOptions(destination: .terminal)
            let output = try format.text(of: value.encoded, options)
            let scalars = String(decoding: output, as: UTF8.self).unicodeScalars
            #expect(scalars.allSatisfy { isHarmless($0) }, "\(output)")
        }
    }

    @Test(arguments: [
        ("+\u{1b}[1mé\r\n", #"\x1b[1mé"#), ("-ERR a\tb\r\n", #"(error) ERR a\tb"#),
        ("=9\r\ntxt:a\r\n\tb\r\n", "a\r\n\tb"), ("=8\r\ntxt:a\rb\u{7}\r\n", #"a\rb\a"#),
        ("=6\r\ntxt:\u{9b}\r\n", #"\xc2\x9b"#), ("+日本\r\n", "日本"),
    ])
    func `what is harmless stays`(_ wire: String, _ text: String) throws {
        let options = PrinterOptions(destination: .terminal)
        let output = try OutputFormat.human.text(of: Array(wire.utf8), options)
        #expect(String(decoding: output, as: UTF8.self) == text + "\n")
    }

    @Test func `bytes that are no text are shown in hexadecimal`() throws {
        let value = RESPValue.bulkString([0x61, 0xff, 0xc3, 0xe2, 0x82, 0x0a, 0xed, 0xa0, 0x80])
        let options = PrinterOptions(destination: .terminal)
        let output = try OutputFormat.raw.text(of: value.encoded, options)
        #expect(
            String(decoding: output, as: UTF8.self) == "a\\xff\\xc3\\xe2\\x82\n\\xed\\xa0\\x80\n"
        )
    }

    @Test func `a stream gets the bytes as they are`() throws {
        let wire = Array("+\u{1b}[1m\0\u{9b}\r\n".utf8)
        #expect(try OutputFormat.raw.text(of: wire) == Array("\u{1b}[1m\0\u{9b}\n".utf8))
        #expect(try OutputFormat.human.text(of: wire) == Array("\u{1b}[1m\0\u{9b}\n".utf8))
    }

    private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\n" || scalar.value >= 0x20 && !(0x7f..<0xa0).contains(scalar.value)
    }
}
