import Testing

@Suite struct CheckerTests {
    @Test(arguments: ScriptChunk.chunks(of: names) + ScriptChunk.chunks(of: commands))
    func `names and commands are checked`(chunk: ScriptChunk) {
        compare(chunk)
    }

    @Test(arguments: ScriptChunk.chunks(of: earlyUses))
    func `a deferred that is read early is found`(chunk: ScriptChunk) {
        compare(chunk)
    }

    @Test(arguments: ScriptChunk.chunks(of: rightUses))
    func `a right script is never refused`(chunk: ScriptChunk) {
        compare(chunk)
    }

    @Test(arguments: ScriptChunk.chunks(of: places))
    func `statements and calls stand where they may`(chunk: ScriptChunk) {
        compare(chunk)
    }

    fileprivate func compare(_ chunk: ScriptChunk) {
        let found = chunk.findings()
        #expect(found.count == chunk.expected.count, "\(found)")
        for (finding, expected) in zip(found, chunk.expected) {
            #expect(finding.line == expected.line)
            #expect(finding.text.hasPrefix(expected.text), "\(finding)")
        }
    }
}

private let names = #"""
    print idd ### "E0202 unknown name `idd`"
    ---
    let id = 1
    print idd ### "E0202 unknown name `idd`"
    GET $idd ### "E0202 unknown name `idd`"
    ---
    foo(1) ### "E0203 unknown function `foo`"
    ---
    let x = lenn([1]) ### "E0203 unknown function `lenn`"
    ---
    def f(a, b = 2) {
      INCR $a
    }
    f() ### "E0205 the argument `a` is missing"
    f(1, 2, 3) ### "E0205 `f` takes 2 arguments"
    f(1, c: 2) ### "E0205 `f` has no argument `c`"
    f(1, a: 2) ### "E0205 the argument `a` is given twice"
    ---
    def f() {
      INCR a
    }
    def f() { ### "E0208 the function `f` is declared twice"
      INCR b
    }
    ---
    def len(x) { ### "E0208 `len` is a function of the library"
      return x
    }
    ---
    @nope GET a ### "E0204 unknown connection `nope`"
    pipeline on nope { ### "E0204 unknown connection `nope`"
      GET a
    }
    ---
    connect a redis://h:1
    connect a redis://h:2 ### "E0208 the connection `a` is declared twice"
    ---
    connect a redis://h:1
    connect a redis://h:1
    @a PING
    ---
    let x = 1
    let x = 2 ### "E0210 `x` is bound a second time"
    print x
    ---
    let x = 1
    if x == 1 {
      let x = 2 ### "E0210 `x` hides a name"
      print x
    }
    ---
    let total = 0
    def f() {
      total = 1 ### "E0209 `total` belongs to the code around"
    }
    f()
    """#

private let commands = #"""
    HGTE a b ### "E0105 unknown command `HGTE`"
    ---
    GET ### "E0106 `GET` takes exactly 1 argument, found 0"
    SET k ### "E0106 `SET` takes at least 2 arguments, found 1"
    ---
    CONFIG GTE x ### "E0105 `CONFIG` has no subcommand `GTE`"
    ---
    let xs = ["a", 1]
    MSET $xs...
    ---
    MULTI ### "E0113 a script cannot send `MULTI`"
    SELECT 1 ### "E0113 a script cannot send `SELECT`"
    AUTH x ### "E0113 a script cannot send `AUTH`"
    SUBSCRIBE c ### "E0113 a script cannot send `SUBSCRIBE`"
    cmd EXEC ### "E0113 a script cannot send `EXEC`"
    CLIENT REPLY OFF ### "E0113 a script cannot send `CLIENT REPLY`"
    ---
    JSON.SET k $ '{}'
    FT.SEARCH a b
    ---
    let user = {"name": "x"}
    user.name ### "E0105 `user.name` is a value"
    ---
    let id = 5
    SET user:$id x ### "E0110 `$id` is not replaced"
    SET "k$id" 'k$id' ### "E0110 `$id` is not replaced"
    SET $id $.x
    ---
    let id = 5
    let y <- id ### "E0105 unknown command `id`"
    ---
    cmd WHATEVER 1 2
    cmd $x ### "E0202 unknown name `x`"
    """#

private let earlyUses = #"""
    pipeline {
      let n <- INCR hits
      SET last $n ### "E0201 `n` has no value yet"
    }
    ---
    pipeline {
      let n <- INCR hits
      SET "last\(n + 1)" x ### "E0201 `n` has no value yet"
      if n == 1 { SET a 1 } ### "E0201 `n` has no value yet"
      for x in n { SET a 1 } ### "E0201 `n` has no value yet"
      let y = n ### "E0201 `n` has no value yet"
      expect n == 1 ### "E0201 `n` has no value yet"
    }
    ---
    def f(key) {
      let n <- INCR $key
      SET last $n ### "E0201 `n` has no value yet"
    }
    f("a")
    ---
    def show(n) {
      SET last $n ### "E0201"
    }
    pipeline {
      let n <- INCR hits
      show(n)
    }
    ---
    def g(key) {
      let n <- INCR $key
      return n
    }
    pipeline {
      let n <- g("a")
      SET last $n ### "E0201 `n` has no value yet"
    }
    ---
    pipeline {
      let n <- INCR a
      pipeline {
        let m <- INCR b
      }
      SET last $m ### "E0201 `m` has no value yet"
    }
    ---
    pipeline {
      let xs <- [INCR_all(k) for k in ["a", "b"]]
      SET first \(xs[0]) ### "E0201 `xs` has no value yet"
    }
    def INCR_all(k) {
      let n <- INCR $k
      return n
    }
    ---
    pipeline {
      let n <- GET a
      let f <- (g(n) if n == "1" else null) ### "E0206"
    }
    def g(n) {
      INCR a
    }
    """#

private let rightUses = #"""
    let n <- INCR hits
    SET last $n
    ---
    pipeline {
      let n <- INCR hits
    }
    SET last $n
    ---
    pipeline {
      let n <- INCR hits
      then {
        SET last $n
      }
      print n
      let m <- (n + 1)
    }
    ---
    def pass(x) {
      return x
    }
    pipeline {
      let n <- INCR hits
      let m <- pass(n)
      print m
    }
    SET last $m
    ---
    pipeline {
      let xs <- for i in 0..<3 {
        INCR k\(i)
      }
      SET count \(len(xs))
      for x in xs { print x }
    }
    SET sum \(sum(xs))
    ---
    let flag = true
    pipeline {
      let n = 1
      if flag {
        let m <- INCR a
        print m
      } else {
        SET b $n
      }
    }
    ---
    let total = 0
    for i in 0..<3 {
      let n <- INCR k
      total = total + n
    }
    SET total $total
    ---
    def f(n) {
      if n == 0 {
        return 0
      }
      return f(n - 1)
    }
    let x = f(3)
    SET a $x
    ---
    pipeline {
      let r <- then {
        let n <- GET a
        let m <- (n + "!")
      }
      print r
    }
    """#

private let places = #"""
    def f() {
      INCR a
    }
    let x = f() ### "E0206 this call queues commands"
    if f() == 1 { PING } ### "E0206 this call queues commands"
    SET k \(f()) ### "E0206 this call queues commands"
    print f()
    let y <- f()
    let z <- (f() + f())
    ---
    break ### "E0207 `break` cannot stand here"
    return 5 ### "E0207 `return` cannot stand here"
    ---
    pipeline {
      sleep 5s ### "E0207 `sleep` cannot stand here"
      exit ### "E0207 `exit` cannot stand here"
      connect a redis://h ### "E0207 `connect` cannot stand here"
    }
    ---
    for i in 0..<3 {
      then {
        break ### "E0207 `break` cannot stand here"
      }
    }
    ---
    def f() {
      then {
        return 1 ### "E0207 `return` cannot stand here"
      }
    }
    f()
    ---
    PING
    quiet ### "E0207 `quiet` cannot stand here"
    """#

extension CheckerTests {
    @Test(arguments: ScriptChunk.chunks(of: idleLines))
    func `a line without effect is a warning`(chunk: ScriptChunk) {
        compare(chunk)
    }

    @Test(arguments: ScriptChunk.chunks(of: kinds))
    func `a literal of a wrong kind is found`(chunk: ScriptChunk) {
        compare(chunk)
    }
}

private let idleLines = #"""
    let x = 5 ### "E0213 `x` is bound and never read"
    ---
    let _x = 5
    ---
    let x = 5
    def f() { return x }
    print f()
    ---
    let x = 5
    pipeline {
      then { print x }
    }
    ---
    let x <- GET a
    ---
    let x = 5
    x = 6 
    print x
    ---
    def f(c) {
      if c { return 1 } else { return 2 }
      PING ### "E0214 this line never runs"
      PING
    }
    f(true)
    ---
    def f(c) {
      if c { return 1 }
      PING
    }
    f(true)
    ---
    for i in 0..<3 {
      if i == 2 { continue }
      print i
      break
      print i ### "E0214 this line never runs"
    }
    ---
    exit 1
    def f() { PING }
    """#

private let kinds = #"""
    if 1 { PING } ### "E0216 a condition is a bool, not an int"
    ---
    for i in 5 { PING } ### "E0216 `for` runs over a list, a map, a range or a stream, not an int"
    ---
    for i in "text" { PING } ### "E0216 `for` runs over"
    ---
    SET k \([1]) ### "E0216 a list is no argument of a command"
    ---
    SET k \(null) ### "E0216 null is no argument of a command"
    ---
    print "a" + 1 ### "E0216 `+` does not take a text and an int"
    ---
    print [1] + [2], "a" + "b", 1 + 2.5, [1] + (0..<3)
    ---
    print 1 == "1" ### "E0216 `==` does not take an int and a text"
    ---
    print 1 == 1.0, "a" == null, [] == []
    ---
    print -"a" ### "E0216 `-` takes a number, not a text"
    ---
    print not len("a") ### "E0216 a condition is a bool, not an int"
    ---
    print 1 if "yes" else 2 ### "E0216 a condition is a bool, not a text"
    ---
    pipeline batch=10 {
      pipeline batch=5 { PING } ### "E0207 only the outermost block can be sent in batches"
    }
    ---
    def f() {
      pipeline batch=5 { PING } ### "E0207 only the outermost block can be sent in batches"
    }
    f()
    ---
    pipeline {
      for k in scan("*") { PING } ### "E0207 `scan` cannot stand here"
    }
    ---
    pipeline batch=2 {
      for k in scan("*") { PING }
    }
    ---
    def f() { return [k for k in scan("*")] } ### "E0207 `scan` cannot stand here"
    print f()
    ---
    print [k for k in scan("*", on: nobody)] ### "E0204 unknown connection `nobody`"
    ---
    connect c redis+cluster://h:1
    pipeline on c {
      SUNION {a}1 {a}2
      SUNION a b ### "E0405 the keys of a command lie in one hash slot"
      MGET a b
      let x <- GET a
    }
    @c RENAME a b ### "E0405 the keys of a command"
    RENAME a b
    let key = "b"
    @c RENAME a $key
    print x
    ---
    for r in csv("a", septor: ";") { print r } ### "E0205 `csv` has no argument `septor`"
    """#
