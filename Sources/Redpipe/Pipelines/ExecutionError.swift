/// What failed while a pipeline was executed; everything that could be done was done.
public struct ExecutionError: Error {
    /// The first failure: a ``ConnectionLoss``, or what a callback threw.
    public let first: any Error
    /// The failures after it, in the order in which they came.
    public let others: [any Error]
    /// What became of the commands.
    public let report: ExecutionReport
}

extension ExecutionError: CustomStringConvertible {
    /// The first failure, and how many others there are.
    public var description: String {
        others.isEmpty ? "\(first)" : "\(first) (and \(others.count) more)"
    }
}

/// A connection that failed during an execution.
public struct ConnectionLoss: Error, Hashable, Sendable {
    public let connection: ConnectionName
    public let reason: ConnectionError
}

extension ConnectionLoss: CustomStringConvertible {
    /// The connection and why it failed.
    public var description: String { "connection \(connection): \(reason)" }
}
