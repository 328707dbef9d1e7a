import RedpipeCompiler

/// A part of the language, explained in a few lines; `man redpipe.5` has the whole.
struct LanguageTopic {
    let name: String
    let title: String
    let text: String

    init(_ name: String, _ title: String, _ text: String) {
        self.name = name
        self.title = title
        self.text = text
    }

    var page: String { "\(name): \(title)\n\n\(text)\n" }

    /// A topic by its name; `nil` if there is none.
    static func named(_ name: String) -> LanguageTopic? {
        let name = synonyms[name] ?? name
        return all.first { $0.name == name }
    }

    /// Words of the language that are explained with others.
    private static let synonyms = [
        "on": "pipeline", "quiet": "pipeline", "batch": "pipeline", "timeout": "pipeline",
        "return": "def", "function": "def", "read": "transaction", "retry": "transaction",
        "elif": "if", "else": "if", "in": "for", "break": "for", "continue": "for",
        "<-": "let", "=": "let", "$": "words", "\\(": "words", "quoting": "words",
        "operators": "expressions",
    ]

    static let all = basics + control + declarations

    private static let basics = [
        LanguageTopic(
            "lines",
            "what a line is",
            """
            A line is a Redis command unless it starts with a keyword, with `@`, with a call, or
            assigns a name. Words are split as redis-cli splits them.

              SET greeting "hello world"
              let n <- INCR hits
              @users GET u{1}
              f("key")
            """
        ),
        LanguageTopic(
            "pipeline",
            "commands that are sent together",
            """
            The commands of a block are one round trip. Replies are there behind the closing brace.
            Options: `on NAME`, `timeout=5s`, `batch=1000`, `quiet`. Blocks within it join it.

              pipeline on users {
                let a <- GET a
                @other INCR hits
              }
              print a
            """
        ),
        LanguageTopic(
            "let",
            "binds a name",
            """
            `=` binds what is known now, `<-` what a command, a call or a block will bring.
            `name = expression` assigns a name that is there.

              let ttl = 60 * 60
              let n <- INCR hits
              let total <- (n + 1)
            """
        ),
        LanguageTopic(
            "words",
            "values in commands",
            """
            `$name` as a whole word is a value, `\\(expression)` inside a word is replaced by its
            text. Each makes one argument, whatever it holds; `$list...` makes several.

              SET user:\\(id) $name
              DEL $keys...
            """
        ),
        LanguageTopic(
            "expressions",
            "values and operators",
            """
            Literals: 42, 1.5, "text \\(x)", 'text', true, null, [1, 2], {"k": 1}. Operators:
            or, and, not, == != < <= > >= in, ..< and ..., ??, + - * / // %, x if c else y.
            Fields and items: m.name, m["name"], xs[0], xs[-1], xs[0..<10].
            Comprehensions: [f(x) for x in xs if c].
            """
        ),
        LanguageTopic(
            "then",
            "runs when the replies of its block are there",
            """
            Its lines run one by one behind the block, in the order of the program.

              pipeline {
                let id <- LPOP queue
                then { print "working on", id }
              }
            """
        ),
        LanguageTopic(
            "try",
            "keeps an error as a value",
            """
              let r <- try INCR list
              print is_error(r), r.code, r.message
            """
        ),
    ]

    private static let control = [
        LanguageTopic(
            "for",
            "repeats a block",
            """
            Over lists, maps (`for k, v in map`) and ranges. In a pipeline its commands are queued.

              pipeline { for i in 1...100 { INCRBY total $i } }
            """
        ),
        LanguageTopic(
            "if",
            "chooses",
            """
              if n > 10 {
                print "many"
              } elif n > 0 {
                print "some"
              } else {
                print "none"
              }
            """
        ),
        LanguageTopic("while", "repeats while a condition holds", "  while n < 10 { n = n + 1 }"),
        LanguageTopic(
            "print",
            "shows values",
            "Values are joined by a blank. In a block it waits for the replies.\n\n  print \"n is\", n"
        ),
        LanguageTopic(
            "expect",
            "ends the run unless a condition holds",
            "  expect n > 0, \"there are none\""
        ),
        LanguageTopic("fail", "ends the run with a message", "  fail \"no such user\""),
        LanguageTopic("sleep", "waits", "  sleep 500ms"),
        LanguageTopic(
            "cmd",
            "sends words as they are, unchecked",
            "For commands of modules, and for names that are computed.\n\n  cmd MODULE.COMMAND key"
        ),
    ]

    private static let declarations = [
        LanguageTopic(
            "keyspace",
            "keys that share a shape",
            """
            A keyspace has a type, a template with `*` for the id, and where it helps a connection
            and types of its values. Every command of its family can be called on its keys.

              keyspace Followers zset "F{*}" on users
              let f = Followers("1")
              pipeline {
                f.zadd(1, "a")
                let top <- ZREVRANGE $f 0 0
              }
            """
        ),
        LanguageTopic(
            "model",
            "hashes whose fields have types",
            """
            A record is a handle of one hash: it shows what was loaded and saved through it.

              model User "U{*}" ttl=30d {
                name  text required
                admin bool = false
              }
              let u <- User("1", name: "Bob")
              u.save(name: "Bobby")

            Methods: load, save, create, fill, incr, decr, pop, remove, ttl, expire, delete.
            """
        ),
        LanguageTopic(
            "transaction",
            "commands that run as one",
            """
            A transaction is a pipeline between MULTI and EXEC, on one connection. With `watch` it
            reads first, and runs only if nobody has changed the keys; `retry=` tries again.

              transaction retry=3 watch stock:1 {
                read { let have <- GET stock:1 }
                if int(have) < 1 { fail "none left" }
                DECR stock:1
              }
            """
        ),
        LanguageTopic(
            "def",
            "declares a function",
            """
            Called in a block it joins the block; alone it is a pipeline of its own.

              def bump(key, ttl = 60) {
                let count <- INCR $key
                EXPIRE $key $ttl
                return count
              }
              let n <- bump("hits", ttl: 5)
            """
        ),
        LanguageTopic(
            "connect",
            "declares a connection",
            """
            It opens at its first use. `$NAME` in a URL is a variable of the environment. Options:
            timeout=5s, name=app, readonly. `scratch:` is a private server that ends with the run.

              connect users redis://app:$PASSWORD@db1:6380/2 readonly
              @users GET u{1}
            """
        ),
        LanguageTopic(
            "param",
            "declares a parameter of a script",
            "  param count = 5"
        ),
        LanguageTopic("include", "takes in another script", "  include \"lib.rp\""),
        LanguageTopic(
            "functions",
            "the library",
            LibraryFunction.allCases.map { "  " + $0.signature }.joined(separator: "\n")
        ),
    ]
}
