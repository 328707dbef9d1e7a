extension ErrorExplanation {
    /// E02xx: names, and values that are read too early; nothing was sent.
    static let names = [
        ErrorExplanation(
            "E0201",
            "a reply is read before it is there",
            """
            The commands of a block are sent when its outermost block closes, so their replies are
            known only after it. Read the value below the closing `}`, or in `then { … }`, which runs
            when the replies are there. An expression over replies can be bound with `<-`.
            """,
            wrong: "pipeline {\n  let n <- INCR hits\n  SET last $n\n}",
            right: "pipeline {\n  let n <- INCR hits\n}\nSET last $n"
        ),
        ErrorExplanation(
            "E0202",
            "a name that is not known here",
            """
            The name is not bound by `let`, `param`, `for` or a parameter in this scope.
            `for`, `while`, `if`, `then` and `def` open scopes: what is bound in them ends with them.
            """,
            wrong: "let user = \"joe\"\nprint usr",
            right: "let user = \"joe\"\nprint user"
        ),
        ErrorExplanation(
            "E0203",
            "a function that does not exist",
            """
            Neither the script nor the library has a function of this name.
            Functions of the library take the value as an argument: `len(x)`, not `x.len()`.
            """,
            wrong: "print length([1, 2])",
            right: "print len([1, 2])"
        ),
        ErrorExplanation(
            "E0204",
            "a connection that is not declared",
            """
            `on NAME` and `@NAME` name a connection. Declare it with `connect NAME URL`, or give it
            with the option --connect NAME=URL.
            """,
            wrong: "@users GET name",
            right: "connect users redis://localhost:6379\n@users GET name"
        ),
        ErrorExplanation(
            "E0205",
            "a call with wrong arguments",
            """
            An argument is missing, given twice, too many, or has a name that the function does not
            know. Functions of the library take no named arguments.
            """,
            wrong: "def add(a, b = 1) { return a + b }\nprint add(c: 2)",
            right: "def add(a, b = 1) { return a + b }\nprint add(2, b: 2)"
        ),
        ErrorExplanation(
            "E0206",
            "a call that queues commands stands where a value is needed at once",
            """
            Its value is there only when the commands have been sent. Bind it with `<-`.
            Whether a call queues commands must not depend on a reply of the same block either: then
            put it in `then { … }`.
            """,
            wrong: "def hits(k) {\n  let n <- GET $k\n  return n\n}\nlet n = hits(\"a\")",
            right: "def hits(k) {\n  let n <- GET $k\n  return n\n}\nlet n <- hits(\"a\")"
        ),
        ErrorExplanation(
            "E0207",
            "a statement in the wrong place",
            """
            `connect`, `def`, `param` and `include` stand at the top level. `break` and `continue`
            stand in a loop, `return` in a function, `exit` and `sleep` outside blocks and functions.
            `quiet` comes first.
            """,
            wrong: "pipeline {\n  INCR hits\n  sleep 10ms\n}",
            right: "pipeline {\n  INCR hits\n}\nsleep 10ms"
        ),
        ErrorExplanation(
            "E0208",
            "a name that is declared twice",
            """
            A function, a connection or a parameter has one declaration, and a function must not have
            the name of a function of the library.
            """,
            wrong: "def sum(a, b) { return a + b }\nprint sum(1, 2)",
            right: "def add(a, b) { return a + b }\nprint add(1, 2)"
        ),
        ErrorExplanation(
            "E0209",
            "a function or a callback assigns a name that is not its own",
            """
            A function assigns only its own names, and `then` only names of its own.
            Return the value, or bind it: `let x <- then { … }`.
            """,
            wrong: "let total = 0\ndef add(n) { total = total + n }\nadd(2)",
            right: "let total = 0\ndef add(n) { return total + n }\ntotal = add(2)\nprint total"
        ),
        ErrorExplanation(
            "E0210",
            "a name is bound a second time (a warning)",
            """
            A second `let` in one scope makes a new name, and a `let` in an inner scope hides the
            outer name until that scope ends. To change the name that is there, leave out `let`.
            """,
            wrong: "let n = 1\nif n == 1 { let n = 2 }\nprint n",
            right: "let n = 1\nif n == 1 { n = 2 }\nprint n"
        ),
        ErrorExplanation(
            "E0211",
            "an included file cannot be read",
            """
            The path of `include` is relative to the folder of the file that includes it.
            """,
            wrong: "include \"missing.rp\"",
            right: "include \"library.rp\""
        ),
        ErrorExplanation(
            "E0212",
            "files include each other",
            """
            A file that is being read is included again, so reading would never end.
            Move what both files need into a third one. In this example the file is script.rp:
            """,
            wrong: "include \"script.rp\"",
            right: "include \"library.rp\""
        ),
        ErrorExplanation(
            "E0213",
            "a value that nothing reads",
            """
            `let name = …` keeps a value and prints nothing, so a name that is never read has no
            effect. A name that starts with `_` may be left unread. This is a warning.
            """,
            wrong: "let total = 5\nprint 4",
            right: "let total = 5\nprint total"
        ),
        ErrorExplanation(
            "E0214",
            "a line that never runs",
            """
            The line before it always leaves: `return`, `break`, `continue`, `fail`, `exit`, or an
            `if` of which every branch ends so. This is a warning.
            """,
            wrong: "def f() {\n  return 1\n  print 2\n}\nprint f()",
            right: "def f() {\n  print 2\n  return 1\n}\nprint f()"
        ),
        ErrorExplanation(
            "E0215",
            "commands of a callback",
            """
            `redpipe check` notes that the lines of a `then` run one by one when their block has run:
            each of its commands is a round trip of its own. A `pipeline` in it sends several at once.
            """
        ),
        ErrorExplanation(
            "E0216",
            "a value of a wrong kind",
            """
            The script itself says what the value is, and it can be of no use here: a condition that
            is no bool, a list as an argument of a command, a sum of a text and a number.
            """,
            wrong: "SET flag \\(true)",
            right: "SET flag \\(int(true))"
        ),
        ErrorExplanation(
            "E0217",
            "lines that could share a round trip",
            """
            `redpipe check --hint-pipelines` shows lines outside of blocks of which none needs a reply
            of another one. In a `pipeline` they are one round trip.
            """
        ),
        ErrorExplanation(
            "E0218",
            "a value that cannot be right",
            """
            The script itself says what the value is: an item that a list does not have, a divisor
            that is zero, a status that `exit` does not take. What came through a name is found when
            the line runs.
            """,
            wrong: "print [1, 2][2]",
            right: "print [1, 2][1]"
        ),
    ]
}
