extension ErrorExplanation {
    /// E04xx: connections.
    static let connections = [
        ErrorExplanation(
            "E0401",
            "a connection could not be opened",
            """
            The server does not answer at this address, refused the credentials, or has no such
            database. Nothing was sent on this connection. The run ends with status 2.
            """,
            wrong: "connect redis://localhost:6380\nPING",
            right: "connect redis://localhost:6379\nPING"
        ),
        ErrorExplanation(
            "E0402",
            "a connection was lost, or took too long",
            """
            The note says how many commands were answered, how many were sent without a reply (they
            may have run) and how many were not sent. Nothing is sent a second time by itself.
            The run ends with status 4.
            """,
            wrong: "pipeline timeout=50ms { BLPOP queue 1 }",
            right: "pipeline timeout=5s { BLPOP queue 1 }"
        ),
        ErrorExplanation(
            "E0403",
            "the server does not speak the protocol of Redis",
            """
            What arrived is no reply. Most often the port belongs to another program, such as a web
            server, or wants TLS. The connection is closed. The run ends with status 5.
            """,
            wrong: "connect redis://localhost:8080\nPING",
            right: "connect redis://localhost:6379\nPING"
        ),
        ErrorExplanation(
            "E0404",
            "the URL or the options of a connection are wrong",
            """
            A URL is redis://[user:password@]host[:port][/database] or unix:///path.
            `$NAME` in it is a variable of the environment, which must be set.
            Options are timeout=, name= and readonly.
            """,
            wrong: "connect http://localhost:6379\nPING",
            right: "connect redis://localhost:6379\nPING"
        ),
        ErrorExplanation(
            "E0405",
            "keys of one command in different hash slots",
            """
            On a cluster all keys of a command must lie in one hash slot, or no node can run it. Only
            MGET, MSET, DEL, UNLINK, EXISTS and TOUCH are sent in parts. A part of a key in braces
            decides alone: `SUNION {7}:a {7}:b` is right where `SUNION a b` is not.
            """
        ),
        ErrorExplanation(
            "E0406",
            "a command that may write, on a connection that is readonly",
            """
            The connection is declared with the option `readonly`. What may change data is refused
            before anything of its block is sent; so are scripts of the server and commands that
            nobody knows.
            """,
            wrong: "connect scratch: readonly\nSET greeting hello",
            right: "connect scratch: readonly\nGET greeting"
        ),
    ]

    /// E05xx: replies.
    static let replies = [
        ErrorExplanation(
            "E0501",
            "the server answered with an error",
            """
            The message holds the server's words. The other commands of the block have run or failed
            by themselves; the note counts them. To go on, keep the error as a value:
            `let r <- try COMMAND`, then `is_error(r)`.
            """,
            wrong: "RPUSH queue job\nINCR queue",
            right: "RPUSH queue job\nlet r <- try INCR queue\nprint is_error(r)"
        )
    ]
}
