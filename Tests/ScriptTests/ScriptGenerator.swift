/// Writes scripts that look as if a person had written them: names are mostly in scope, blocks are
/// closed, and kinds of values mostly fit.
struct ScriptGenerator {
    private var random: SplitMix
    private var names: [String] = ["a"]
    /// The names that belong to the body that is being written.
    private var ownNames: [String] = ["a"]
    private var functions: [String] = []
    private var lines: [String] = []
    private var depth = 0
    private var nameCount = 0

    init(seed: UInt64) {
        random = SplitMix(seed: seed)
    }

    /// A script of some functions, then some statements.
    mutating func script() -> String {
        lines = ["connect scratch:", "connect other scratch:", "let a = 1"]
        lines += ["keyspace K zset \"K{*}\" of \(pick(["int", "text", "json"]))"]
        lines += ["model U \"U{*}\"\(pick([" on other", ""])) { n int = 1; t text }"]
        for _ in 0..<Int.random(in: 0...3, using: &random) { addFunction() }
        for _ in 0..<Int.random(in: 3...12, using: &random) { addStatement() }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: Choices

    private mutating func pick(_ choices: [String]) -> String {
        choices.randomElement(using: &random) ?? ""
    }

    private mutating func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &random) < percent
    }

    private mutating func name() -> String {
        Int.random(in: 0..<1000, using: &random) > 0 ? pick(names) : "unknown"
    }

    private mutating func newName() -> String {
        nameCount += 1
        return "n\(nameCount)"
    }

    private mutating func add(_ text: String) {
        lines.append(String(repeating: "  ", count: depth) + text)
    }

    // MARK: Statements

    private mutating func addFunction() {
        let function = "f\(functions.count)"
        let outer = (names, ownNames)
        names = ["a"]
        add("def \(function)(key, count = \(expression(1))) {")
        (names, ownNames) = (["key", "count"], ["key", "count"])
        addBody { $0.add("return \($0.expression(2))") }
        (names, ownNames) = outer
        functions.append(function)
    }

    private mutating func addBody(
        with item: String? = nil,
        _ last: (inout ScriptGenerator) -> Void = { _ in }
    ) {
        let outer = (names, ownNames)
        if let item { names.append(item) }
        depth += 1
        for _ in 0..<Int.random(in: 1...3, using: &random) { addStatement() }
        last(&self)
        depth -= 1
        (names, ownNames) = outer
        add("}")
    }

    private mutating func addStatement() {
        switch Int.random(in: 0..<(depth < 3 ? 15 : 9), using: &random) {
        case 0, 1: add(command())
        case 2: bind(" = ", expression(3))
        case 3: bind(" <- ", command())
        case 4: bind(" <- ", pick(["try ", ""]) + source())
        case 5: add("print \(expression(3)), \(name())")
        case 6: add("\(pick(ownNames)) = \(expression(2))")
        case 7: add(pick(["try ", "@other ", ""]) + command())
        case 8 where chance(40): add(typedCall())
        case 8: add(chance(20) ? "expect \(expression(2)), \"no\"" : call())
        case 9, 10:
            let options = ["", "quiet ", "on other ", "timeout=5s ", "batch=2 "]
            add("\(pick(["pipeline", "pipeline", "transaction"])) \(pick(options)){")
            // What a block binds can be read after it.
            var bound: [String] = []
            addBody { generator in
                generator.bind(" <- ", generator.command())
                bound = generator.names.suffix(1)
            }
            names += bound
        case 11:
            let item = newName()
            add("for \(item) in \(sequence()) {")
            addBody(with: item)
        case 12:
            add("if \(expression(2)) == \(expression(1)) {")
            addBody()
        case 13:
            add("then {")
            let outer = ownNames
            ownNames = []
            bind(" = ", expression(1))
            addBody()
            names.removeLast()
            ownNames = outer
        default:
            let (item, list) = (newName(), newName())
            add("let \(list) <- for \(item) in \(sequence()) {")
            addBody(with: item)
            names.append(list)
        }
    }

    private mutating func bind(_ arrow: String, _ source: String) {
        let name = newName()
        add("let \(name)\(arrow)\(source)")
        names.append(name)
        ownNames.append(name)
    }

    private mutating func typedCall() -> String {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: "K(\(expression(1))).zadd(1, \(expression(1)))"
        case 1: "U(\(expression(1)), n: \(expression(2)))"
        case 2: "\(name()).save(t: \(expression(1)))"
        case 3: "let \(newName()) <- U(\(name()))"
        case 4: "ZADD $\(name()) 1 $\(name())"
        default: "let \(newName()) <- K(1).zrange(0, \(expression(1)))"
        }
    }

    private mutating func sequence() -> String {
        pick(["0..<3", "[1, \"b\", null]", "{\"k\": 1}", "5...4", name()])
    }

    // MARK: Commands

    private mutating func command() -> String {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: "SET \(word()) \(word())"
        case 1: "GET \(word())"
        case 2: "INCRBY \(word()) \(word())"
        case 3: "RPUSH \(word()) \(word()) \(word())"
        case 4: "LRANGE \(word()) 0 -1"
        case 5: "HSET \(word()) f \(word())"
        case 6: "HGETALL \(word())"
        default: "MSET $\(name())..."
        }
    }

    private mutating func word() -> String {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: "$\(name())"
        case 1: "k\\(\(expression(2)))"
        case 2: "\"a \\(\(name())) \\x00\\n\""
        case 3: "'{\"json\": 1}'"
        default: pick(["k", "n", "list", "hash", "5", "}", "{", "--", "user:1"])
        }
    }

    private mutating func source() -> String {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: call()
        case 1: "(\(expression(3)))"
        case 2: "[\(name()) for x in \(sequence()) if x != null]"
        case 3: "@other \(command())"
        default: command()
        }
    }

    private mutating func call() -> String {
        guard let function = functions.randomElement(using: &random), depth < 3 || chance(20) else {
            return "len([\(name())])"
        }
        return "\(function)(\(expression(1))\(chance(50) ? ", count: \(expression(1))" : ""))"
    }

    // MARK: Expressions

    private mutating func expression(_ height: Int) -> String {
        guard height > 0, chance(75) else { return leaf() }
        let (left, right) = (expression(height - 1), expression(height - 1))
        let operation = pick(
            ["+", "-", "*", "/", "//", "%", "==", "<", "in", "..<", "...", "??", "and", "or"]
        )
        switch Int.random(in: 0..<9, using: &random) {
        case 0: return "[\(left), \(right)]"
        case 1: return "{\"k\": \(left)}"
        case 2: return "(\(left))[\(right)]"
        case 3: return pick(Self.library) + "(\(left))"
        case 4: return "(\(left) if \(right) else \(name()))"
        case 5: return "\"t \\(\(name())) é\""
        case 6: return "[x for x in \(sequence())]"
        default: return "(\(left) \(operation) \(right))"
        }
    }

    private static let library = [
        "len", "sum", "max", "sorted", "reversed", "unique", "keys", "enumerate", "int", "float",
        "text", "bytes", "json", "hex", "abs", "round", "bool", "upper", "slot", "is_error",
    ]

    private mutating func leaf() -> String {
        chance(50)
            ? name()
            : pick([
                "0", "1", "-1", "9223372036854775807", "-9223372036854775808", "1.5", "-0.0",
                "1e300",
                "\"\"", "\"text\"", "\"\\xff\"", "true", "false", "null", "[]", "{}", "[1, 2]",
                "0..<4", "0...9223372036854775806", "-9223372036854775808..<-9223372036854775800",
            ])
    }
}

/// A small generator with a seed, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
