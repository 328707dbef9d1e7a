/// Where a value is kept.
package enum Place: Hashable, Sendable {
    /// A register of the top level, seen by all functions.
    case global(Int)
    /// A register of the running function or callback.
    case local(Int)
}

/// A value that a callback takes along when it is queued: later changes of the name are not its own.
package struct Capture: Hashable, Sendable {
    package let from: Place
    /// The register of the callback's own frame.
    package let register: Int
}
