import Testing

@Suite struct StatementTests {
    @Test(arguments: [
        ("let n <- INCR hits", "let n <- INCR|hits"),
        ("let t <- TIME", "let t <- TIME"),
        ("let x <- f(1)", "let x <- f(1)"),
        ("let x <- f(1) + 2", "let x <- ((f(1) + 2))"),
        ("let x <- (a + b)", "let x <- ((a + b))"),
        ("let x <- [f(i) for i in xs]", "let x <- ([f(i) for i in xs])"),
        ("let x <- \"a\"", "let x <- ('a')"),
        ("let x <- @users GET k", "let x <- @users GET|k"),
        ("let x <- try GET k", "let x <- try GET|k"),
        ("let x <- then { GET k }", "let x <- then { GET|k }"),
        ("let x <- for i in xs { GET k }", "let x <- for i in xs { GET|k }"),
        ("let x = 1", "let x = 1"),
        ("x = x + 1", "x = …"),
        ("@users f(1)", "@users f(1)"),
        ("try XGROUP CREATE s g 0", "try XGROUP|CREATE|s|g|0"),
        ("cmd MULTI", "cmd MULTI"),
        ("print(x)", "print x"),
        ("print a, b", "print a,b"),
        ("users[0].save(name: \"B\")", "users[0].save(name: 'B')"),
        ("JSON.SET k $ v", "JSON.SET|k|$|v"),
        ("get k", "get|k"),
        ("\"GET\" k", "GET|k"),
        ("sleep 500ms", "sleep 0.5 seconds"),
        ("while a { INCR n }", "while a { INCR|n }"),
        ("if a { INCR x } else { INCR y } # c", "if a { INCR|x } else { INCR|y }"),
        ("if a { INCR x } elif b { INCR y }", "if a { INCR|x } elif b { INCR|y }"),
        ("if a {\nINCR x\n} else {\nINCR y\n}", "if a { INCR|x } else { INCR|y }"),
        ("pipeline on users { SET k { }", "E0112 a bare `{` cannot stand in a block on one line"),
        ("pipeline on users {\nSET k {\n}", "pipeline on users { SET|k|{ }"),
        ("def f(a, b = 1) {\nreturn a\n}", "def f/2 { return a }"),
        ("connect users redis://h:1 timeout=5s", "connect users"),
        ("keyspace F zset \"F{*}\" on a of int", "keyspace F zset F{*}"),
        ("keyspace F \"F{*}\" hash { a int; b text }", "keyspace F hash F{*} a:int b:text"),
        (
            "model U \"U{*}\" ttl=1d {\n# c\nn text required\n\"a-b\" int = -1\n}",
            "model U U{*} n:text! a-b:int=(- 1)"
        ),
        (
            "transaction retry=3 watch a b:\\(c) { SET k v }",
            "transaction watch a|b:\\(c) { SET|k|v }"
        ),
        ("transaction {\nread { GET k }\n}", "transaction { read { GET|k } }"),
        ("# only a comment\n\n  # another", ""),
        ("#!/usr/bin/env redpipe\nPING", "PING"),
    ])
    func `the first words decide what a line is`(line: String, tree: String) {
        #expect(Outline.parse(line) == tree)
    }

    @Test(arguments: [
        ("if a { SET x 1 } else { SET y 2 } }", "E0101"),
        ("if a { SET x 1 }\nelse { SET y 2 }", "E0115"),
        ("if a { if b { SET x 1 } }", "E0115"),
        ("pipeline {\nGET k", "E0107"),
        ("}", "E0107"),
        ("let x", "E0101"),
        ("let x <-", "E0101"),
        ("pipeline foo {\n}", "E0101"),
        ("sleep 5", "E0104"),
        ("for x xs { GET k }", "E0101"),
        ("def f( {\n}", "E0101"),
        ("keyspace F \"F{*}\"", "E0101"), ("model F {\nname text", "E0107"),
    ])
    func `a wrong line is an error with its code`(line: String, code: String) {
        #expect(Outline.parse(line).prefix(5) == code)
    }
}
