/// How long a server may wait before it answers.
public enum BlockingTimeout: Hashable, Sendable {
    /// At most that long; never 0.
    case milliseconds(Int64)
    /// Until there is something to answer.
    case forever
}
