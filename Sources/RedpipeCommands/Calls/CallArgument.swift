/// What is known of an argument when a call is laid out.
public enum CallArgument: Hashable, Sendable {
    /// One word; it may be a token of the command or a number of keys.
    case word([UInt8])
    /// A value that is known later, or is no word; never taken as a token.
    case unknown
}
