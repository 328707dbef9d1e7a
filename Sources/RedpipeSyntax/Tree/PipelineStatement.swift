/// The form `pipeline {option} { … }`.
package struct PipelineStatement: Sendable {
    package let options: BlockOptions
    package let body: Block
    /// The header, from the keyword to the opening brace.
    package let span: SourceSpan
}

/// The form `on NAME`, `timeout=5s`, `quiet`.
package struct BlockOptions: Sendable {
    package var connection: Identifier?
    /// For the whole round trip.
    package var timeout: Option<Duration>?
    package var isQuiet = false
    /// The form `retry=3`, of a transaction.
    package var retryCount: Int?
    /// The form `batch=1000`.
    package var batchSize: Option<Int>?

    /// The form `name=value`.
    package struct Option<Value: Sendable>: Sendable {
        package let value: Value
        package let span: SourceSpan
    }
}
