extension ErrorExplanation {
    /// E06xx: raised by a script while it runs.
    static let running = [
        ErrorExplanation(
            "E0601",
            "the script said `fail`",
            """
            `fail MESSAGE` ends the run with status 1. Inside a block nothing of that block is sent.
            """,
            wrong: "let stock = 0\nif stock == 0 { fail \"out of stock\" }",
            right: "let stock = 1\nif stock == 0 { fail \"out of stock\" }"
        ),
        ErrorExplanation(
            "E0602",
            "an `expect` was not met",
            """
            `expect CONDITION, MESSAGE` ends the run with status 1 if the condition is false.
            """,
            wrong: "let n <- INCR hits\nexpect n == 2, \"n is \\(n)\"",
            right: "let n <- INCR hits\nexpect n == 1, \"n is \\(n)\""
        ),
        ErrorExplanation(
            "E0603",
            "a result that does not fit, or a division by zero",
            """
            Ints have 64 bits and do not wrap around. Compute with floats where that is not enough.
            """,
            wrong: "print 9223372036854775807 + 1",
            right: "print 9223372036854775807.0 + 1"
        ),
        ErrorExplanation(
            "E0604",
            "there is no such item",
            """
            A list of n items has the indices 0 to n - 1, and -1 to -n from its end.
            An error that `try` kept has the fields code, message and outcome.
            A key that a map does not hold is null, not an error.
            """,
            wrong: "let xs = [1, 2]\nprint xs[2]",
            right: "let xs = [1, 2]\nprint xs[-1]"
        ),
        ErrorExplanation(
            "E0605",
            "a value of the wrong kind",
            """
            An operator, a function or a condition got a value that it does not take.
            Nothing is converted by itself: what GET brings is text, and `int(x)` reads it.
            A condition is a bool.
            """,
            wrong: "SET n 5\nlet n <- GET n\nprint n + 1",
            right: "SET n 5\nlet n <- GET n\nprint int(n) + 1"
        ),
        ErrorExplanation(
            "E0606",
            "a value that cannot be an argument of a command",
            """
            Arguments are text, bytes and numbers. Say how a bool, null, a list or a map is meant:
            `int(flag)`, `json(value)`, or `$list...` for one argument from each item.
            """,
            wrong: "let keys = [\"a\", \"b\"]\nDEL $keys",
            right: "let keys = [\"a\", \"b\"]\nDEL $keys..."
        ),
        ErrorExplanation(
            "E0607",
            "functions call each other too deeply",
            """
            Calls may stand in one another 200 levels deep. Most often a function calls itself and
            nothing ends it.
            """,
            wrong: "def down(n) { return down(n - 1) }\nprint down(3)",
            right: "def down(n) { return 0 if n == 0 else down(n - 1) }\nprint down(3)"
        ),
        ErrorExplanation(
            "E0608",
            "a name of the top level is read before its line has run",
            """
            Functions see the names of the top level as they are when they are called.
            Call the function below the line that binds the name.
            """,
            wrong: "def twice() { return limit * 2 }\nprint twice()\nlet limit = 5",
            right: "def twice() { return limit * 2 }\nlet limit = 5\nprint twice()"
        ),
        ErrorExplanation(
            "E0609",
            "the run was interrupted",
            """
            SIGINT, SIGTERM or SIGHUP arrived. Nothing more was sent; what had been sent was waited
            for, at most two seconds. The process then ends by that signal.
            """
        ),
        ErrorExplanation(
            "E0610",
            "a file that cannot be read",
            """
            The system's own words say why. Relative paths are relative to the working directory, not
            to the script; `-` is standard input, unless that is where the script comes from.
            """,
            wrong: "for line in lines(\"missing.txt\") { print line }",
            right: "for line in lines(\"/dev/null\") { print line }"
        ),
        ErrorExplanation(
            "E0611",
            "a file that is not what it should be",
            """
            The message names the file and the line. In CSV each row has as many fields as the first
            one, and names of columns differ; in NDJSON each line is one JSON value.
            """,
            wrong: "for row in csv(\"wrong.csv\") { print row }",
            right: "for row in csv(\"right.csv\") { print row }"
        ),
        ErrorExplanation(
            "E0612",
            "a stream that is walked twice",
            """
            A stream holds one item at a time; what was taken is gone. To use the items twice, collect
            them in a list, or open the file twice.
            """,
            wrong:
                "let xs = lines(\"right.csv\")\nfor x in xs { print x }\nfor x in xs { print x }",
            right: "let xs = [x for x in lines(\"right.csv\")]\nfor x in xs { print x }\n"
                + "for x in xs { print x }"
        ),
        ErrorExplanation(
            "E0613",
            "a scan inside a block",
            """
            Walking the keys of a server takes round trips, but a block waits until it is complete.
            A block with `batch=` is sent piece by piece, so there a scan is possible.
            """,
            wrong: "let keys = scan(\"*\")\npipeline {\n  for key in keys { TYPE $key }\n}",
            right: "pipeline batch=100 {\n  for key in scan(\"*\") { TYPE $key }\n}"
        ),
    ]
}
