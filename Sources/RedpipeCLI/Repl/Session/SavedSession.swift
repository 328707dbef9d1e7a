import Redpipe
import RedpipeSyntax

/// The inputs of a session that ran without an error, as a script for `\save`.
///
/// Of a function, a keyspace or a model that was defined anew only the last definition is kept: a
/// script has one of each. Where commands went to another connection a line `\c NAME` says so, which
/// makes it a file for `\i` and `redpipe repl < FILE`.
struct SavedSession {
    private var inputs: [Input] = []

    private struct Input {
        let text: String
        /// How often it ran in a row.
        let count: Int
        let connection: ConnectionName
        /// Where functions, keyspaces and models are defined in the text, in bytes.
        var definitions: [(name: String, range: Range<Int>)]
        /// What it declares of connections, by name.
        let connections: [String: String]
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
        let repeats = count > 1 && own.count == 1
        let entry = Input(
            text: input.isValue ? "print " + text : repeats ? Self.loop(text, count) : text,
            count: repeats ? 1 : count,
            connection: connection,
            definitions: own.compactMap { statement in
                statement.declaredName.map { ($0, statement.extent.range) }
            },
            connections: Self.connections(in: own, text)
        )
        inputs.append(entry)
    }

    /// Adds `\c URL`, which makes `default` lead elsewhere.
    mutating func addSwitch(to url: String) { addLine("\\c " + url, on: .default) }

    /// Adds the end of a transaction that did not run.
    mutating func addDiscard(on connection: ConnectionName) { addLine("DISCARD", on: connection) }

    private mutating func addLine(_ text: String, on connection: ConnectionName) {
        inputs.append(
            Input(text: text, count: 1, connection: connection, definitions: [], connections: [:])
        )
    }

    private static func loop(_ text: String, _ count: Int) -> String {
        "for _ in 1...\(count) {\n  \(text)\n}"
    }

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
    /// Inputs with a secret are left out, and a comment says so.
    var parts: [String] {
        var parts: [String] = []
        var place = ConnectionName.default
        var declared: [String: String] = [:]
        for (input, text) in zip(inputs, currentTexts) {
            guard let text else { continue }
            // A script declares a connection once; what follows such a line is checked by itself.
            let isRedeclared = input.connections.contains { name, text in
                declared[name].map { $0 != text } ?? false
            }
            if input.connection != place || isRedeclared {
                parts.append("\\c \(input.connection)")
                declared = [:]
            }
            place = input.connection
            declared.merge(input.connections) { $1 }
            let isSecret = SecretFilter.holdsSecret(text)
            let kept = isSecret ? "# an input with a password is left out" : text
            parts += Array(repeating: kept, count: input.count)
        }
        return parts
    }

    /// The texts without the definitions that a later input has replaced; `nil` where nothing is
    /// left.
    private var currentTexts: [String?] {
        var later: Set<String> = []
        var texts: [String?] = []
        for input in inputs.reversed() {
            let stale = input.definitions.filter { later.contains($0.name) }.map(\.range)
            texts.append(stale.isEmpty ? input.text : Self.text(input.text, without: stale))
            later.formUnion(input.definitions.map(\.name))
        }
        return texts.reversed()
    }

    private static func text(_ text: String, without ranges: [Range<Int>]) -> String? {
        var bytes = Array(text.utf8)
        for range in ranges.sorted(by: { $0.lowerBound > $1.lowerBound }) {
            // With its line break, if nothing else stands on the line.
            let hasLine =
                range.lowerBound == 0 || bytes[range.lowerBound - 1] == UInt8(ascii: "\n")
            let isEnd = range.upperBound < bytes.count && bytes[range.upperBound] == 0x0a
            bytes.removeSubrange(
                range.lowerBound..<(hasLine && isEnd ? range.upperBound + 1 : range.upperBound)
            )
        }
        while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        let rest = String(decoding: bytes, as: UTF8.self)
        return rest.allSatisfy(\.isWhitespace) ? nil : rest
    }
}
