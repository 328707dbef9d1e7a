import RedpipeCommands
import RedpipeFields

extension Completer {
    // `"keyspace" NAME TYPE TEMPLATE {"of" TYPE | "on" NAME | "shards=" N} ["{" fields "}"]`
    func keyspace(_ text: LineText) -> Completion {
        let word = text.lastWord
        let before = text.dropLast(word).words
        switch before.count {
        case 0, 2: return .nothing(at: text.end)
        case 1: return matching(word, KeyspaceType.allCases.map(\.rawValue))
        default: break
        }
        if before.contains("{") { return field(word, before) }
        switch before.last {
        case "on": return matching(word, context.connections)
        case "of": return matching(word, fieldTypes)
        default: return matching(word, ["of", "on", "shards=", "{"])
        }
    }

    // `"model" NAME TEMPLATE {"on" NAME | "ttl=" DURATION} "{" fields "}"`
    func model(_ text: LineText) -> Completion {
        let word = text.lastWord
        let before = text.dropLast(word).words
        guard before.count > 1 else { return .nothing(at: text.end) }
        if before.contains("{") { return field(word, before) }
        if before.last == "on" { return matching(word, context.connections) }
        return matching(word, ["on", "ttl=", "{"])
    }

    // `NAME TYPE ["required"] ["=" expr]`
    func field(_ word: LineText, _ before: [String]) -> Completion {
        let place = before.reversed().prefix { $0 != "{" && !$0.hasSuffix(";") }.count
        switch place {
        case 1: return matching(word, fieldTypes)
        case 2: return matching(word, ["required", "="])
        default: return .nothing(at: word.end)
        }
    }

    private var fieldTypes: [String] { FieldType.allCases.map(\.rawValue) }

    // `"connect" [NAME] URL {OPTION}`
    func connect(_ text: LineText) -> Completion {
        let word = text.lastWord
        let before = text.dropLast(word).words
        let hasURL = before.contains { $0.contains(":") }
        return matching(word, hasURL ? Self.connectionOptions : Self.schemes)
    }

    private static let schemes = ["redis://", "unix://", "scratch:"]
    private static let connectionOptions = ["timeout=", "readonly", "name="]
}
