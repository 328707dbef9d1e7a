/// The form `connect [NAME] URL {option}`.
package struct ConnectStatement: Sendable {
    /// `nil` in `connect URL`, which declares `default`.
    package let name: Identifier?
    package let url: RawWord
    /// `timeout=5s`, `readonly`: words of the connection, not of the language.
    package let options: [RawWord]
    package let span: SourceSpan
}

/// A word taken as it stands, without quotes, holes or names.
package struct RawWord: Hashable, Sendable {
    package let text: String
    package let span: SourceSpan

    package init(text: String, span: SourceSpan) {
        self.text = text
        self.span = span
    }
}
