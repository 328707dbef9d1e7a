/// To which nodes of a cluster a command goes.
///
/// Reference: https://redis.io/docs/latest/develop/reference/command-tips/#request_policy
public enum RequestPolicy: Hashable, Sendable {
    /// To the node of its keys, or to any node if it has none.
    case byKeys
    /// To every node, replicas too: `CONFIG SET`.
    case allNodes
    /// To every primary: `DBSIZE`.
    case allShards
    /// Split by the slots of its keys: `MSET`.
    case multiShard
    /// By a rule of its own: `SCAN`.
    case special

    init(letter: UInt8) {
        switch letter {
        case UInt8(ascii: "n"): self = .allNodes
        case UInt8(ascii: "s"): self = .allShards
        case UInt8(ascii: "m"): self = .multiShard
        case UInt8(ascii: "x"): self = .special
        default: self = .byKeys
        }
    }
}
