/// What reads the text: it decides whether control characters are safe.
package enum OutputDestination: Hashable, Sendable {
    /// A terminal, which obeys escape sequences: no value of a server may hold one.
    case terminal
    /// A file, a pipe, or a terminal of somebody who asked for the bytes as they are.
    case stream
}
