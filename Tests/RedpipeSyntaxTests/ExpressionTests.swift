import Testing

@Suite struct ExpressionTests {
    @Test(arguments: [
        ("1 + 2 * 3", "(1 + (2 * 3))"),
        ("(1 + 2) * 3", "((1 + 2) * 3)"),
        ("1 - 2 - 3", "((1 - 2) - 3)"),
        ("a ?? b ?? c", "(a ?? (b ?? c))"),
        ("a ?? b + 1", "(a ?? (b + 1))"),
        ("not a == b and c or d", "(((not (a == b)) and c) or d)"),
        ("-a * b", "((- a) * b)"),
        ("-7 // 2", "((- 7) // 2)"),
        ("0..<n + 1", "(0 ..< (n + 1))"),
        ("1...3", "(1 ... 3)"),
        ("x in 0..<3", "(x in (0 ..< 3))"),
        ("a if c else b if d else e", "(a if c else (b if d else e))"),
        ("a.b[0](1).c", "a.b[0](1).c"),
        ("f(a, n: 1, \"k-l\": 2)", "f(a, n: 1, k-l: 2)"),
        ("[f(x) for x in xs if x > 1]", "[f(x) for x in xs if (x > 1)]"),
        ("[k for k, v in m]", "[k for k,v in m]"),
        ("{\"a\": [1, 2,], 3: null}", "{'a': [1, 2], 3: null}"),
        ("[\n1,\n# comment\n2\n]", "[1, 2]"),
        ("$x + 1 # comment", "(x + 1)"),
        ("1_000 + 1.5 + 1e3", "((1000 + 1.5) + 1000.0)"),
        ("\"a\\(b)c\" + 'd\\n'", "('a\\(b)c' + 'd\\n')"),
        ("xs[0..<10]", "xs[(0 ..< 10)]"),
    ])
    func `operators bind as the language says`(text: String, tree: String) {
        #expect(Outline.expression(text) == tree)
    }

    @Test(arguments: [
        ("1 < 2 < 3", "E0101"),
        ("1..<2..<3", "E0101"),
        ("9223372036854775808", "E0104"),
        ("3x", "E0104"),
        ("1 +", "E0101"),
        ("f(n: 1, 2)", "E0101"),
        ("a ! b", "E0103"),
        ("\"a", "E0102"),
        ("[1, 2", "E0101"),
        ("a b", "E0101"),
    ])
    func `what is no expression is an error at its place`(text: String, code: String) {
        #expect(Outline.expression(text).prefix(5) == code)
    }
}
