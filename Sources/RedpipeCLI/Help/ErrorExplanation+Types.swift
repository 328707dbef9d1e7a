extension ErrorExplanation {
    /// E03xx: keyspaces, models and transactions.
    static let types = [
        ErrorExplanation(
            "E0301",
            "a declaration that says something impossible",
            """
            A keyspace has one of the types string, list, set, zset, hash, hll, stream, geo and bitmap.
            A template has one `*`, where the id stands. Field types are text, ascii, bytes, int,
            float, bool, list, map, strings, json and time. A default is a literal.
            """,
            wrong: "keyspace Followers zset \"F\"\nprint Followers(\"1\")",
            right: "keyspace Followers zset \"F{*}\"\nprint Followers(\"1\")"
        ),
        ErrorExplanation(
            "E0302",
            "a call that a key or a record does not have",
            """
            On a key every command of its family can be called, and every generic one, with the
            arguments that the command takes; a record has the methods load, save, create, fill, incr,
            decr, pop, remove, ttl, expire and delete.
            """,
            wrong: "keyspace Tags set \"T{*}\"\nTags(\"1\").zadd(1, \"a\")",
            right: "keyspace Tags set \"T{*}\"\nTags(\"1\").sadd(\"a\")"
        ),
        ErrorExplanation(
            "E0303",
            "a value or an id that does not fit",
            """
            The declaration says of which type the value is, which fields there are and which are
            required. An id is a text or an int that is not empty, without `}` where the template has
            it in braces. Nothing of the call was queued.
            """,
            wrong: "model User \"U{*}\" { age int }\nUser(\"1\", age: \"old\")",
            right: "model User \"U{*}\" { age int }\nUser(\"1\", age: 42)"
        ),
        ErrorExplanation(
            "E0304",
            "keys or a transaction on two connections",
            """
            All keys of a command are on one connection, and everything of a transaction goes to one.
            The warning says that a transaction watches without `read`, which guards nothing.
            """,
            wrong: "connect other scratch:\ntransaction { @other SET a 1 }",
            right: "connect other scratch:\ntransaction on other { SET a 1 }"
        ),
        ErrorExplanation(
            "E0305",
            "a record that does not show this",
            """
            A record shows what was loaded and saved through it. Another field is read by `load()`.
            `create` makes only new records.
            """,
            wrong: "model User \"U{*}\" { name text }\nlet u = User(\"1\")\nprint u.name",
            right: "model User \"U{*}\" { name text }\nlet u <- User(\"1\")\nprint u.name"
        ),
        ErrorExplanation(
            "E0306",
            "stored bytes that do not fit their type",
            """
            Somebody else has stored something that is not of the declared type. Only the value that
            was to be made of it fails.
            """,
            wrong: "model User \"U{*}\" { age int }\nHSET U{1} age old\nlet u <- User(\"1\")",
            right: "model User \"U{*}\" { age int }\nHSET U{1} age 42\nlet u <- User(\"1\")"
        ),
    ]
}
