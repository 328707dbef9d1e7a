/// How the replies of several nodes become one.
///
/// Reference: https://redis.io/docs/latest/develop/reference/command-tips/#response_policy
public enum ResponsePolicy: Hashable, Sendable {
    /// No policy is named: replies of keyless commands are joined, those of keys put in key order.
    case unspecified
    /// The first that is no error.
    case oneSucceeded
    /// Any one of them, if none is an error.
    case allSucceeded
    case logicalAnd
    case logicalOr
    case minimum
    case maximum
    case sum
    /// By a rule of its own: `INFO`.
    case special

    init(letter: UInt8) {
        switch letter {
        case UInt8(ascii: "1"): self = .oneSucceeded
        case UInt8(ascii: "a"): self = .allSucceeded
        case UInt8(ascii: "&"): self = .logicalAnd
        case UInt8(ascii: "|"): self = .logicalOr
        case UInt8(ascii: "<"): self = .minimum
        case UInt8(ascii: ">"): self = .maximum
        case UInt8(ascii: "+"): self = .sum
        case UInt8(ascii: "x"): self = .special
        default: self = .unspecified
        }
    }
}
