import RedpipeCompiler
import RedpipeSyntax
import Testing

@Suite struct LargeScriptTests {
    /// Walking each call anew would take 2 to the power of 60 steps.
    private static let doubling = chain(of: 60) { next in "let a <- \(next)(x)\n\(next)(a)" }

    @Test func `functions that call the next one twice are walked once each`() throws {
        _ = try Self.checked("for i in 0..<2 { f0(i) }\n" + Self.doubling)
    }

    @Test func `a mistake at the end of such a chain is found, and found once`() {
        let text = "for i in 0..<2 { f0(i) }\n" + Self.doubling + "\nf0(1, 2)"
        #expect(throws: DiagnosticList.self) { try Self.checked(text) }
    }

    @Test func `what such a chain would send is counted in finite time`() throws {
        let outline = PlanOutline(of: try Self.checked("f0(1)\n" + Self.doubling).plan)
        #expect(outline.trips.count == 1)
        #expect(outline.trips.first?.lanes.first?.commandCount.upper == nil)
    }

    @Test func `of a recursion no exact number of commands is claimed`() throws {
        let text = """
            f(3)
            def f(n) {
              INCR calls
              if n < 2 { return n }
              f(n - 1)
              SET done 1
            }
            """
        let outline = PlanOutline(of: try Self.checked(text).plan)
        #expect(outline.trips.first?.lanes.first?.commandCount == CountRange(lower: 1, upper: nil))
    }

    @Test func `a chain of ten thousand functions is no stack overflow`() throws {
        let text = "f0(1)\n" + Self.chain(of: 10_000) { "\($0)(x)" }
        let outline = PlanOutline(of: try Self.checked(text).plan)
        #expect(outline.trips.count == 1)
    }

    @Test(arguments: ["f(3)", "for i in 0..<3 { f(i) }", "pipeline {\n let n <- GET a\n f(n)\n}"])
    func `a recursion is checked in finite time`(call: String) throws {
        _ = try Self.checked(call + "\ndef f(x) {\n INCR a\n f([x])\n f(x)\n}")
    }

    /// `def f0(x) { … }`, each with a body made from the name of the next one.
    private static func chain(of count: Int, body: (String) -> String) -> String {
        let functions = (0..<count).map { "def f\($0)(x) {\n\(body("f\($0 + 1)"))\n}" }
        return functions.joined(separator: "\n") + "\ndef f\(count)(x) {\nINCR z\n}"
    }

    private static func checked(_ text: String) throws -> CheckedScript {
        let source = SourceText(id: SourceID(rawValue: 0), name: "test", text: text)
        let (script, diagnostics) = Parser.parse(source)
        #expect(diagnostics.isEmpty)
        return try Checker.check(LoadedScript(main: script)).get()
    }
}
