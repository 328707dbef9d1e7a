import Redpipe
import RedpipeCommands
import RedpipeCompiler

extension RecordValue {
    /// What can stand behind the dot: fields, properties, methods with their parenthesis.
    package var completions: [String] {
        record.definition.fields.map { String(decoding: $0.name, as: UTF8.self) }
            + TypedProperty.allCases.map(\.rawValue)
            + RecordMethod.allCases.map { $0.rawValue + "(" }
    }
}

extension KeyValue {
    /// What can stand behind the dot: properties, and the commands of its families.
    package var completions: [String] {
        CommandTable.allCommands
            .filter { key.keyspace.type.allows($0) && !$0.name.contains("|") }
            .map { $0.name + "(" } + ["key", "id"]
    }
}
