/// The form `transaction {option} ["watch" word {word}] block`.
package struct TransactionStatement: Sendable {
    package let options: BlockOptions
    /// The keys behind `watch`; `nil` without it.
    package let watched: [Word]?
    package let body: Block
    /// The header, from the keyword to the opening brace.
    package let span: SourceSpan
}
