import Testing

@Suite struct WordTests {
    @Test(arguments: [
        ("SET k v", "SET|k|v"),
        ("  SET\tk   v  ", "SET|k|v"),
        ("SET k v\r\n", "SET|k|v"),
        (#"SET "a b" 'c d'"#, "SET|a b|c d"),
        (#"SET "" ''"#, "SET||"),
        (#"SET a"b c" x"#, "SET|ab c|x"),
        (#"SET key"" x"#, "SET|key|x"),
        (#"SET "\n\r\t\b\a\x41\xfF" x"#, "SET|<a><d><9><8><7>A<ff>|x"),
        (#"SET "\q\\\"\0\u0041\x4g" x"#, #"SET|q\"0u0041x4g|x"#),
        (#"SET 'it\'s \n' x"#, #"SET|it's \n|x"#),
        (#"SET a\nb x"#, #"SET|a\nb|x"#),
        ("SET a;b c#d", "SET|a;b|c#d"),
        ("SET k {", "SET|k|{"),
        ("SET k }", "SET|k|}"),
        ("SET $.path $1", "SET|$.path|$1"),
        ("SET a\u{b}b x", "SET|a<b>b|x"),
        ("SET é x", "SET|<c3><a9>|x"),
    ])
    func `words are split as redis-cli splits them`(line: String, words: String) {
        #expect(Outline.words(line) == words)
    }

    @Test(arguments: [
        (#"SET "a"b x"#, "E0102"),
        (#"SET "a""b" x"#, "E0102"),
        (#"SET "a"#, "E0102"),
        ("SET 'a", "E0102"),
        (#"SET 'a\\' x"#, "E0102"),
        (#"SET {"a": 1}"#, "E0102"),
    ])
    func `a quote ends its word, and is closed on its line`(line: String, outcome: String) {
        #expect(Outline.words(line) == outcome)
    }

    @Test(arguments: [
        ("SET $key $user.name", "SET|$key|$user.name"),
        ("MSET $list... $list[0] $list[-1]", "MSET|$list...|$list[0]|$list[-1]"),
        ("SET $a.b[0].c x", "SET|$a.b[0].c|x"),
        ("SET user:$id x", "SET|user:$id|x"),
        ("SET $list[i] x", "SET|$list[i]|x"),
        (#"SET "$id" x"#, "SET|$id|x"),
    ])
    func `a whole word that is a name stands for its value`(line: String, words: String) {
        #expect(Outline.words(line) == words)
    }

    @Test(arguments: [
        (#"SET user:\(id) x"#, #"SET|user:\(id)|x"#),
        (#"SET "key\(i + 1)" x"#, #"SET|key\((i + 1))|x"#),
        (#"SET "\("a b" + f("c)"))" x"#, #"SET|\(('a b' + f('c)')))|x"#),
        (#"SET \\(i) x"#, #"SET|\\(i)|x"#),
        (#"SET '\(i)' x"#, #"SET|\(i)|x"#),
        (#"SET "\\(i)" x"#, #"SET|\(i)|x"#),
        (#"SET \("\(i)\(j)")k x"#, #"SET|\('\(i)\(j)')k|x"#),
    ])
    func `a hole is one value, whatever stands around it`(line: String, words: String) {
        #expect(Outline.words(line) == words)
    }

    @Test func `triple quotes hold bytes over several lines`() {
        let line = "SET k \"\"\"\na \"b\" \\n\n\\(c)\"\"\" x"
        #expect(Outline.words(line) == #"SET|k|a "b" \n<a>\(c)|x"#)
    }

    @Test func `a blank and a backslash at the end continue a line`() {
        #expect(Outline.words("SET k \\\n  v") == "SET|k|v")
        #expect(Outline.words("SET k\\\nGET k") == #"SET|k\"#)
    }

    @Test func `bytes that are not UTF-8 pass through words`() {
        #expect(
            Outline.words(Array("SET ".utf8) + [0xff, 0xc3] + Array(" x".utf8)) == "SET|<ff><c3>|x"
        )
    }

    @Test func `a NUL is refused`() {
        #expect(Outline.words("SET a\0b") == "E0103")
        #expect(Outline.words("SET \"a\0b\"") == "E0103")
    }

    @Test(arguments: [
        ("SET k v # comment", "E0108"),
        ("SORT l GET # GET n", "SORT|l|GET|#|GET|n"),
        ("BITFIELD k GET i8 #0", "BITFIELD|k|GET|i8|#0"),
        ("SET k '#'", "SET|k|#"),
        ("SET a 1; SET b 2", "SET|a|1;|SET|b|2"),
        ("SET a 1 ; SET b 2", "E0112"),
        ("3 INCR n", "E0111"),
        ("+2 INCR n", "E0111"),
        ("2x INCR n", "2x|INCR|n"),
    ])
    func `words that would be mistakes in a script are refused`(line: String, outcome: String) {
        #expect(Outline.words(line) == outcome)
    }
}
