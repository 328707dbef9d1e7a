public import RedpipeCommands
public import RedpipeFields

/// Why a command cannot be called on a key; nothing of it was queued.
@nonexhaustive
public enum KeyspaceError: Error, Hashable, Sendable {
    /// The id has no key.
    case template(KeyTemplateError)
    /// The call does not fit the command.
    case call(CallError)
    /// A value does not fit its type.
    case value(FieldError)
    /// A value that is no word, where no type says how to store it.
    case noWord(FieldValue)
    /// The command has no counterpart on a string that is a field of a shared hash.
    case notSharded(String)
}

extension KeyspaceError: CustomStringConvertible {
    /// Lower case and without a full stop.
    public var description: String {
        switch self {
        case .template(let error): error.description
        case .call(let error): error.description
        case .value(let error): error.description
        case .noWord(let value): "\(value.excerpt) is no argument of a command"
        case .notSharded(let command):
            "`\(command)` cannot be called on a sharded string, which is a field of a hash"
        }
    }
}
