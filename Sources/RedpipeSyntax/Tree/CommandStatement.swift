/// A Redis command: its words as redis-cli would split them.
package struct CommandStatement: Sendable {
    package let words: [Word]
    /// `cmd WORD …`: sent whatever the first word is.
    package let isVerbatim: Bool
    package let span: SourceSpan
}
