/// What the keys of a keyspace hold.
public enum KeyspaceType: String, CaseIterable, Hashable, Sendable {
    case string
    case list
    case set
    case zset
    case hash
    case hll
    case stream
    case geo
    case bitmap
}

extension KeyspaceType {
    /// The families of commands beside the generic one, the type's own first.
    ///
    /// A HyperLogLog and a bitmap are strings, positions are a sorted set; not the other way round.
    public var groups: [CommandGroup] {
        switch self {
        case .string: [.string]
        case .list: [.list]
        case .set: [.set]
        case .zset: [.sortedSet]
        case .hash: [.hash]
        case .hll: [.hyperloglog, .string]
        case .stream: [.stream]
        case .geo: [.geo, .sortedSet]
        case .bitmap: [.bitmap, .string]
        }
    }

    /// Whether a command may be called on the type's keys: one of its families, or a generic one.
    public func allows(_ command: Command) -> Bool {
        groups.contains(command.group) || command.group == .generic
    }

    /// Whether the type's keys may stand in a command line: not in one of another type's family.
    ///
    /// What scripts of the server do with a key, or what a server tells of it, is nobody's family.
    public func mayStand(in command: Command) -> Bool {
        allows(command) || !Self.allCases.contains { $0.groups.contains(command.group) }
    }

    /// Whether its fields have names, and so types of their own.
    public var hasFields: Bool { self == .hash || self == .stream }

    /// What messages call its keys: `a sorted set`.
    public var noun: String {
        switch self {
        case .string: "a string"
        case .list: "a list"
        case .set: "a set"
        case .zset: "a sorted set"
        case .hash: "a hash"
        case .hll: "a HyperLogLog"
        case .stream: "a stream"
        case .geo: "a set of positions"
        case .bitmap: "a bitmap"
        }
    }
}
