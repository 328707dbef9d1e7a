import Redpipe
import RedpipeCommands
import RedpipeCompiler

extension RecordValue {
    /// What can stand behind the dot: fields, properties, methods with their parenthesis.
    package var completions: [String] {
        record.definition.fields.map { String(decoding: $0.name, as: UTF8.self) }
            + Self.memberNames
    }

    /// What all records have.
    package static var memberNames: [String] {
        TypedProperty.allCases.map(\.rawValue) + RecordMethod.allCases.map { $0.rawValue + "(" }
    }
}

extension KeyspaceType {
    /// What can stand behind the dot of a typed key: properties, and the commands of its families.
    package var memberNames: [String] {
        CommandTable.allCommands
            .filter { allows($0) && !$0.name.contains("|") }
            .map { $0.name + "(" } + ["restore_new(", "key", "id"]
    }
}
