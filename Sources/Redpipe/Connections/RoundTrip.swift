/// One connection's part of one wave, for tracing.
public struct RoundTrip: Sendable {
    public let connection: ConnectionName
    /// How many commands there were.
    public let commandCount: Int
    /// How many bytes of commands were sent, and how many bytes have arrived.
    public let sentByteCount: Int
    public let receivedByteCount: Int
    /// From the start of the wave to the connection's last reply.
    public let elapsed: Duration
    /// How often the connection was flushed and its replies waited for.
    public let flushCount: Int
}
