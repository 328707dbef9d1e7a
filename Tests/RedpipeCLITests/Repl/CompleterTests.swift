import Testing

@testable import RedpipeCLI

@Suite struct CompleterTests {
    private let context = CompletionContext(
        variables: ["users", "total"],
        functions: ["bump", "next_job"],
        types: ["Followers", "User"],
        connections: ["default", "messages", "users"],
        fields: { $0 == "users[0]" ? ["name", "namesake", "age"] : [] },
        members: { $0 == "User" ? ["name", "load("] : $0 == "Followers" ? ["zadd("] : [] },
        arguments: {
            ["User": ["name:", "admin:"], "users.save": ["name:"], "bump": ["key:"]][$0] ?? []
        },
        files: { prefix in ["notes.rp", "next.rp"].filter { $0.hasPrefix(prefix) } }
    )

    /// The candidates for a line whose cursor stands at the bar.
    private func complete(_ line: String) -> Completion {
        let parts = line.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        let text = parts.joined()
        return Completer(context).complete(Array(text.utf8), at: parts[0].utf8.count)
    }

    @Test(arguments: [
        // Commands, in the case that was begun.
        ("HGETA|", ["HGETALL"]), ("hgeta|", ["hgetall"]),
        ("let x <- HGETA|", ["HGETALL"]), ("let x <- try HGETA|", ["HGETALL"]),
        ("@users HGETA|", ["HGETALL"]), ("pipeline { HGETA|", ["HGETALL"]),
        ("SET a 1\nHGETA|\nGET b", ["HGETALL"]),
        // Subcommands and options.
        ("CONFIG REW|", ["REWRITE"]), ("config rew|", ["rewrite"]),
        ("SET key value N|", ["NX"]), ("set key value n|", ["nx"]),
        ("ZRANGE key 0 -1 WITHS|", ["WITHSCORES"]), ("@users SET key value K|", ["KEEPTTL"]),
        // Keywords, functions, the words of the interactive mode.
        ("pipel|", ["pipeline"]), ("bum|", ["bump("]), ("clea|", ["clear"]),
        ("let x <- next|", ["next_job("]),
        // Values.
        ("SET key $to|", ["total"]), ("print to|", ["total"]), ("print upp|", ["upper("]),
        ("GET user:\\(to|", ["total"]), ("SET k \"a \\(len(us|", ["users"]),
        ("if total > 3 and us|", ["users"]), ("for u in us|", ["users"]),
        ("total = tot|", ["total"]), ("tota|", ["total"]),
        // What the input has bound above.
        ("for item in users { GET $it|", ["item"]), ("let name <- GET a\nSET b $na|", ["name"]),
        ("for k, value in m {\n  SET $k $va|", ["value"]),
        ("def visit(page, days = 1) {\n  INCR $pa|", ["page"]),
        ("def visit(page, days = 1) {\n  EXPIRE a \\(da|", ["days"]),
        ("def visit(page) {\n  INCR $page\n}\nvisi|", ["visit("]),
        ("SET for nothing\nGET $no|", []),
        // Fields.
        ("print users[0].na|", ["name", "namesake"]), ("users[0].a|", ["age"]),
        ("SET k $users[0].a|", ["age"]), ("GET \\(users[0].a|", ["age"]),
        ("Followers(\"1\").z|", ["zadd("]), ("let u <- User(\"a)b\").lo|", ["load("]),
        ("print User(len(\"x\")).na|", ["name"]), ("Nobody(\"1\").|", []),
        // Declarations.
        ("keyspace Fans z|", ["zset"]), ("keyspace Fans zset \"f{*}\" o|", ["of", "on"]),
        ("keyspace Fans zset \"f{*}\" on me|", ["messages"]),
        ("keyspace Fans zset \"f{*}\" of fl|", ["float"]),
        ("keyspace Fans hash \"f{*}\" { count i|", ["int"]), ("keyspace Fa|", []),
        ("model Fan \"f{*}\" tt|", ["ttl="]), ("model Fan \"f{*}\" on me|", ["messages"]),
        ("model Fan \"f{*}\" { name text; age i|", ["int"]),
        ("model Fan \"f{*}\" { name text re|", ["required"]), ("model Fan \"f{*}\" { na|", []),
        ("model Fan \"f{*}\" {\n  age i|", ["int"]), ("model Fan \"f{*}\" {\n  na|", []),
        ("model Fan \"f{*}\" {\n  age int\n  name text re|", ["required"]),
        ("model Fan \"f{*}\" {\n  age int\n}\nHGETA|", ["HGETALL"]),
        ("connect re|", ["redis://"]), ("connect other scr|", ["scratch:"]),
        ("connect other scratch: r|", ["readonly"]),
        // Arguments by name, and files.
        ("User(\"1\", na|", ["name:"]), ("let u <- User(\"1\", |", ["admin:", "name:"]),
        ("users.save(na|", ["name:"]), ("bump(ke|", ["key:"]), ("print bump(tot|", ["total"]),
        ("for row in csv(\"no|", ["notes.rp"]), ("print len(file('ne|", ["next.rp"]),
        // Connections and options of blocks.
        ("pipeline ba|", ["batch="]), ("transaction ba|", []), ("transaction re|", ["retry="]),
        ("pipeline re|", []), ("for x |", ["in"]), ("for k, v i|", ["in"]),
        ("let x <- pri|", []), ("let x <- try pipel|", ["pipeline"]),
        ("@me|", ["messages"]), ("pipeline on me|", ["messages"]), ("pipeline ti|", ["timeout="]),
        // Meta-commands and help.
        ("\\timing o|", ["off", "on"]),
        (
            "help E02|",
            ErrorExplanation.all.map(\.code).filter {
                $0.hasPrefix("E02")
            }
        ),
        ("help config re|", ["resetstat", "rewrite"]), ("help bum|", ["bump"]),
        ("\\ti|", ["\\timing"]), ("\\c me|", ["messages"]), ("\\format js|", ["json"]),
        ("\\i no|", ["notes.rp"]), ("\\d bu|", ["bump"]), ("help zad|", ["zadd"]),
        ("help pipel|", ["pipeline"]), ("include \"ne|", ["next.rp"]),
        // Nothing is known to fit.
        ("SET key |value", []), ("\\c users m|", []), ("@users pipel|", []), ("let na|", []),
        ("NOSUCH a|", []), ("|", []), ("  |", []), ("pipeline {\n\t|", []),
    ])
    func `completes`(line: String, candidates: [String]) {
        let completion = complete(line)
        #expect(completion.candidates.filter { !$0.isEmpty } == candidates, "\(line)")
    }

