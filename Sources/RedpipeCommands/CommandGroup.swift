/// The families of commands, as the servers' documentation groups them.
public enum CommandGroup: UInt8, CaseIterable, Hashable, Sendable {
    case string
    case list
    case set
    case sortedSet
    case hash
    case generic
    case hyperloglog
    case stream
    case geo
    case bitmap
    case transactions
    case connection
    case server
    case pubsub
    case scripting
    case cluster
    case vectorSet

    /// From the table's letter: `a` is the first case.
    init(letter: UInt8) {
        self = Self(rawValue: letter &- UInt8(ascii: "a")) ?? .generic
    }

    /// The servers' name of the family: `sorted-set`.
    public var name: String {
        switch self {
        case .sortedSet: "sorted-set"
        case .vectorSet: "vector-set"
        default: String(describing: self)
        }
    }
}
