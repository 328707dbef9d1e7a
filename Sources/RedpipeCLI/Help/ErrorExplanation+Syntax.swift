extension ErrorExplanation {
    /// E01xx: the text of a script is wrong, and nothing was sent.
    static let syntax = [
        ErrorExplanation(
            "E0101",
            "the line does not have the form of a statement",
            """
            The parser found something else than it expected at the marked place.
            A reply is bound with `<-`, a value that is known at once with `=`.
            Each statement stands on a line of its own.
            """,
            wrong: "let name = GET user:1",
            right: "let name <- GET user:1"
        ),
        ErrorExplanation(
            "E0102",
            "a quote is not closed, or text follows it",
            """
            A quoted part of a word ends at its closing quote, and a blank must follow that quote.
            Inside double quotes write \\" for a quote. Text over several lines stands between \"\"\".
            """,
            wrong: #"SET config "{"a": 1}""#,
            right: #"SET config '{"a": 1}'"#
        ),
        ErrorExplanation(
            "E0103",
            "a character that means nothing here",
            """
            An expression holds names, numbers, strings, brackets and operators.
            A conditional value is `a if condition else b`.
            Bytes that are not UTF-8 may stand in words of a command and in strings, written as \\xHH.
            """,
            wrong: "print 1 > 2 ? 3",
            right: "print 3 if 1 > 2 else 4"
        ),
        ErrorExplanation(
            "E0104",
            "a number or a duration that cannot be read",
            """
            Ints have 64 bits. A float has digits on both sides of its point. A name does not start
            with a digit. A duration is a whole number and one of the units ms, s, m, h, d.
            """,
            wrong: "sleep 1.5s",
            right: "sleep 15ms"
        ),
        ErrorExplanation(
            "E0105",
            "Redis has no such command",
            """
            A line that is no statement is a Redis command, and its name is not known.
            A value alone is no statement: use `print`. A function is called with parentheses.
            `cmd NAME …` sends any words without looking at the name.
            """,
            wrong: "HGTE user:1 name",
            right: "HGET user:1 name"
        ),
        ErrorExplanation(
            "E0106",
            "a command with too few or too many arguments",
            """
            The number of words does not fit the command.
            A value with blanks needs quotes; a hole such as \\(x) is always one argument.
            """,
            wrong: "LLEN my list",
            right: "LLEN \"my list\""
        ),
        ErrorExplanation(
            "E0107",
            "a brace without its partner",
            """
            `{` as the last word of a line opens a block. `}` on a line of its own closes it.
            One of the two is missing.
            """,
            wrong: "pipeline {\n  INCR hits",
            right: "pipeline {\n  INCR hits\n}"
        ),
        ErrorExplanation(
            "E0108",
            "a comment behind a command",
            """
            `#` can be an argument of a command, so a comment does not start there.
            Put it on a line of its own. To send the character itself, write '#'.
            """,
            wrong: "GET hits # how many?",
            right: "# how many?\nGET hits"
        ),
        ErrorExplanation(
            "E0109",
            "nested too deeply, or an expression that is too long",
            """
            Blocks and brackets may stand in one another 200 levels deep, and an expression may have
            1000 operators in a row. Put parts of it into functions or names of their own.
            """
        ),
        ErrorExplanation(
            "E0110",
            "a $name inside other text",
            """
            `$name` is replaced only as a whole word. Inside a word or a string write \\(name).
            If you mean the dollar sign itself, use single quotes.
            """,
            wrong: "let id = 5\nGET user:$id",
            right: #"let id = 5\#nGET user:\(id)"#
        ),
        ErrorExplanation(
            "E0111",
            "a number before a command",
            """
            redis-cli repeats a command that has a number before it. A script does not; use `for`.
            """,
            wrong: "3 INCR hits",
            right: "for i in 0..<3 { INCR hits }"
        ),
        ErrorExplanation(
            "E0112",
            "a character that would be sent although it was meant as syntax",
            """
            `;` does not separate commands, and `{` inside a block of one line opens nothing.
            Put each command on a line of its own. To send the character itself, quote it.
            """,
            wrong: "SET a 1 ; SET b 2",
            right: "SET a 1\nSET b 2"
        ),
        ErrorExplanation(
            "E0113",
            "a command that a script cannot send",
            """
            It would change what the connection answers to later commands, or open a stream of
            messages. Database and credentials stand in the URL of the connection.
            Command lists may send these commands.
            """,
            wrong: "SELECT 2\nGET hits",
            right: "connect redis://localhost:6379/2\nGET hits"
        ),
        ErrorExplanation(
            "E0114",
            "a statement where a command or a value is wanted",
            """
            Behind `<-`, `try` and `@name` stands a command, a call or an expression.
            A value that depends on a condition is `a if condition else b`.
            A block says where it runs: `pipeline on name {`.
            """,
            wrong: "let n = 2\nlet kind <- if n > 1 { GET many }",
            right: "let n = 2\nlet kind <- (\"many\" if n > 1 else \"one\")"
        ),
        ErrorExplanation(
            "E0115",
            "a block that is laid out wrongly",
            """
            `HEADER { STATEMENT }` on one line holds one statement, which opens no block itself.
            `elif` and `else` stand on the line of the `}` before them.
            """,
            wrong: "if 1 < 2 {\n  PING\n}\nelse {\n  TIME\n}",
            right: "if 1 < 2 {\n  PING\n} else {\n  TIME\n}"
        ),
        ErrorExplanation(
            "E0116",
            "not in this version",
            """
            The language has a place for this, but this version does not run it yet.
            `redpipe --version` shows the version; the manual lists what it lacks.
            """,
            wrong: "connect redis://localhost:6379 replicas\nPING",
            right: "connect redis://localhost:6379\nPING"
        ),
    ]
}
