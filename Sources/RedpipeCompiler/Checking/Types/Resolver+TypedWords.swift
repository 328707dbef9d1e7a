import RedpipeCommands
import RedpipeFields
import RedpipeSyntax

extension Resolver {
    /// A command in which typed keys stand: they say what it may be and where it goes.
    mutating func checkTypedKeys(
        in command: CommandStatement,
        _ words: [PlannedWord],
        on connection: String?
    ) {
        var first: (index: Int, place: Int)?
        for (place, word) in words.enumerated() {
            guard case .value(let value) = word, case .key(let index) = staticType(of: value) else {
                continue
            }
            let keyspace = plan.keyspaces[index]
            let span = command.words[place].span
            if let other = first {
                checkSameConnection(plan.keyspaces[other.index], keyspace, at: span)
            } else {
                first = (index, place)
                if let own = keyspace.connection, let connection, own != connection {
                    report(.keyElsewhere(keyspace, connection, at: span))
                }
                check(command, words, on: keyspace, at: span)
            }
        }
    }

    private mutating func checkSameConnection(
        _ one: KeyspacePlan,
        _ other: KeyspacePlan,
        at span: SourceSpan
    ) {
        guard let first = one.connection, let second = other.connection, first != second else {
            return
        }
        report(
            Diagnostic(
                "E0304",
                "keys of two connections in one command: `\(first)` and `\(second)`",
                at: span
            ).mark(one.span, "`\(one.name)` is on `\(first)`")
        )
    }

    private mutating func check(
        _ command: CommandStatement,
        _ words: [PlannedWord],
        on keyspace: KeyspacePlan,
        at span: SourceSpan
    ) {
        let literals = command.words.map(\.literal)
        guard let entry = CommandTable.command(for: literals.prefix(2).map { $0 ?? [] }) else {
            return
        }
        guard command.isVerbatim || keyspace.type.mayStand(in: entry) else {
            return report(
                Diagnostic(
                    "E0302",
                    CallError.wrongFamily(entry, keyspace.type).description,
                    at: span
                ).mark(keyspace.span, "`\(keyspace.name)` is declared here")
            )
        }
        guard keyspace.shardCount == nil else {
            return report(
                Diagnostic("E0302", "a sharded key is called on: `key.get()`", at: span)
                    .mark(keyspace.span, "its strings are fields of shared hashes")
            )
        }
        let roles = entry.roles(of: literals.map { $0.map { .word($0) } ?? .unknown })
        var field: String?
        for (place, role) in zip(literals.indices, roles) {
            if role == .field {
                field = literals[place].map { String(decoding: $0, as: UTF8.self) }
            }
            let declared = keyspace.fields.first { $0.name == field }
            let type = role == .value ? keyspace.valueType : declared?.type ?? keyspace.valueType
            guard role == .value || role == .fieldValue, let type, let word = literals[place]
            else { continue }
            check(word, type, role == .value ? nil : field, at: command.words[place].span)
        }
    }

    /// A word that was written into the script is what is stored.
    private mutating func check(
        _ word: [UInt8],
        _ type: FieldType,
        _ field: String?,
        at span: SourceSpan
    ) {
        do throws(FieldError) {
            _ = try type.decode(word)
        } catch {
            let text = String(decoding: word, as: UTF8.self)
            let place = field.map { "field `\($0)`: " } ?? ""
            report(
                Diagnostic("E0303", "\(place)`\(text)` is not \(error.type.noun)", at: span)
            )
        }
    }
}

extension Diagnostic {
    fileprivate static func keyElsewhere(
        _ keyspace: KeyspacePlan,
        _ connection: String,
        at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            "E0304",
            "a key of `\(keyspace.name)` cannot go to `\(connection)`",
            at: span
        ).mark(keyspace.span, "its keys are on `\(keyspace.connection ?? "")`")
    }
}