    @Test func `offers the commands of the server`() {
        var context = context
        context.serverCommands = ["get", "client", "client|list", "json.get"]
        func candidates(_ line: String) -> [String] {
            Completer(context).complete(Array(line.utf8), at: line.utf8.count).candidates
        }
        #expect(candidates("json.") == ["json.get"])
        #expect(candidates("GETE") == [])
        #expect(candidates("GET") == ["GET"])
        #expect(candidates("CLIENT ") == ["LIST"])
        #expect(candidates("@users GETE") == [])
    }

    @Test func `a server before 7_0 does not tell its subcommands`() {
        var context = context
        context.serverCommands = ["client"]
        let candidates = Completer(context).complete(Array("CLIENT KI".utf8), at: 9).candidates
        #expect(candidates == ["KILL"])
    }

    @Test(arguments: [
        ("GET us|", "us"), ("DEL a b us|", "us"), ("ZUNION 2 a us|", "us"), ("GET \"a b|", "a b"),
        ("BLPOP us|", "us"), ("XREAD COUNT 2 STREAMS us|", "us"), ("\\peek us|", "us"),
        ("@messages GET us|", "us"), ("let x <- GET us|", "us"), ("OBJECT ENCODING us|", "us"),
    ])
    func `asks for keys where one stands`(line: String, prefix: String) {
        #expect(complete(line).keyPrefix == Array(prefix.utf8))
    }

    @Test(arguments: ["SET key va|", "EXPIRE key 1|", "print us|", "CONFIG GET us|"])
    func `asks for no keys elsewhere`(line: String) {
        #expect(complete(line).keyPrefix == nil)
    }

    @Test func `a word begins where the candidates do`() {
        #expect(complete("SET key $to|").start == 9)
        #expect(complete("GET user:\\(to|").start == 11)
        let line = Array("GET user:\\(to".utf8)
        #expect(complete("GET user:\\(to|").candidates(replacing: 4, in: line) == ["user:\\(total"])
        #expect(complete("bum|").isOpen)
        #expect(!complete("HGETA|").isOpen)
    }

    @Test func `patterns of keys mean what was typed`() {
        #expect(CompletionSource.pattern(Array("a*[b]".utf8)) == Array("a\\*\\[b\\]*".utf8))
    }

    @Test(arguments: [
        ("plain:1", "plain:1"), ("{tag}x", "{tag}x"), ("two words", "\"two words\""),
        ("$dollar", "\"$dollar\""), ("back\\slash", "\"back\\\\slash\""), ("", "\"\""),
        ("grün blau", "\"grün blau\""), ("grün", "grün"),
    ])
    func `a key is quoted where it must be`(key: String, word: String) {
        #expect(KeyWord.text(of: Array(key.utf8)) == word)
    }
}
