import Redpipe
import RedpipeSyntax

/// The inputs of a session that ran without an error, as a script for `\save`.
///
/// Where commands went to another connection a line `\c NAME` says so, which makes it a file for `\i`
/// and `redpipe repl < FILE`. Between such lines a script has one definition of a name: of a function,
/// a keyspace or a model that was defined anew the last one is kept.
struct SavedSession {
    private var inputs: [Input] = []
    /// Connections on which what is saved so far leaves a transaction open.
    private var openTransactions: Set<ConnectionName> = []

    private struct Input {
        let text: String
        let connection: ConnectionName
        /// Where functions, keyspaces and models are defined in the text, in bytes.
        var definitions: [(name: String, range: Range<Int>)] = []
        /// What it declares of connections, by name.
        var connections: [String: String] = [:]
        /// What files that it includes define: it cannot be cut out.
        var included: Set<String> = []
        /// It is a line `\c URL`.
        var isSwitch = false
    }
}

extension SavedSession {
    /// Adds an input that has run.
    ///
    /// - Parameters:
    ///   - text: What was typed, or a part of a file.
    ///   - input: What was made of it.
    ///   - count: How often it ran.
    ///   - connection: Where its bare commands went.
    mutating func add(
        _ text: String,
        _ input: SessionInput,
        count: Int,
        on connection: ConnectionName
    ) {
        let own = input.statements.filter { $0.span.source == input.source }
        var entry = Input(text: text, connection: connection)
        if input.isValue {
            let bytes = ValueLine.expression(in: Array(text.utf8))
            entry = Input(
                text: "print " + String(decoding: bytes, as: UTF8.self).trimmingBlanks,
                connection: connection
            )
        } else {
            entry.definitions = own.compactMap { statement in
                statement.declaredName.map { ($0, statement.extent.range) }
            }
            entry.included = Set(input.statements.compactMap(\.declaredName))
                .subtracting(entry.definitions.map(\.name))
            entry.connections = Self.connections(in: own, text)
        }
        if count > 1, own.contains(where: \.makesStep), !input.isValue {
            // The last run stays outside of the loop, for what it binds.
            let loop = "for _ in 1...\(count - 1) {\n  \(text)\n}"
            inputs.append(Input(text: loop, connection: connection))
        }
        inputs.append(entry)
    }

    /// Adds what has run and is no UTF-8: a comment in its place.
    mutating func addUnreadable(on connection: ConnectionName) {
        inputs.append(
            Input(text: "# an input that is not UTF-8 is left out", connection: connection)
        )
    }

    /// Adds `\c URL`, which makes `default` lead elsewhere.
    mutating func addSwitch(to url: String) {
        inputs.append(Input(text: "\\c " + url, connection: .default, isSwitch: true))
    }

    /// Ends the transactions that were open after the last input and are not any more: they were
    /// discarded by an error, or lost with their connections.
    mutating func endTransactions(besides open: Set<ConnectionName>) {
        for name in openTransactions.subtracting(open).sorted(by: { $0.text < $1.text }) {
            inputs.append(Input(text: "DISCARD", connection: name))
        }
        openTransactions.formIntersection(open)
    }

    /// Whether an input makes sense behind what is saved so far.
    ///
    /// - Parameters:
    ///   - open: The connections on which transactions are open.
    ///   - used: Those that the input uses.
    /// - Returns: Not within a transaction whose beginning is not saved.
    func canFollow(_ open: Set<ConnectionName>, on used: Set<ConnectionName>) -> Bool {
        open.subtracting(openTransactions).isDisjoint(with: used)
    }

    /// Takes note of the transactions that the input which was added last has left open.
    mutating func noteTransactions(_ open: Set<ConnectionName>) { openTransactions = open }

    private static func connections(in statements: [Statement], _ text: String) -> [String: String]
    {
        var found: [String: String] = [:]
        for case .connect(let connect) in statements {
            let bytes = Array(text.utf8)[connect.span.range]
            found[connect.name?.name ?? "default"] = String(decoding: bytes, as: UTF8.self)
        }
        return found
    }
}

extension SavedSession {
    /// The inputs that are kept, without those whose definitions were all replaced.
    ///
    /// A password in a URL is named as a variable of the environment; other inputs with a secret are
    /// left out, and a comment says so.
    var parts: [String] {
        segments.flatMap { segment in
            (segment.opening.map { ["\\c \($0)"] } ?? [])
                + Self.currentTexts(segment.inputs).flatMap(Self.lines)
        }
    }

    /// What is checked as one script: a connection is declared once in it, and each command goes
    /// where the last `\c` says.
    private var segments: [(opening: ConnectionName?, inputs: [Input])] {
        var segments: [(opening: ConnectionName?, inputs: [Input])] = [(nil, [])]
        var place = ConnectionName.default
        var declared: [String: String] = [:]
        var included: Set<String> = []
        for (index, input) in inputs.enumerated() {
            let isRedeclared = input.connections.contains { name, text in
                declared[name].map { $0 != text } ?? (name == "default" && index > 0)
            }
            let isRedefined =
                input.definitions.contains { included.contains($0.name) }
                || !input.included.isDisjoint(with: included)
            if input.isSwitch || input.connection != place || isRedeclared || isRedefined {
                segments.append((input.isSwitch ? nil : input.connection, []))
                included = []
            }
            included.formUnion(input.included)
            place = input.connection
            declared.merge(input.connections) { $1 }
            segments[segments.count - 1].inputs.append(input)
        }
        return segments
    }

    /// The texts without the definitions that a later input has replaced; nothing of those where
    /// nothing is left.
    private static func currentTexts(_ inputs: [Input]) -> [String] {
        var later: Set<String> = []
        var texts: [String] = []
        for input in inputs.reversed() {
            let stale = input.definitions.filter { later.contains($0.name) }.map(\.range)
            if let text = text(input.text, without: stale) { texts.append(text) }
            later.formUnion(input.definitions.map(\.name))
            later.formUnion(input.included)
        }
        return texts.reversed()
    }

    private static func text(_ text: String, without ranges: [Range<Int>]) -> String? {
        var bytes = Array(text.utf8)
        for range in ranges.sorted(by: { $0.lowerBound > $1.lowerBound }) {
            // With its line break, if nothing else stands on the line.
            let isStart = range.lowerBound == 0 || bytes[range.lowerBound - 1] == 0x0a
            let isEnd = range.upperBound < bytes.count && bytes[range.upperBound] == 0x0a
            bytes.removeSubrange(
                range.lowerBound..<(isStart && isEnd ? range.upperBound + 1 : range.upperBound)
            )
        }
        while bytes.last == 0x0a { bytes.removeLast() }
        let rest = String(decoding: bytes.drop { $0 == 0x0a }, as: UTF8.self)
        return rest.allSatisfy(\.isWhitespace) ? nil : rest
    }

    private static func lines(_ text: String) -> [String] {
        guard SecretFilter.holdsSecret(text) else { return [text] }
        let open = text.namingPasswords
        if !SecretFilter.holdsSecret(open) { return [open] }
        let comment = "# an input with a password is left out"
        // What follows must not go elsewhere for it.
        return text.hasPrefix("\\c ") ? [comment, "\\c $REDPIPE_URL"] : [comment]
    }
}

extension String {
    /// With the passwords of URLs taken from the environment.
    fileprivate var namingPasswords: String {
        guard contains("://") else { return self }
        var bytes = Array(utf8)
        for range in bytes.passwords(in: bytes.indices).reversed() {
            bytes.replaceSubrange(range, with: "$REDPIPE_PASSWORD".utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
