import Testing

@testable import RedpipeCLI

/// The pure parts of command lists: lines into words, RESP into commands, numbers into reports.
@Suite struct ListParsingTests {
    @Test(
        arguments: [
            (#"SET "é" "x"#, LineError.Problem.unbalancedQuotes, 9),
            (#"SET 'a\'"#, .unbalancedQuotes, 5),
            (#""é"x"#, .textBehindQuotes, 4),
            (#"a "b" "c"d"#, .textBehindQuotes, 10),
            ("ab\0c", .nul, 3),
            ("'a\0'", .nul, 3),
        ]
    )
    func `a line that is wrong names the character`(
        line: String,
        problem: LineError.Problem,
        column: Int
    ) {
        var splitter = LineSplitter()
        var bytes = Array(line.utf8)
        #expect(throws: LineError(problem: problem, column: column)) {
            try splitter.split(&bytes, 0..<bytes.count)
        }
    }

    @Test func `a command in RESP is found whatever the cut`() throws {
        let bytes = Array("*2\r\n$4\r\nECHO\r\n$3\r\n\r\n*\r\n*1\r\n$4\r\nPING\r\n".utf8)
        let end = 23
        for cut in 0..<end {
            var scanner = RESPCommandScanner()
            #expect(try !scanner.scan(bytes, 0..<cut))
            #expect(try scanner.scan(bytes, 0..<bytes.count))
            #expect(scanner.position == end)
            #expect(scanner.words == [8..<12, 18..<21])
        }
    }

    @Test(arguments: [
        "PING", "*x\r\n", "*1\r\n+OK", "*1\r\n$2\r\nabc\r\n", "*1\r\n$99999999999\r\n",
    ])
    func `what is no command in RESP is refused`(text: String) {
        var scanner = RESPCommandScanner()
        let bytes = Array(text.utf8)
        #expect(throws: RESPCommandScanner.Failure.self) {
            try scanner.scan(bytes, 0..<bytes.count)
        }
    }

    @Test func `lines of outstanding commands are known, repeated ones by number`() {
        var lines = SentLines()
        for line in [1, 2, 5, 6] { lines.append(line: line, isRepetition: false, role: .ordinary) }
        for _ in 0..<3 { lines.append(line: 9, isRepetition: true, role: .ordinary) }
        #expect((0..<4).map { lines.origin(of: $0)?.line } == [1, 2, 5, 6])
        #expect((4..<7).map { lines.origin(of: $0)?.repetition } == [1, 2, 3])
        #expect(lines.origin(of: 7) == nil)
        #expect(lines.advance(to: 3)?.line == 6)
        #expect(lines.origin(of: 2)?.line == 5)
    }

    @Test func `a transaction is cut as a whole`() {
        var spans = TransactionSpans()
        let origin = SentLines.Origin(line: 3, repetition: nil, role: .beginsTransaction)
        spans.begin(at: 2, origin: origin, before: nil)
        #expect(spans.cut(before: 2) == nil)
        #expect(spans.cut(before: 3)?.first == 2)
        spans.end(at: 5)
        #expect(spans.cut(before: 5)?.first == 2)
        #expect(spans.cut(before: 6) == nil)
        spans.advance(toAnswered: 6)
        #expect(spans.cut(before: 4) == nil)
    }
}
