import Testing

@testable import RedpipeCLI

@Suite struct TypedInputTests {
    @Test(arguments: [
        "SET a 1", "", "print (1 + 2)", "pipeline {\nINCR a\n}", "SET a \"x", "let x =",
        "SET k {", "# comment \\", "}", "SET a \"\"\"x\ny\"\"\"", "NOSUCH",
    ])
    func `is whole, be it right or wrong`(text: String) {
        #expect(TypedInput.judge(text) == .complete)
    }

    @Test(arguments: [
        "pipeline {", "pipeline {\nINCR a", "print (1 +", "let x = [1,", "let m = {",
        "SET a \"\"\"x", "SET a \\", "if x {\nfor i in xs {\nINCR a\n}", "def f(", "def f(a,",
        "def f(a,\nb =", "f(", "f(1,", "f(a:", "u.save(name:", "let x = [", "print [x for",
        "print [x for i", "print [x for i in", "print [x for i in xs if", "print {\"a\":",
        "print m[", "print m[1..<", "print (1\n+", "let x = (a if b else",
    ])
    func `goes on`(text: String) {
        #expect(TypedInput.judge(text) == .open)
    }

    @Test(arguments: [
        "pipeline {\nSET a \"\"\"x\n}\n\"\"\"\nfor i in xs {\nINCR a\n}\n}\nPING",
        "def f(a,\nb) {\nif a {\nreturn b\n} else {\nreturn a\n}\n}",
        "let m = {\n\"a\": [1,\n2]\n}\nSET a \\\nb\npipeline {\nSET a \\\n}\n}",
        "model U \"U{*}\" {\nname text\n}\nif x {\n}\n",
    ])
    func `line by line the judgement is that of the whole`(text: String) {
        var typed = TypedInput()
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            typed.add(String(line))
            #expect(typed.judge() == TypedInput.judge(typed.text), "\(typed.text)")
            if typed.judge() == .complete { typed.removeAll() }
        }
    }

    @Test func `a paste ends what it closes`() {
        var typed = TypedInput()
        typed.add("pipeline {")
        #expect(typed.judge() == .open)
        typed.add("INCR a\nINCR b\n}")
        #expect(typed.judge() == .complete)
        #expect(typed.hasUncheckedLines)
    }

    @Test(arguments: [
        ("INCRR hits", "LPUSH li 5", true), ("SET a $nope", "SET a 1", true),
        ("SET a $nope", "SET a $nope2", true), ("SET a", "SET a 4", true),
        ("if x {", "if y {", true),
        ("INCRR hits", "", false), ("INCRR hits", "}", false), ("if x {", "DEL a", false),
        ("SET a", "SET aINCR b", false),
    ])
    func `what is entered where a wrong line stood corrects it`(
        wrong: String,
        line: String,
        isCorrection: Bool
    ) {
        var typed = TypedInput()
        typed.leaveOut("secret", isGivenBack: false)
        typed.leaveOut(wrong, isGivenBack: true)
        typed.noteCorrection(line)
        #expect(typed.leftOut == (isCorrection ? ["secret"] : ["secret", wrong]))
        typed.noteCorrection("SET b 1")
        #expect(typed.leftOut.first == "secret")
    }

    @Test(arguments: [
        ("pipeline {", 0), ("pipeline {\nINCR a\nlet x <- GET b\nlet y = 5", 2),
        ("pipeline {\nfor i in xs {\nINCR a", 1), ("let x <- pipeline {\nINCR a", 1),
    ])
    func `counts what a block has queued`(text: String, count: Int) {
        #expect(OpenBlock(in: text)?.lineCount == count)
    }

    @Test func `knows where a block runs`() {
        #expect(OpenBlock(in: "pipeline on users {")?.connection == "users")
        #expect(OpenBlock(in: "def f() {") == nil)
        #expect(OpenBlock(in: "print (1 +") == nil)
    }

    @Test(arguments: [
        ("users[0].name", true), ("users", true), ("(1 + 2)", true), ("-5", true), ("5", true),
        ("users == 1", true), ("users = 5", false), ("GET users", false), ("get", false),
        ("other", false), ("\"GET\" users", false), ("", false),
    ])
    func `tells values from commands`(line: String, isValue: Bool) {
        let names: Set = ["users", "get"]
        #expect(ValueLine.isCandidate(Array(line.utf8), names: names) == isValue)
    }

    @Test(arguments: [("3 INCR n", 3, "INCR n"), ("1 PING", 1, "PING")])
    func `a number before a command repeats it`(line: String, count: Int, command: String) {
        let split = RepeatPrefix.split(line)
        #expect(split?.count == count)
        #expect(split?.command == command)
    }

    @Test(arguments: ["INCR n", "0 INCR n", "-1 INCR n", "5 + 3", "5", "5 if x else 6"])
    func `other lines are not repeated`(line: String) {
        #expect(RepeatPrefix.split(line) == nil)
    }
}
