/// What a word of a command is to the key that it is called on.
public enum ArgumentRole: Hashable, Sendable {
    /// A key.
    case key
    /// A value, a member or an element of the key: stored by the keyspace's type.
    case value
    /// The name of a field.
    case field
    /// The value of the field whose name stands before: stored by the field's type.
    case fieldValue
    /// Anything else: a number, a token, a pattern.
    case plain
}

extension Command {
    /// The role of the words for an argument of the table.
    ///
    /// The servers' names say it, with few exceptions: parts of values are no values.
    func role(of argument: CommandArgument) -> ArgumentRole {
        if argument.kind == .key { return .key }
        guard argument.kind == .string else { return .plain }
        switch (group, argument.name) {
        case (.string, "value"): return isNamed("append") || isNamed("setrange") ? .plain : .value
        case (.string, "comparison-value"): return .value
        case (.list, "element"), (.list, "pivot"), (.hyperloglog, "element"): return .value
        case (.set, "member"), (.sortedSet, "member"): return .value
        case (.geo, "member"), (.geo, "member1"), (.geo, "member2"): return .value
        case (.hash, "field"), (.stream, "field"): return .field
        case (.hash, "value"), (.stream, "value"): return .fieldValue
        default: return .plain
        }
    }
}
