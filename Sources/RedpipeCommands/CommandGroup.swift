/// The families of commands, as the servers' documentation groups them.
public enum CommandGroup: String, CaseIterable, Hashable, Sendable {
    case string
    case list
    case set
    case sortedSet = "sorted-set"
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
    case vectorSet = "vector-set"

    /// From the table's letter: `a` is the first case.
    init(letter: UInt8) {
        self = Self.allCases[Int(letter) - 0x61]
    }
}
