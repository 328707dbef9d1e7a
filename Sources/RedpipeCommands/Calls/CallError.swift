/// A call that does not fit the command.
@nonexhaustive
public enum CallError: Error, Hashable, Sendable {
    /// There is no such command.
    case unknownCommand(String, suggestion: String?)
    /// The command is a container: its first argument names the subcommand.
    case missingSubcommand(Command)
    /// The container has no such subcommand.
    case unknownSubcommand(String, of: Command, suggestion: String?)
    /// The command belongs to another family.
    case wrongFamily(Command, KeyspaceType)
    /// The command takes no key.
    case noKey(Command)
    /// The command has no argument of this name.
    case unknownArgument(String, of: Command, suggestion: String?)
    /// Two named arguments fill the same place, or one is given twice.
    case repeatedArgument(String, of: Command)
    /// The place of the key is filled by what the command is called on.
    case keyGiven(String, of: Command)
    /// An argument is missing.
    case missingArgument(String, of: Command)
    /// The command takes another number of words.
    case wrongArity(Command, given: Int)
}

extension CallError: CustomStringConvertible {
    /// Lower case and without a full stop.
    public var description: String {
        switch self {
        case .unknownCommand(let name, let suggestion):
            "unknown command `\(name)`" + Self.hint(suggestion)
        case .missingSubcommand(let container):
            "`\(container)` takes its subcommand as the first argument, a text"
        case .unknownSubcommand(let name, let container, let suggestion):
            "`\(container)` has no subcommand `\(name)`" + Self.hint(suggestion)
        case .wrongFamily(let command, let type):
            "`\(command)` is of the \(command.group.name) family, the key is \(type.noun)"
        case .noKey(let command): "`\(command)` takes no key"
        case .unknownArgument(let name, let command, let suggestion):
            "`\(command)` has no argument `\(name)`" + Self.hint(suggestion)
        case .repeatedArgument(let name, let command):
            "`\(name)` of `\(command)` is given twice"
        case .keyGiven(let name, let command):
            "`\(name)` of `\(command)` is the key that it is called on"
        case .missingArgument(let name, let command): "`\(command)` needs `\(name)`"
        case .wrongArity(let command, let given):
            "`\(command)` takes \(command.arityDescription), found \(given)"
        }
    }

    private static func hint(_ suggestion: String?) -> String {
        suggestion.map { "; did you mean `\($0)`?" } ?? ""
    }
}
