/// What the servers say about a command.
///
/// Reference: https://redis.io/docs/latest/commands/command/#flags
public struct CommandFlags: OptionSet, Hashable, Sendable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    public static let write = Self(rawValue: 1 << 0)
    public static let readonly = Self(rawValue: 1 << 1)
    /// Refused when the server's memory is full.
    public static let denyOOM = Self(rawValue: 1 << 2)
    public static let admin = Self(rawValue: 1 << 3)
    public static let pubsub = Self(rawValue: 1 << 4)
    /// Not allowed in scripts of the server.
    public static let noscript = Self(rawValue: 1 << 5)
    /// May wait on the server: ``Command/blockingTimeout(in:)`` says how long.
    public static let blocking = Self(rawValue: 1 << 6)
    /// Allowed while the server loads its data.
    public static let loading = Self(rawValue: 1 << 7)
    /// Allowed on a replica with stale data.
    public static let stale = Self(rawValue: 1 << 8)
    public static let skipMonitor = Self(rawValue: 1 << 9)
    public static let skipSlowLog = Self(rawValue: 1 << 10)
    public static let asking = Self(rawValue: 1 << 11)
    public static let fast = Self(rawValue: 1 << 12)
    /// Allowed before authentication.
    public static let noAuth = Self(rawValue: 1 << 13)
    public static let mayReplicate = Self(rawValue: 1 << 14)
    public static let noMandatoryKeys = Self(rawValue: 1 << 15)
    /// Not allowed in a transaction.
    public static let noMulti = Self(rawValue: 1 << 16)
    /// The places of the keys depend on the arguments.
    public static let movableKeys = Self(rawValue: 1 << 17)
    public static let allowBusy = Self(rawValue: 1 << 18)
    public static let noAsyncLoading = Self(rawValue: 1 << 19)
    /// The same call may give another reply.
    public static let nondeterministicOutput = Self(rawValue: 1 << 20)
    /// The same call may give its reply in another order.
    public static let nondeterministicOutputOrder = Self(rawValue: 1 << 21)
    /// Deprecated by every server that knows the command.
    public static let deprecated = Self(rawValue: 1 << 22)
    /// Internal to servers.
    public static let systemCommand = Self(rawValue: 1 << 23)
    /// Called by a subcommand.
    public static let container = Self(rawValue: 1 << 24)
    /// Known to Redis.
    public static let redis = Self(rawValue: 1 << 25)
    /// Known to Valkey.
    public static let valkey = Self(rawValue: 1 << 26)
}
