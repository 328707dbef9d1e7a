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
    package var timeout: Duration?
    package var isQuiet = false
    /// The form `batch=1000`.
    package var batchSize: BatchSize?

    package struct BatchSize: Sendable {
        package let value: Int
        package let span: SourceSpan
    }
}
