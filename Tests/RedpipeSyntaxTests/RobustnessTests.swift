import RedpipeSyntax
import Testing

@Suite struct RobustnessTests {
    /// Pieces that mean something, so that random scripts reach deep into the parser.
    private static let pieces = [
        "let ", "x", " = ", " <- ", "pipeline ", "{", "}", "\n", "(", ")", "[", "]", "\"", "'",
        "\"\"\"", "\\(", "$x", "$x...", "1", "1.5", "..<", "if ", "else ", "elif ", "for ", " in ",
        "def f(", "GET k", "SET a b", "# c", " \\\n", ",", ":", "then ", "try ", "@users ", "cmd ",
        "print ", "return ", "é", "\u{0}", "\t", "\r\n", "?? ", "and ", "not ", "- ", "sleep 5s",
        "connect redis://h", "while ", "true", "#", ";", "param p", "include \"a\"", "on x ",
    ]

    @Test func `no text makes the parser crash or lose its place`() {
        var generator = SplitMix(seed: 42)
        for _ in 0..<10_000 {
            let count = Int.random(in: 0..<24, using: &generator)
            let text = (0..<count).map { _ in
                Self.pieces.randomElement(using: &generator) ?? ""
            }.joined()
            check(Array(text.utf8))
        }
    }

    @Test func `no bytes make the parser crash or lose its place`() {
        var generator = SplitMix(seed: 7)
        for _ in 0..<10_000 {
            let count = Int.random(in: 0..<40, using: &generator)
            check((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
        }
    }

    /// What is repeated, and how often.
    @Test(arguments: [
        ("", "pipeline {\n", 10_000), ("print ", "(", 100_000), ("let x = ", "[", 100_000),
        ("let x = ", "-", 100_000), ("let x = ", "not ", 100_000), ("let x = 1", " + 1", 100_000),
        ("let x = a", ".b", 100_000), ("let x = a", " ?? a", 100_000),
        ("let x = ", "1 if a else ", 100_000), ("SET k ", "\\(\"", 10_000),
        ("", "if a {\n", 10_000), ("let x = ", "f(", 100_000), ("let x = a", "[0]", 100_000),
    ])
    func `what is nested too deeply is an error, not a crash`(
        start: String,
        piece: String,
        count: Int
    ) {
        let text = start + String(repeating: piece, count: count)
        let source = SourceText(id: SourceID(rawValue: 0), name: "test", text: text)
        #expect(!Parser.parse(source).diagnostics.isEmpty)
    }

    /// Every diagnostic points into the text and can be drawn.
    private func check(_ bytes: [UInt8]) {
        var files = SourceFiles()
        let source = files.add(name: "test", bytes: bytes)
        let (script, diagnostics) = Parser.parse(source)
        #expect(diagnostics.count <= Parser.maximumDiagnostics)
        let renderer = DiagnosticRenderer(files: files)
        for diagnostic in diagnostics {
            #expect(diagnostic.span.end <= bytes.count)
            #expect(!renderer.render(diagnostic).isEmpty)
        }
        #expect(diagnostics.isEmpty || script.statements.count <= bytes.count)
    }
}

/// A small generator with a seed, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
